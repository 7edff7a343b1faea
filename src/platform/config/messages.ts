import type { ConfigFault, ConfigFaultCode } from '#platform/config/config.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** One sentence: which setting is wrong, what was given, what is expected. */
export function configFaultMessage(locale: Locale, fault: ConfigFault): string {
  return MESSAGES[locale][fault.code](fault);
}

const MESSAGES: Record<Locale, Record<ConfigFaultCode, (fault: ConfigFault) => string>> = {
  ru: {
    port: ({ name, given }) => `${name}=${given}: нужен номер порта от 0 до 65535.`,
    host: ({ name, given }) => `${name}=${given}: нужен адрес или имя узла, например 127.0.0.1.`,
    origin: ({ name }) => `${name}: нужен адрес сайта без пути, например https://opora.example.`,
    folder: ({ name }) => `${name}: нужна папка для данных.`,
    'database-url': ({ name }) => `${name}: нужен адрес PostgreSQL, например postgres://opora@db.example/opora.`,
    count: ({ name, given }) => `${name}=${given}: нужно число соединений от 2 до 500.`,
    'smtp-url': ({ name }) => `${name}: нужен адрес почтового сервера, например smtp://mail.example:25.`,
    'mail-from': ({ name, given }) =>
      `${name}=${given}: нужен адрес отправителя, например «Опора <opora@mail.example>».`,
    secret: ({ name }) => `${name}: нужна случайная строка не короче 32 знаков (openssl rand -hex 32).`,
    'time-zone': ({ name, given }) => `${name}=${given}: такого часового пояса нет; пример: Asia/Novosibirsk.`,
    'log-level': ({ name, given }) => `${name}=${given}: возможны debug, info, warn, error, silent.`,
    switch: ({ name, given }) => `${name}=${given}: возможны yes и no.`,
    header: ({ name, given }) => `${name}=${given}: нужно имя заголовка, например x-forwarded-for.`,
    'demonstration-with-database': ({ name }) =>
      `${name}: демонстрационный режим работает только со встроенной базой. Для своей базы запустите opora serve (OPORA_DEMO=no).`,
    'demonstration-in-the-open': ({ name, given }) =>
      `${name}=${given}: демонстрационный режим открыт всем, кто знает адрес, и работает только на этом компьютере. Для сети запустите opora serve (OPORA_DEMO=no).`,
  },
  en: {
    port: ({ name, given }) => `${name}=${given}: a port number from 0 to 65535 is needed.`,
    host: ({ name, given }) => `${name}=${given}: an address or a host name is needed, such as 127.0.0.1.`,
    origin: ({ name }) => `${name}: the address of the site without a path is needed, such as https://opora.example.`,
    folder: ({ name }) => `${name}: a folder for the data is needed.`,
    'database-url': ({ name }) =>
      `${name}: an address of PostgreSQL is needed, such as postgres://opora@db.example/opora.`,
    count: ({ name, given }) => `${name}=${given}: a number of connections from 2 to 500 is needed.`,
    'smtp-url': ({ name }) => `${name}: an address of a mail server is needed, such as smtp://mail.example:25.`,
    'mail-from': ({ name, given }) => `${name}=${given}: a sender is needed, such as "Opora <opora@mail.example>".`,
    secret: ({ name }) => `${name}: a random text of at least 32 characters is needed (openssl rand -hex 32).`,
    'time-zone': ({ name, given }) => `${name}=${given}: there is no such time zone; an example: Asia/Novosibirsk.`,
    'log-level': ({ name, given }) => `${name}=${given}: debug, info, warn, error, silent are possible.`,
    switch: ({ name, given }) => `${name}=${given}: yes and no are possible.`,
    header: ({ name, given }) => `${name}=${given}: the name of a header is needed, such as x-forwarded-for.`,
    'demonstration-with-database': ({ name }) =>
      `${name}: the demonstration works with the embedded database only. For your own, run opora serve (OPORA_DEMO=no).`,
    'demonstration-in-the-open': ({ name, given }) =>
      `${name}=${given}: the demonstration is open to whoever knows its address and runs on this computer only. For a network, run opora serve (OPORA_DEMO=no).`,
  },
};
