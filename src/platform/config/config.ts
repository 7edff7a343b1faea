import path from 'node:path';
import * as v from 'valibot';

/** How this installation runs: parsed once from the environment, and handed to whoever needs a part of it. */
export type Config = {
  readonly mode: 'demonstration' | 'production';
  readonly port: number;
  readonly host: string;
  /** Scheme, host and port that people type: `https://opora.example`. Forms from elsewhere are refused. */
  readonly origin: string;
  /** Folder of everything Opora keeps outside the database; the embedded database too. */
  readonly dataFolder: string;
  /** null: the embedded PostgreSQL on the data folder. */
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  /** null: letters are kept in the outbox and not sent. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Signs sessions and links; null: made at first start and kept in the data folder. */
  readonly secret: string | null;
  readonly timeZone: string;
  readonly logLevel: LogLevel;
  /** Header in which a trusted proxy names the address of the visitor; null: no proxy. */
  readonly addressHeader: string | null;
};

export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that stops the start: which one, what is wrong with it (a key of messages), and what was given. */
export type ConfigFault = { readonly name: string; readonly code: ConfigFaultCode; readonly given: string };

export type ConfigFaultCode =
  | 'port'
  | 'host'
  | 'origin'
  | 'folder'
  | 'database-url'
  | 'count'
  | 'smtp-url'
  | 'mail-from'
  | 'secret'
  | 'time-zone'
  | 'log-level'
  | 'switch'
  | 'header'
  | 'demonstration-with-database'
  | 'demonstration-in-the-open';

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);
/** A shorter secret could be guessed. */
const SHORTEST_SECRET = 32;

const wholeNumber = (from: number, to: number, code: ConfigFaultCode) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/u, code), v.transform(Number), v.minValue(from, code), v.maxValue(to, code));

const urlWith = (protocols: readonly string[], code: ConfigFaultCode) =>
  v.pipe(
    v.string(),
    v.check((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), code),
  );

const SETTINGS = v.object({
  PORT: v.optional(wholeNumber(0, 65_535, 'port'), '3000'),
  HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]{1,253}$/u, 'host')), '127.0.0.1'),
  ORIGIN: v.optional(
    v.pipe(
      v.string(),
      v.check(isOrigin, 'origin'),
      v.transform((text) => new URL(text).origin),
    ),
  ),
  OPORA_DATA: v.optional(v.pipe(v.string(), v.nonEmpty('folder'))),
  DATABASE_URL: v.optional(urlWith(['postgres:', 'postgresql:'], 'database-url')),
  DATABASE_CONNECTIONS: v.optional(wholeNumber(2, 500, 'count'), '20'),
  SMTP_URL: v.optional(urlWith(['smtp:', 'smtps:'], 'smtp-url')),
  MAIL_FROM: v.optional(
    v.pipe(v.string(), v.regex(/^(?:[^<>\r\n]{1,200} <)?[^\s<>@]+@[^\s<>@]+>?$/u, 'mail-from')),
    'opora@localhost',
  ),
  OPORA_SECRET: v.optional(v.pipe(v.string(), v.minLength(SHORTEST_SECRET, 'secret'))),
  OPORA_TIME_ZONE: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'time-zone')), 'Europe/Moscow'),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, 'log-level'), 'info'),
  ADDRESS_HEADER: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/u, 'header'), v.toLowerCase())),
  OPORA_DEMO: v.optional(
    v.pipe(
      v.picklist(['yes', 'no', '1', '0', 'true', 'false'], 'switch'),
      v.transform((word) => isYes(word)),
    ),
  ),
});

/** Names of all settings, for the documentation and its test. */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS.entries);

/**
 * Reads the settings from the environment; an empty value is as good as none.
 *
 * @param environment `process.env`
 * @param defaults the folder of data where none is named, and whether this start is the demonstration unless said otherwise
 */
export function readConfig(
  environment: Environment,
  defaults: { readonly dataFolder: string; readonly demonstration: boolean },
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly ConfigFault[] } {
  const given = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, environment[name]?.trim()]).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  ) as Record<string, string>;
  const parsed = v.safeParse(SETTINGS, given);
  if (!parsed.success) return { ok: false, faults: parsed.issues.map((issue) => faultOf(issue, given)) };
  const settings = parsed.output;
  const demonstration = settings.OPORA_DEMO ?? defaults.demonstration;
  const faults: ConfigFault[] = [];
  if (demonstration && settings.DATABASE_URL !== undefined)
    faults.push({ name: 'DATABASE_URL', code: 'demonstration-with-database', given: '…' });
  if (demonstration && !LOOPBACK.has(settings.HOST))
    faults.push({ name: 'HOST', code: 'demonstration-in-the-open', given: settings.HOST });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    config: {
      mode: demonstration ? 'demonstration' : 'production',
      port: settings.PORT,
      host: settings.HOST,
      origin: settings.ORIGIN ?? `http://localhost:${settings.PORT}`,
      dataFolder: path.resolve(settings.OPORA_DATA ?? defaults.dataFolder),
      databaseUrl: settings.DATABASE_URL ?? null,
      databaseConnections: settings.DATABASE_CONNECTIONS,
      smtpUrl: settings.SMTP_URL ?? null,
      mailFrom: settings.MAIL_FROM,
      secret: settings.OPORA_SECRET ?? null,
      timeZone: settings.OPORA_TIME_ZONE,
      logLevel: settings.LOG_LEVEL,
      addressHeader: settings.ADDRESS_HEADER ?? null,
    },
  };
}

function faultOf(issue: v.BaseIssue<unknown>, given: Readonly<Record<string, string>>): ConfigFault {
  const name = v.getDotPath(issue) ?? '';
  // Secrets and addresses with passwords are not shown.
  const shown = /SECRET|URL/u.test(name) ? '…' : (given[name] ?? '');
  return { name, code: issue.message as ConfigFaultCode, given: shown };
}

/** A trailing slash is forgiven; a path is not: Opora lives at the root of its address. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return /^https?:$/u.test(protocol) && origin === text.replace(/\/$/u, '');
}

function isYes(word: string): boolean {
  return word === 'yes' || word === '1' || word === 'true';
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
