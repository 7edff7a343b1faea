import type { AdministratorFault } from '#features/accounts/first-administrator.server.ts';
import type { RestoreFault } from '#features/installation/backup/restore-backup.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type OperationMessages = {
  readonly working: string;
  readonly migrated: (names: readonly string[]) => string;
  readonly administrator: (link: string) => string;
  readonly notMade: Readonly<Record<AdministratorFault, (email: string) => string>>;
  readonly backedUp: (file: string, rows: number, files: number) => string;
  readonly restored: (madeAt: string, rows: number, files: number) => string;
  readonly notRestored: Readonly<Record<RestoreFault['code'], (part: string) => string>>;
};

export function operationMessages(locale: Locale): OperationMessages {
  return { ru: RU, en: EN }[locale];
}

const RU: OperationMessages = {
  working: 'Фоновая работа идёт; остановить: Ctrl+C.',
  migrated: (names) =>
    names.length === 0 ? 'Схема базы уже последней версии.\n' : `Применено: ${names.join(', ')}.\n`,
  administrator: (link) =>
    `Администратор заведён. Ссылка, чтобы задать пароль (действует один раз, 14 дней; передайте её лично):\n${link}\n`,
  notMade: {
    email: (email) => `${email}: нужен адрес почты вида name@region.example.`,
    name: () => '--name: нужно имя от 1 до 200 знаков.',
    taken: (email) => `${email}: человек с этим адресом уже есть; новую ссылку он запросит на странице входа.`,
    'no-region': () => 'Региона ещё нет: назовите его, --region "Новосельская область".',
    'region-there': () => 'Регион уже есть: уберите --region.',
  },
  backedUp: (file, rows, files) => `Сохранено в ${file}: строк базы — ${rows}, файлов — ${files}.\n`,
  restored: (madeAt, rows, files) => `Восстановлено состояние на ${madeAt}: строк базы — ${rows}, файлов — ${files}.\n`,
  notRestored: {
    missing: () => 'Архив не найден: проверьте имя и папку.',
    'not-a-backup': () => 'Это не архив Опоры.',
    damaged: (part) => `Архив повреждён (${part}): возьмите другой. Ничего не изменено.`,
    'database-not-empty': (part) =>
      `База не пуста (таблица ${part}): восстанавливать можно только в пустую. Ничего не изменено.`,
    'folder-not-empty': (part) =>
      `Папка данных не пуста (${part}): восстанавливать можно только в пустую. Ничего не изменено.`,
    'newer-than-program': (part) =>
      `Архив сделан другой версией Опоры (миграция ${part}): поставьте её или более новую. Ничего не изменено.`,
  },
};

const EN: OperationMessages = {
  working: 'Background work goes on; to stop: Ctrl+C.',
  migrated: (names) => (names.length === 0 ? 'The schema is up to date.\n' : `Applied: ${names.join(', ')}.\n`),
  administrator: (link) =>
    `The administrator is made. The link to set a password (works once, for 14 days; hand it over in person):\n${link}\n`,
  notMade: {
    email: (email) => `${email}: an address such as name@region.example is needed.`,
    name: () => '--name: a name of 1 to 200 characters is needed.',
    taken: (email) => `${email}: there is a person with this address; a new link is asked for on the sign-in page.`,
    'no-region': () => 'There is no region yet: name it, --region "Novoselye".',
    'region-there': () => 'There is a region already: leave --region out.',
  },
  backedUp: (file, rows, files) => `Kept in ${file}: ${rows} rows of the database, ${files} files.\n`,
  restored: (madeAt, rows, files) => `Restored as of ${madeAt}: ${rows} rows of the database, ${files} files.\n`,
  notRestored: {
    missing: () => 'There is no such archive: check the name and the folder.',
    'not-a-backup': () => 'This is no archive of Opora.',
    damaged: (part) => `The archive is damaged (${part}): take another one. Nothing was changed.`,
    'database-not-empty': (part) =>
      `The database is not empty (table ${part}): only an empty one is restored into. Nothing was changed.`,
    'folder-not-empty': (part) =>
      `The data folder is not empty (${part}): only an empty one is restored into. Nothing was changed.`,
    'newer-than-program': (part) =>
      `The archive was made by another version of Opora (migration ${part}): install it or a later one. Nothing was changed.`,
  },
};
