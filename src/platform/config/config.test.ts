import { expect, test } from 'vitest';
import { readConfig } from '#platform/config/config.ts';
import { configFaultMessage } from '#platform/config/messages.ts';

const atHome = { dataFolder: '/srv/opora', demonstration: false };
const demonstration = { ...atHome, demonstration: true };

function faultsOf(environment: Record<string, string>, defaults = atHome): string[] {
  const read = readConfig(environment, defaults);
  return read.ok ? [] : read.faults.map(({ name, code }) => `${name} ${code}`);
}

test('without any setting Opora serves this computer at port 3000 from the embedded database', () => {
  const read = readConfig({}, atHome);
  expect(read).toMatchObject({
    ok: true,
    config: { mode: 'production', port: 3000, host: '127.0.0.1', origin: 'http://localhost:3000', databaseUrl: null },
  });
});

test('the address of the site follows the port, so that forms are accepted', () => {
  expect(readConfig({ PORT: '8080' }, atHome)).toMatchObject({ config: { origin: 'http://localhost:8080' } });
  expect(readConfig({ PORT: '8080', ORIGIN: 'https://opora.example/' }, atHome)).toMatchObject({
    config: { origin: 'https://opora.example' },
  });
});

test('an empty setting is as good as none', () => {
  expect(readConfig({ DATABASE_URL: ' ', PORT: '' }, atHome)).toMatchObject({
    config: { databaseUrl: null, port: 3000 },
  });
});

test.each([
  [{ PORT: 'три' }, 'PORT port'],
  [{ PORT: '70000' }, 'PORT port'],
  [{ ORIGIN: 'opora.example' }, 'ORIGIN origin'],
  [{ ORIGIN: 'https://opora.example/plans' }, 'ORIGIN origin'],
  [{ DATABASE_URL: 'mysql://db.example/opora' }, 'DATABASE_URL database-url'],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL smtp-url'],
  [{ MAIL_FROM: 'Опора' }, 'MAIL_FROM mail-from'],
  [{ OPORA_SECRET: 'короткий' }, 'OPORA_SECRET secret'],
  [{ OPORA_TIME_ZONE: 'Asia/Novoselsk' }, 'OPORA_TIME_ZONE time-zone'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL log-level'],
  [{ OPORA_DEMO: 'может быть' }, 'OPORA_DEMO switch'],
] as [Record<string, string>, string][])('%j stops the start: %s', (environment, fault) => {
  expect(faultsOf(environment)).toEqual([fault]);
});

test('all wrong settings are named at once', () => {
  expect(faultsOf({ PORT: '-1', LOG_LEVEL: 'loud' })).toEqual(['PORT port', 'LOG_LEVEL log-level']);
});

test('the demonstration is refused with a database of its own and outside this computer', () => {
  expect(faultsOf({ DATABASE_URL: 'postgres://db.example/opora' }, demonstration)).toEqual([
    'DATABASE_URL demonstration-with-database',
  ]);
  expect(faultsOf({ HOST: '0.0.0.0' }, demonstration)).toEqual(['HOST demonstration-in-the-open']);
  expect(faultsOf({ HOST: '0.0.0.0', OPORA_DEMO: 'no' }, demonstration)).toEqual([]);
});

test('a sentence about a wrong secret or address does not repeat it', () => {
  const read = readConfig({ OPORA_SECRET: 'hunter2', DATABASE_URL: 'http://user:hunter2@db.example' }, atHome);
  const sentences = read.ok ? [] : read.faults.map((fault) => configFaultMessage('ru', fault));
  expect(sentences).toHaveLength(2);
  expect(sentences.join(' ')).not.toContain('hunter2');
});
