import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { done } from '#domain/outcome.ts';
import { clockIn, journal, makeContext } from '#platform/context/context.ts';
import type { Database } from '#platform/database/connect.ts';
import { connect } from '#platform/database/connect.ts';
import { serverProcess } from '#platform/database/embedded/server-state.ts';

const ROOT = path.dirname(import.meta.dirname);
const SQL_CLIENTS = 3;
const HTTP_CLIENTS = 2;
/** Clients write for so long between two kills. */
const WRITING_MS = 1_500;
const BACK_WITHIN_MS = 60_000;

export type Round = {
  readonly killed: 'server' | 'database';
  /** From the kill until Opora answered again. */
  readonly backMs: number;
  /** Changes and sign-ins acknowledged so far. */
  readonly acknowledged: number;
  /** Acknowledged, and not in the tables. */
  readonly lost: number;
  /** In the tables, and neither acknowledged nor under way when something was killed. */
  readonly strange: number;
};

/** What clients were told, and what they asked for without hearing the answer. */
type Log = { readonly acknowledged: Set<string>; readonly unanswered: Set<string>; readonly sessions: Set<string> };

/**
 * Kills the server and the embedded database in turn while clients write through commands and sign in over HTTP, lets
 * everything come up again and compares the clients' log with the tables.
 */
export async function* killWhileWriting(
  times: number,
  { dataFolder, port }: { readonly dataFolder: string; readonly port: number },
): AsyncGenerator<Round> {
  let server = await startServer(dataFolder, port);
  const { database } = connect(
    { host: path.join(dataFolder, 'socket'), user: 'opora', database: 'opora' },
    SQL_CLIENTS + 1,
    'opora-bench',
  );
  const log: Log = { acknowledged: new Set(), unanswered: new Set(), sessions: new Set() };
  const stop = new AbortController();
  const emails = await database.selectFrom('person').select('email').orderBy('id').execute();
  const clients = [
    ...Array.from({ length: SQL_CLIENTS }, (_, client) => writeChanges(database, `${client}`, log, stop.signal)),
    ...Array.from({ length: HTTP_CLIENTS }, (_, client) =>
      signInAgainAndAgain(
        emails.map(({ email }) => email),
        port,
        client,
        log,
        stop.signal,
      ),
    ),
  ];
  try {
    for (let round = 0; round < times; round += 1) {
      await pause(WRITING_MS);
      const killed = round % 2 === 0 ? 'server' : 'database';
      const began = performance.now();
      if (killed === 'server') {
        server.kill('SIGKILL');
        await once(server, 'exit');
        server = await startServer(dataFolder, port);
      } else {
        process.kill(serverProcess(path.join(dataFolder, 'postgresql')) ?? 0, 'SIGKILL');
        await pause(100);
        await untilReady(port);
      }
      const backMs = performance.now() - began;
      yield { killed, backMs, ...(await compare(database, log)) };
    }
  } finally {
    stop.abort();
    await Promise.all(clients);
    await database.destroy();
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

async function startServer(dataFolder: string, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [path.join(ROOT, 'demo', 'start.ts')], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      OPORA_DATA: dataFolder,
      PORT: String(port),
      ADDRESS_HEADER: 'x-forwarded-for',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ready = new Promise<void>((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('READY')) resolve();
    });
    server.once('exit', () => {
      reject(new Error(`the server ended before it was ready: ${said}`));
    });
  });
  await ready;
  return server;
}

async function untilReady(port: number): Promise<void> {
  const deadline = performance.now() + BACK_WITHIN_MS;
  while (performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(50);
  }
  throw new Error('Opora did not come back');
}

/** One journalled change after the other, as commands make them. */
async function writeChanges(database: Database, client: string, log: Log, stop: AbortSignal): Promise<void> {
  const context = makeContext(database, null, ['1'], clockIn('Europe/Moscow'));
  for (let count = 1; !stop.aborted; count += 1) {
    const words = `клиент ${client} слово ${count}`;
    log.unanswered.add(words);
    try {
      const outcome = await context.transaction(async (writer) => {
        await journal(writer, null, { deed: 'organization.edited', path: '1' });
        await sql`insert into organization_alias (organization_id, territory_id, words)
          values (${(count % 900) + 1}, 1, ${words})`.execute(writer);
        return done(null);
      });
      if (outcome.ok) log.acknowledged.add(words);
      log.unanswered.delete(words);
    } catch {
      await pause(50);
    }
  }
}

/** Sign-ins over HTTP: a cookie in the answer is the promise that the session is kept. */
async function signInAgainAndAgain(
  emails: readonly string[],
  port: number,
  client: number,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  for (let count = 1; !stop.aborted; count += 1) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: `http://localhost:${port}`,
          // Every sign-in comes from an address of its own: nobody is throttled.
          'x-forwarded-for': `10.${client}.${Math.floor(count / 250)}.${(count % 250) + 1}`,
        },
        body: new URLSearchParams({ email: emails[count % emails.length] ?? '', password: DEMONSTRATION_PASSWORD }),
      });
      const token = /session_token=([^.;]+)/u.exec(answer.headers.getSetCookie().join('\n'))?.[1];
      if (token === undefined) await pause(50);
      else log.sessions.add(decodeURIComponent(token));
      await answer.arrayBuffer();
    } catch {
      await pause(50);
    }
  }
}

async function compare(database: Database, log: Log): Promise<Pick<Round, 'acknowledged' | 'lost' | 'strange'>> {
  // The log of this moment: what is acknowledged while we look is compared next time.
  const [promised, sessions] = [[...log.acknowledged], [...log.sessions]];
  const read = async () => {
    const { rows: kept } = await sql<{ words: string }>`
      select words from organization_alias a where words like 'клиент %' and exists (
        select from journal_change c where c.subject = 'organization_alias' and c.record_id = a.id::text
      )`.execute(database);
    const tokens = await database.selectFrom('sign_in_session').select('token').execute();
    return { words: kept.map(({ words }) => words), tokens: new Set(tokens.map(({ token }) => token)) };
  };
  const { words, tokens } = await read().catch(async () => {
    await pause(1_000);
    return read();
  });
  const known = new Set(words);
  // An answer that arrives after the rows were read makes a change acknowledged, not strange.
  await pause(200);
  return {
    acknowledged: promised.length + sessions.length,
    lost: promised.filter((one) => !known.has(one)).length + sessions.filter((one) => !tokens.has(one)).length,
    strange: words.filter((one) => !log.acknowledged.has(one) && !log.unanswered.has(one)).length,
  };
}
