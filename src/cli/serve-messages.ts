import type { OpeningStep } from '#features/installation/open.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type ServeMessages = {
  readonly steps: Readonly<Record<OpeningStep, string>>;
  readonly movedTo: (folder: string) => string;
  readonly notBuilt: string;
  readonly stopping: string;
  readonly failure: (error: Error, port: number) => string;
};

export function serveMessages(locale: Locale): ServeMessages {
  return { ru: RU, en: EN }[locale];
}

const isPortTaken = (error: Error) => 'code' in error && error.code === 'EADDRINUSE';

const RU: ServeMessages = {
  steps: { database: 'База данных запускается…', migrations: 'Схема базы приводится к последней версии…' },
  movedTo: (folder) =>
    `Папка данных закрыта для пользователя, от имени которого работает база; база лежит в ${folder}.`,
  notBuilt: 'Страницы не собраны: выполните npm run build или запустите npm start, он сделает это сам.',
  stopping: 'Останавливаюсь: заканчиваю начатое…',
  failure: (error, port) =>
    isPortTaken(error)
      ? `Порт ${port} занят: остановите программу, которая его занимает, или задайте другой (PORT=3001).`
      : `Запустить не удалось: ${error.message}`,
};

const EN: ServeMessages = {
  steps: { database: 'The database is starting…', migrations: 'The schema is brought up to date…' },
  movedTo: (folder) => `The user of the database server cannot reach the data folder; the database lives in ${folder}.`,
  notBuilt: 'The pages are not built: run npm run build, or npm start, which does it by itself.',
  stopping: 'Stopping: what has begun is finished first…',
  failure: (error, port) =>
    isPortTaken(error)
      ? `Port ${port} is taken: stop the program that holds it, or choose another one (PORT=3001).`
      : `It could not be started: ${error.message}`,
};
