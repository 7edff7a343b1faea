import type { ObstacleCode } from '#features/installation/obstacles.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** What stands in the way, and what to do about it. */
type ObstacleMessages = {
  readonly sentences: Readonly<Record<ObstacleCode, (detail: string) => string>>;
  readonly defect: (details: string) => string;
};

export function obstacleMessages(locale: Locale): ObstacleMessages {
  return { ru: RU, en: EN }[locale];
}

const RU: ObstacleMessages = {
  defect: (details) => `Не получилось: ${details}. Причину поможет найти opora doctor.`,
  sentences: {
    'folder-closed': (folder) =>
      `Папка данных закрыта для записи (${folder}): откройте её пользователю, который запускает Опору, или задайте другую (OPORA_DATA=/папка).`,
    'folder-is-a-file': (folder) => `${folder} — не папка: задайте папку данных (OPORA_DATA=/папка).`,
    'folder-of-another-user': (folder) =>
      `База в папке данных принадлежит другому пользователю (${folder}): запустите команду от его имени (sudo -u ИМЯ) или задайте другую папку (OPORA_DATA=/папка).`,
    'disk-full': (folder) =>
      `На диске кончилось место${folder === '' ? '' : ` (${folder})`}: освободите его и запустите снова; подтверждённое сохранено.`,
    'other-postgresql': (version) =>
      `База в папке данных создана PostgreSQL ${version}, а с этой Опорой идёт другая: запустите ту Опору, которая её создала, сохраните копию (opora backup) и восстановите её здесь в новую папку (opora restore).`,
    'database-newer': (migration) =>
      `База от более новой версии Опоры (миграция ${migration}): запустите ту версию или восстановите прежнюю копию в новую папку (opora restore). Ничего не изменено.`,
    'migration-changed': (migration) =>
      `Миграция ${migration} изменена после того, как база её получила: верните файл из поставки Опоры. Ничего не изменено.`,
    'server-does-not-start': (words) =>
      `Встроенная PostgreSQL не запускается (${words}): подробности — в папке данных, postgresql/log и postgresql/server.log.`,
    'database-unreachable': (code) => `База данных не отвечает (${code}): проверьте DATABASE_URL и работает ли сервер.`,
    'database-refuses': (code) =>
      `База данных не пускает (${code}): проверьте имя и пароль в DATABASE_URL и pg_hba.conf сервера.`,
    'database-missing': () =>
      'Базы, названной в DATABASE_URL, на сервере нет: создайте её, как сказано в docs/operations.md.',
    'port-taken': (port) =>
      `Порт ${port} занят: остановите программу, которая его занимает, или задайте другой (PORT=3001).`,
    'port-closed': (port) =>
      `Порт ${port} может занять только root: задайте порт от 1024 (PORT=3000), а наружу пусть отвечает прокси.`,
    'host-elsewhere': (host) => `На этой машине нет адреса ${host}: задайте свой (HOST=127.0.0.1 или HOST=0.0.0.0).`,
    'already-running': (port) =>
      `Опора на порту ${port} уже работает: откройте её; чтобы запустить ещё одну, задайте другой порт (PORT=3001).`,
    'archive-exists': (file) => `${file} уже есть: копия не пишется поверх прежней, назовите новый файл.`,
    'archive-folder-missing': (folder) => `Нет папки ${folder}: создайте её, а потом повторите.`,
    'archive-closed': (folder) =>
      `${folder} закрыта для записи тому, кто запустил команду: назовите другую папку или откройте эту.`,
    'archive-disk-full': (folder) =>
      `Копия не поместилась: в ${folder} кончилось место. Недописанное удалено; освободите место или назовите другую папку.`,
  },
};

const EN: ObstacleMessages = {
  defect: (details) => `It did not work: ${details}. opora doctor helps to find the reason.`,
  sentences: {
    'folder-closed': (folder) =>
      `The data folder cannot be written (${folder}): open it to the user who runs Opora, or choose another one (OPORA_DATA=/folder).`,
    'folder-is-a-file': (folder) => `${folder} is no folder: name a folder for the data (OPORA_DATA=/folder).`,
    'folder-of-another-user': (folder) =>
      `The database in the data folder belongs to another user (${folder}): run the command as that user (sudo -u NAME), or choose another folder (OPORA_DATA=/folder).`,
    'disk-full': (folder) =>
      `The disk is full${folder === '' ? '' : ` (${folder})`}: make room and start again; what was acknowledged is kept.`,
    'other-postgresql': (version) =>
      `PostgreSQL ${version} made the database in the data folder, and this Opora brings another one: start the Opora that made it, back it up (opora backup), and restore that here into a new folder (opora restore).`,
    'database-newer': (migration) =>
      `The database belongs to a later version of Opora (migration ${migration}): start that version, or restore an earlier backup into a new folder (opora restore). Nothing was changed.`,
    'migration-changed': (migration) =>
      `The migration ${migration} was changed after the database had got it: take the file as Opora was delivered. Nothing was changed.`,
    'server-does-not-start': (words) =>
      `The embedded PostgreSQL does not start (${words}): see postgresql/log and postgresql/server.log in the data folder.`,
    'database-unreachable': (code) =>
      `The database does not answer (${code}): check DATABASE_URL and whether the server runs.`,
    'database-refuses': (code) =>
      `The database lets nobody in (${code}): check name and password in DATABASE_URL and pg_hba.conf of the server.`,
    'database-missing': () =>
      'The server has no such database as DATABASE_URL names: make it as docs/operations.md says.',
    'port-taken': (port) => `Port ${port} is taken: stop the program that holds it, or choose another one (PORT=3001).`,
    'port-closed': (port) =>
      `Only root may take port ${port}: choose one from 1024 on (PORT=3000) and let a proxy answer outside.`,
    'host-elsewhere': (host) =>
      `This machine has no address ${host}: name one of its own (HOST=127.0.0.1 or HOST=0.0.0.0).`,
    'already-running': (port) =>
      `Opora runs at port ${port} already: open that one; to start another, choose another port (PORT=3001).`,
    'archive-exists': (file) => `${file} is there already: no backup is written over another, name a new file.`,
    'archive-folder-missing': (folder) => `There is no folder ${folder}: make it, then repeat.`,
    'archive-closed': (folder) =>
      `${folder} cannot be written by whoever ran the command: name another folder, or open this one.`,
    'archive-disk-full': (folder) =>
      `The backup did not fit: ${folder} is full. The unfinished file is removed; make room or name another folder.`,
  },
};
