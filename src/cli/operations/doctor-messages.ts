import type { Check } from '#features/installation/doctor.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

type CheckWords = { readonly title: string; readonly remedy: (details: string) => string };

export function doctorMessages(locale: Locale): Readonly<Record<Check, CheckWords>> {
  return { ru: RU, en: EN }[locale];
}

const RU: Readonly<Record<Check, CheckWords>> = {
  pages: { title: 'Страницы собраны', remedy: () => 'выполните npm run build' },
  folder: { title: 'Папка данных', remedy: (folder) => `${folder} не открыта на запись тому, кто запускает Опору` },
  secret: { title: 'Секрет установки', remedy: (file) => `${file} читают посторонние: chmod 600` },
  disk: { title: 'Место на диске', remedy: (mb) => `свободно ${mb} МБ: освободите место, нужно от 2 ГБ` },
  database: { title: 'База данных отвечает', remedy: () => 'не отвечает: проверьте DATABASE_URL и сервер' },
  'database-folder': {
    title: 'Место встроенной базы',
    remedy: (folder) => `папка данных закрыта для пользователя, от имени которого работает база; она лежит в ${folder}`,
  },
  'database-version': { title: 'Версия PostgreSQL', remedy: (major) => `${major}: нужна 15 или новее` },
  encoding: { title: 'Кодировка базы', remedy: (encoding) => `${encoding}: создайте базу с encoding 'UTF8'` },
  extensions: {
    title: 'Расширения PostgreSQL',
    remedy: (names) => `нет ${names}: поставьте пакет postgresql-contrib`,
  },
  role: {
    title: 'Роль для запросов',
    remedy: (owner) =>
      `выполните от имени администратора сервера: grant opora_request to "${owner}" (роль создаёт create role opora_request nologin)`,
  },
  'row-level-security': {
    title: 'Защита строк по территории',
    remedy: (tables) => `выключена в ${tables}: восстановите базу из копии или сообщите разработчикам`,
  },
  migrations: {
    title: 'Схема базы',
    remedy: (found) => `не та, что у этой версии (${found}): opora migrate, а если не поможет — поставьте новую версию`,
  },
  clock: {
    title: 'Часы',
    remedy: (seconds) => `расходятся с часами базы на ${seconds} с: включите синхронизацию времени`,
  },
  mail: {
    title: 'Почта',
    remedy: (found) =>
      found === 'none'
        ? 'SMTP_URL не задан: письма складываются в папку outbox, ссылки людям передавайте сами'
        : 'почтовый сервер не принимает нас: проверьте SMTP_URL',
  },
  address: {
    title: 'Адрес сайта',
    remedy: (origin) => `${origin}: пароли пойдут по сети открыто; поставьте прокси с TLS и задайте ORIGIN=https://…`,
  },
};

const EN: Readonly<Record<Check, CheckWords>> = {
  pages: { title: 'The pages are built', remedy: () => 'run npm run build' },
  folder: { title: 'Data folder', remedy: (folder) => `${folder} cannot be written by whoever runs Opora` },
  secret: { title: 'Secret of the installation', remedy: (file) => `${file} can be read by others: chmod 600` },
  disk: { title: 'Free disk', remedy: (mb) => `${mb} MB are free: make room, 2 GB and more are needed` },
  database: { title: 'The database answers', remedy: () => 'no answer: check DATABASE_URL and the server' },
  'database-folder': {
    title: 'Place of the embedded database',
    remedy: (folder) =>
      `the user of the database server cannot reach the data folder, so the database lives in ${folder}`,
  },
  'database-version': { title: 'Version of PostgreSQL', remedy: (major) => `${major}: 15 or later is needed` },
  encoding: { title: 'Encoding of the database', remedy: (encoding) => `${encoding}: create it with encoding 'UTF8'` },
  extensions: {
    title: 'Extensions of PostgreSQL',
    remedy: (names) => `${names} missing: install the package postgresql-contrib`,
  },
  role: {
    title: 'Role of requests',
    remedy: (owner) =>
      `as the administrator of the server: grant opora_request to "${owner}" (made by create role opora_request nologin)`,
  },
  'row-level-security': {
    title: 'Row-level security by place',
    remedy: (tables) => `off in ${tables}: restore a backup or tell the developers`,
  },
  migrations: {
    title: 'Schema of the database',
    remedy: (found) => `not that of this version (${found}): opora migrate, and if it refuses, install a later version`,
  },
  clock: {
    title: 'Clock',
    remedy: (seconds) => `${seconds} s off the clock of the database: turn time synchronisation on`,
  },
  mail: {
    title: 'Mail',
    remedy: (found) =>
      found === 'none'
        ? 'SMTP_URL is not set: letters are kept in the folder outbox, hand links over yourself'
        : 'the mail server does not take us: check SMTP_URL',
  },
  address: {
    title: 'Address of the site',
    remedy: (origin) =>
      `${origin}: passwords cross the network in the open; put a TLS proxy before it, ORIGIN=https://…`,
  },
};
