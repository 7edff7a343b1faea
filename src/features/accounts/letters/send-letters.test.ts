import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queuePasswordLetter } from '#features/installation/password-asked.server.ts';
import { keepSendingLetters, sendLetters } from '#features/accounts/letters/send-letters.server.ts';
import { makePasswordLink, personOfPasswordLink } from '#platform/identity/password-links.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { aRegion } from '#tests/support/database.ts';
import { lettersOf, servicesOver, tokenIn } from '#tests/support/running.ts';

let region: TestDatabase;
let services: ReturnType<typeof servicesOver>;
let ids: string[];
beforeAll(async () => {
  region = await aRegion();
  services = servicesOver(region);
  ids = (await region.database.selectFrom('person').select('id').limit(4).execute()).map(({ id }) => id);
});
afterAll(async () => {
  await services.close();
  await region.database.destroy();
});

const queue = () => region.database.selectFrom('letter_outbox').selectAll().orderBy('id', 'desc');

test('a queued letter goes out once, with a link that names its person', async () => {
  const [id = ''] = ids;
  await queuePasswordLetter(services.database, id);
  expect(await sendLetters(services)).toBe(1);
  expect(await sendLetters(services)).toBe(0);
  const [letter = ''] = lettersOf(services).slice(-1);
  expect(letter).toContain('Чтобы задать пароль');
  expect(await personOfPasswordLink(services.identity, tokenIn(letter))).toBe(id);
});

test('a newer link is the only one, and those of others stay', async () => {
  const [id = '', other = ''] = ids;
  const older = await makePasswordLink(services.identity, id, 1);
  const ofOther = await makePasswordLink(services.identity, other, 1);
  const newer = await makePasswordLink(services.identity, id, 1);
  expect(await personOfPasswordLink(services.identity, older)).toBeNull();
  expect(await personOfPasswordLink(services.identity, newer)).toBe(id);
  expect(await personOfPasswordLink(services.identity, ofOther)).toBe(other);
});

test('of many requests in a row one is heard', async () => {
  const [, id = ''] = ids;
  await queuePasswordLetter(services.database, id);
  await queuePasswordLetter(services.database, id);
  expect(await sendLetters(services)).toBe(1);
});

test('a letter that cannot be sent waits longer each time and is given up in the end', async () => {
  const [, , id = ''] = ids;
  await queuePasswordLetter(services.database, id);
  const broken = { ...services, mailer: { ...services.mailer, send: () => Promise.reject(new Error('no server')) } };
  expect(await sendLetters(broken)).toBe(0);
  const first = await queue().executeTakeFirstOrThrow();
  expect(first).toMatchObject({ attempts: 1, sent_at: null, failed_at: null });
  expect(first.next_try_at.getTime()).toBeGreaterThan(Date.now() + 20_000);
  await region.database
    .updateTable('letter_outbox')
    .set({ attempts: 9, next_try_at: sql`now()` })
    .where('id', '=', first.id)
    .execute();
  await sendLetters(broken);
  expect((await queue().executeTakeFirstOrThrow()).failed_at).not.toBeNull();
  expect(await sendLetters(services)).toBe(0);
});

test('nobody is written to whose account was closed while the letter waited', async () => {
  const [, , , id = ''] = ids;
  await queuePasswordLetter(services.database, id);
  await region.database.connection().execute(async (connection) => {
    await sql`select set_config('opora.journal_entry', '1', false), set_config('opora.journal_records', 'off', false)`.execute(
      connection,
    );
    await connection
      .updateTable('person')
      .set({ closed_at: sql`now()` })
      .where('id', '=', id)
      .execute();
  });
  expect(await sendLetters(services)).toBe(0);
});

test('the background ends when it is told to', async () => {
  const stop = keepSendingLetters(services);
  await stop();
  expect(await sendLetters(services)).toBe(0);
});
