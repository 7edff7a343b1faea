import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { openDatabase, withClient } from '#features/installation/open-database.server.ts';
import { builtPages } from '#features/installation/pages.server.ts';
import type { Config } from '#platform/config/config.ts';
import { readMigrations } from '#platform/database/migrate.ts';
import { checkMailServer } from '#platform/mail/mail.ts';

/** What was looked at; with `wrong` or `doubtful` its words tell what to do. */
export type Check =
  | 'pages'
  | 'folder'
  | 'secret'
  | 'disk'
  | 'database'
  | 'database-folder'
  | 'database-version'
  | 'encoding'
  | 'extensions'
  | 'role'
  | 'row-level-security'
  | 'migrations'
  | 'clock'
  | 'mail'
  | 'address';

/** `details`: what was found, a number or a name. */
export type Diagnosis = {
  readonly check: Check;
  readonly state: 'fine' | 'doubtful' | 'wrong';
  readonly details: string;
  /** What was thrown when the database was asked: its own sentence tells more than ours. */
  readonly cause?: unknown;
};

const OLDEST_POSTGRESQL = 15;
const EXTENSIONS = ['ltree', 'citext', 'pg_trgm'] as const;
const ENOUGH_DISK = 2 * 1024 ** 3;
const LITTLE_DISK = 256 * 1024 ** 2;
const CLOCK_DRIFT_S = 5;

/** Looks at an installation without changing anything but the empty embedded database, which is made. */
export async function examineInstallation(config: Config, programFolder: string): Promise<Diagnosis[]> {
  const built = existsSync(path.join(builtPages(programFolder), 'handler.js'));
  const diagnoses: Diagnosis[] = [
    { check: 'pages', state: built ? 'fine' : 'wrong', details: '' },
    ...(await examineFolder(config)),
    examineAddress(config),
  ];
  diagnoses.push(...(await examineDatabase(config, programFolder)));
  const mail = await checkMailServer(config.smtpUrl);
  diagnoses.push({ check: 'mail', state: mail === 'none' ? 'doubtful' : mail, details: mail === 'none' ? 'none' : '' });
  return diagnoses;
}

async function examineFolder({ dataFolder, secret }: Config): Promise<Diagnosis[]> {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return [{ check: 'folder', state: 'wrong', details: dataFolder }];
  }
  const { bavail, bsize } = await statfs(dataFolder);
  const free = bavail * bsize;
  const kept = path.join(dataFolder, 'secret');
  const isOpen = secret === null && existsSync(kept) && (statSync(kept).mode & 0o077) !== 0;
  return [
    { check: 'folder', state: 'fine', details: dataFolder },
    { check: 'secret', state: isOpen ? 'wrong' : 'fine', details: kept },
    {
      check: 'disk',
      state: free < LITTLE_DISK ? 'wrong' : free < ENOUGH_DISK ? 'doubtful' : 'fine',
      details: String(Math.floor(free / 1024 ** 2)),
    },
  ];
}

/** Passwords that cross a network need encryption: a proxy gives it, and the address says so. */
function examineAddress({ host, origin }: Config): Diagnosis {
  const isLocal = /^(?:localhost|127\.|::1)/u.test(host) && /^http:\/\/(?:localhost|127\.)/u.test(origin);
  return { check: 'address', state: isLocal || origin.startsWith('https:') ? 'fine' : 'doubtful', details: origin };
}

async function examineDatabase(config: Config, programFolder: string): Promise<Diagnosis[]> {
  try {
    const { address, embeddedIn, close } = await openDatabase(config);
    try {
      const moved = embeddedIn !== null && embeddedIn !== config.dataFolder;
      return [
        { check: 'database', state: 'fine', details: '' },
        ...(moved ? [{ check: 'database-folder', state: 'doubtful', details: embeddedIn } as const] : []),
        ...(await withClient(address, (client) => askDatabase(client, programFolder))),
      ];
    } finally {
      await close();
    }
  } catch (cause) {
    return [{ check: 'database', state: 'wrong', details: '', cause }];
  }
}

async function askDatabase(client: Client, programFolder: string): Promise<Diagnosis[]> {
  const { rows } = await client.query<Facts>(FACTS, [[...EXTENSIONS]]);
  const [facts] = rows;
  if (!facts) throw new Error('the database gave no answer');
  const drift = Math.abs(facts.now.getTime() - Date.now()) / 1000;
  const missing = EXTENSIONS.filter((name) => !facts.extensions.includes(name));
  const major = Math.floor(facts.version / 10_000);
  const state = (isFine: boolean) => (isFine ? 'fine' : 'wrong');
  return [
    { check: 'database-version', state: state(major >= OLDEST_POSTGRESQL), details: String(major) },
    { check: 'encoding', state: state(facts.encoding === 'UTF8'), details: facts.encoding },
    { check: 'extensions', state: state(missing.length === 0), details: missing.join(', ') },
    { check: 'clock', state: state(drift < CLOCK_DRIFT_S), details: drift.toFixed(0) },
    { check: 'role', state: state(facts.may_act || (!facts.migrated && facts.may_make_roles)), details: facts.owner },
    ...(await examineSchema(client, facts.migrated, programFolder)),
  ];
}

async function examineSchema(client: Client, isMigrated: boolean, programFolder: string): Promise<Diagnosis[]> {
  const own = readMigrations(path.join(programFolder, 'migrations'));
  if (!isMigrated) return [{ check: 'migrations', state: 'doubtful', details: String(own.length) }];
  const { rows: landed } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  );
  const foreign = landed.find(({ name, checksum }) => !own.some((m) => m.name === name && m.checksum === checksum));
  const waiting = own.filter(({ name }) => !landed.some((one) => one.name === name)).length;
  // A table that requests may read belongs to a place, or is the same for all.
  const { rows: open } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
       and has_table_privilege('opora_request', c.oid, 'select')
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'path' and not a.attisdropped)`,
  );
  return [
    {
      check: 'migrations',
      state: foreign ? 'wrong' : waiting > 0 ? 'doubtful' : 'fine',
      details: foreign?.name ?? String(waiting),
    },
    {
      check: 'row-level-security',
      state: open.length === 0 ? 'fine' : 'wrong',
      details: open.map(({ name }) => name).join(', '),
    },
  ];
}

type Facts = {
  readonly version: number;
  readonly encoding: string;
  readonly extensions: readonly string[];
  readonly now: Date;
  readonly owner: string;
  readonly migrated: boolean;
  readonly may_act: boolean;
  readonly may_make_roles: boolean;
};

const FACTS = `
  select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding,
    array(select name::text from pg_available_extensions where name = any ($1)) as extensions,
    clock_timestamp() as now, current_user::text as owner, to_regclass('public.migration') is not null as migrated,
    coalesce((select pg_has_role(oid, 'member') from pg_roles where rolname = 'opora_request'), false) as may_act,
    (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may_make_roles`;
