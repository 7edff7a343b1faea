/** The log of a real server over a real database, at its most talkative, while people work and things break. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { ADDRESS_HEADER, ORIGIN } from '#tests/routes/served-region.ts';
import { Visitor } from '#tests/routes/visitor.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { aRegion } from '#tests/support/database.ts';
import type { ServedOpora } from '#tests/support/served/served-opora.ts';
import { serveOpora } from '#tests/support/served/served-opora.ts';
import { totp } from '#tests/support/served/totp.ts';

const SURNAME = 'Скрытницкая';
const INVITED = { name: `${SURNAME} Нинель Эмильевна`, email: 'ninel.skrytnitskaya@novoselye.example' };
const PHONE = '+7 913 555-01-23';
const WRONG_PASSWORD = 'угаданный-пароль-777';

let region: TestDatabase;
let opora: ServedOpora;
let mail: { readonly server: Server; readonly port: number };
const folder = mkdtempSync(path.join(tmpdir(), 'opora-log-'));
const { people, exemplars } = demonstrationRegion();
const admin = people.find(({ key }) => key === exemplars.administrator);
const email = admin?.email ?? '';

beforeAll(async () => {
  region = await aRegion();
  mail = await aMailServerThatRefuses();
  const { host, user, database } = region.address;
  opora = await serveOpora({
    ...{ OPORA_DATA: folder, ORIGIN, ADDRESS_HEADER, LOG_LEVEL: 'debug', DATABASE_CONNECTIONS: '4' },
    DATABASE_URL: `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
    SMTP_URL: `smtp://127.0.0.1:${String(mail.port)}`,
    OPORA_SECRET: 'a secret of tests that nobody has to keep',
  });
});
afterAll(async () => {
  await opora.stop();
  mail.server.close();
  await region.database.destroy();
  rmSync(folder, { recursive: true });
});

test('the log tells what broke, and nothing of people, whatever they type and whatever breaks', async () => {
  const visitor = new Visitor(opora.port);
  await visitor.post('/sign-in', { email, password: WRONG_PASSWORD });
  await visitor.signIn(email, DEMONSTRATION_PASSWORD);
  const begun = await visitor.post('/account/second-factor?/begin', { password: DEMONSTRATION_PASSWORD });
  const secret = /secret=([A-Z2-7]+)/u.exec(begun.body)?.[1] ?? '';
  const [, recoveryCode = ''] = /<li><code>([^<]+)<\/code><\/li>/u.exec(begun.body) ?? [];
  const code = totp(secret);
  expect((await visitor.post('/account/second-factor?/confirm', { code })).status).toBe(303);
  const tokens = visitor.cookies.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1));
  const session = tokens.filter((value) => value.length > 20);
  expect(session).not.toEqual([]);
  expect(recoveryCode.length).toBeGreaterThan(5);

  await searchFor(visitor);
  const invite = { ...INVITED, organization: '#1', role: 'analyst' };
  expect((await visitor.post('/people/invite', invite)).status).toBe(303);
  await visitor.post('/people/invite', { ...invite, organization: SURNAME });
  await visitor.post('/people/invite', { name: INVITED.name });
  await visitor.post(`/people/invite?/${encodeURIComponent(SURNAME)}`, invite);
  await new Visitor(opora.port).post('/password', { email: INVITED.email });
  await new Visitor(opora.port).get(`/password/${encodeURIComponent(session[0] ?? '')}`);

  const broken = await breakAndAsk(visitor);
  await expect.poll(() => opora.said(), { timeout: 20_000 }).toContain('a letter could not be sent');

  const log = opora.said();
  for (const reference of broken) expect(log).toContain(`"reference":"${reference}"`);
  const names = people.flatMap((person) => [person.email, person.surname, person.patronymic]);
  const secrets = [
    ...[SURNAME, 'Нинель', 'Эмильевна', INVITED.email, 'skrytnitskaya', PHONE, '555-01-23', '5550123'],
    ...[WRONG_PASSWORD, DEMONSTRATION_PASSWORD, secret, code, recoveryCode, ...session, ...names],
    ...['?q=', 'cookie', 'opora.session', 'password'],
  ];
  for (const form of [(text: string) => text, encodeURIComponent, (text: string) => JSON.stringify(text).slice(1, -1)])
    expect(secrets.filter((text) => log.toLowerCase().includes(form(text).toLowerCase()))).toEqual([]);
});

test('a line names the page by its pattern and the fault by its kind, so that an operator can find it', () => {
  const lines = opora
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { msg: string; route?: string; error?: Record<string, unknown> });
  const invited = lines.filter(({ route }) => route === '/(staff)/people/invite').map(({ error }) => error);
  expect(invited).toMatchObject([
    { code: '23514', constraint: 'person_not_hidden', table: 'person' },
    { code: 'P0001' },
  ]);
  expect(lines.find(({ msg }) => msg === 'a letter could not be sent')?.error).toMatchObject({
    code: 'EENVELOPE',
    responseCode: 550,
  });
});

async function searchFor(visitor: Visitor): Promise<void> {
  for (const words of [SURNAME, INVITED.email, PHONE, `${SURNAME}'); --`])
    for (const address of ['/people', '/organizations', '/nothing', `/people/${encodeURIComponent(words)}`])
      await visitor.get(`${address}?q=${encodeURIComponent(words)}`);
  await visitor.get(`/people/%E0%A4%A?q=${encodeURIComponent(SURNAME)}`);
}

/** Breaks the database under the server; gives the numbers that the pages told. */
async function breakAndAsk(visitor: Visitor): Promise<string[]> {
  const told: string[] = [];
  const ask = async (answering: Promise<{ readonly status: number; readonly body: string }>) => {
    const { status, body } = await answering;
    expect(status).toBe(500);
    told.push(
      /\b[0-9a-f]{8}\b/u.exec(body.replaceAll(/<(?:script|style)[^]*?<\/(?:script|style)>/gu, ''))?.[0] ?? 'none',
    );
  };
  const invite = { ...INVITED, email: `second.${INVITED.email}`, organization: '#1', role: 'analyst' };
  await region.pool.query(
    `alter table person add constraint person_not_hidden check (full_name not like '${SURNAME}%') not valid`,
  );
  await ask(visitor.post('/people/invite', invite));
  await region.pool.query(`
    create function complain() returns trigger language plpgsql
      as $$ begin raise exception 'no place for % (%)', new.full_name, new.email; end $$;
    create trigger complain before insert on person for each row execute function complain()`);
  await ask(visitor.post('/people/invite', invite));
  await region.pool.query('alter function organizations_found rename to organizations_lost');
  await ask(visitor.get(`/organizations?q=${encodeURIComponent(SURNAME)}`));
  return told;
}

/** Answers as mail servers do: with the address that it refuses. */
async function aMailServerThatRefuses(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => {
    socket.write('220 mail.example ready\r\n');
    socket.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\r\n').filter((one) => one !== ''))
        socket.write(
          line.startsWith('RCPT') ? `550 5.1.1 ${line.slice(8)} (${SURNAME}): no such person\r\n` : '250 fine\r\n',
        );
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}
