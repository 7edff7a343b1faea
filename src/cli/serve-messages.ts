import type { OpeningStep } from '#features/installation/open.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type ServeMessages = {
  readonly steps: Readonly<Record<OpeningStep, string>>;
  readonly movedTo: (folder: string) => string;
  readonly notBuilt: string;
  readonly stopping: string;
};

export function serveMessages(locale: Locale): ServeMessages {
  return { ru: RU, en: EN }[locale];
}

const RU: ServeMessages = {
  steps: { database: 'База данных запускается…', migrations: 'Схема базы приводится к последней версии…' },
  movedTo: (folder) =>
    `Папка данных закрыта для пользователя, от имени которого работает база; база лежит в ${folder}.`,
  notBuilt: 'Страницы не собраны: выполните npm run build или запустите npm start, он сделает это сам.',
  stopping: 'Останавливаюсь: заканчиваю начатое…',
};

const EN: ServeMessages = {
  steps: { database: 'The database is starting…', migrations: 'The schema is brought up to date…' },
  movedTo: (folder) => `The user of the database server cannot reach the data folder; the database lives in ${folder}.`,
  notBuilt: 'The pages are not built: run npm run build, or npm start, which does it by itself.',
  stopping: 'Stopping: what has begun is finished first…',
};
