import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepSweepingSignIn, sweepSignIn } from '#features/accounts/sweep-sign-in.server.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { aRegion } from '#tests/support/database.ts';
import { servicesOver } from '#tests/support/running.ts';

let region: TestDatabase;
let services: ReturnType<typeof servicesOver>;
beforeAll(async () => {
  region = await aRegion();
  services = servicesOver(region);
});
afterAll(async () => {
  await services.close();
  await region.database.destroy();
});

async function leaveBehind(): Promise<void> {
  const { id } = await region.database.selectFrom('person').select('id').executeTakeFirstOrThrow();
  for (const [name, hours] of [
    ['ended', -1],
    ['running', 1],
  ] as const) {
    const end = sql<Date>`now() + make_interval(hours => ${hours})`;
    await sql`insert into sign_in_session (person_id, token, expires_at) values (${id}, ${name}, ${end})`.execute(
      region.database,
    );
    await sql`insert into sign_in_verification (identifier, value, expires_at) values (${name}, ${id}, ${end})`.execute(
      region.database,
    );
    const tried = Date.now() + (hours - 1) * 20 * 60 * 60 * 1000;
    await sql`insert into sign_in_attempts (key, count, last_request) values (${name}, 1, ${tried})`.execute(
      region.database,
    );
  }
}

const left = async () => {
  const { rows } = await sql<{ name: string }>`
    select token as name from sign_in_session union all select identifier from sign_in_verification
    union all select key from sign_in_attempts`.execute(region.database);
  return rows.map(({ name }) => name);
};

test('sessions, links and tries that time has ended go, the others stay', async () => {
  await leaveBehind();
  expect(await sweepSignIn(services)).toBe(3);
  expect(await left()).toEqual(['running', 'running', 'running']);
  expect(await sweepSignIn(services)).toBe(0);
});

test('the background sweeps when it begins, and ends when it is told to', async () => {
  await sql`update sign_in_session set expires_at = now() - interval '1 second'`.execute(region.database);
  const stop = keepSweepingSignIn(services);
  await stop();
  expect(await left()).toEqual(['running', 'running']);
});
