import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readerAs } from '#platform/context/reading.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { aRegion } from '#tests/support/database.ts';
import { recordStatements } from '#tests/support/statements.ts';

let region: TestDatabase;
beforeAll(async () => {
  region = await aRegion();
});
afterAll(async () => {
  await region.database.destroy();
});

const NOBODY = { personId: '', scopes: [] };
const whoAmI = sql<{ role: string; scopes: string }>`
  select current_user as role, current_setting('opora.scopes', true) as scopes`;

test('statements asked for side by side travel together, behind one that sets role and places', async () => {
  const reader = readerAs(region.database, { personId: '', scopes: ['1.2'] });
  const statements = recordStatements(region.pool);
  const answers = await Promise.all([whoAmI.execute(reader), whoAmI.execute(reader)]);
  expect(answers.map(({ rows }) => rows[0])).toEqual(Array(2).fill({ role: 'opora_request', scopes: '{1.2}' }));
  expect(statements()).toHaveLength(3);
  await whoAmI.execute(reader);
  expect(statements()).toHaveLength(2);
});

test('role and places end with their statements: the connection is as it was', async () => {
  const reader = readerAs(region.database, { personId: '', scopes: ['1'] });
  await Promise.all(Array.from({ length: 20 }, () => whoAmI.execute(reader)));
  for (let count = 0; count < 8; count += 1) {
    const { rows } = await whoAmI.execute(region.database);
    expect(rows[0]?.role).not.toBe('opora_request');
    expect(rows[0]?.scopes ?? '').toBe('');
  }
});

test('where the places cannot be set nothing is read', async () => {
  const reader = readerAs(region.database, { personId: '', scopes: ['no place'] });
  await expect(reader.selectFrom('person').select('id').execute()).rejects.toThrow(/ltree/u);
  const broken = readerAs(region.database, { personId: '\0', scopes: [] });
  await expect(whoAmI.execute(broken)).rejects.toThrow();
  expect(await readerAs(region.database, NOBODY).selectFrom('person').select('id').execute()).toEqual([]);
});

test('a reader changes nothing', async () => {
  const reader = readerAs(region.database, { personId: '', scopes: ['1'] });
  await expect(reader.updateTable('organization').set({ site: 'x.example' }).execute()).rejects.toThrow(/read-only/u);
});

test('one that fails takes those along that it travelled with, and no others', async () => {
  const reader = readerAs(region.database, { personId: '', scopes: ['1'] });
  const together = await Promise.allSettled([sql`select 1 / 0`.execute(reader), whoAmI.execute(reader)]);
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect((await whoAmI.execute(reader)).rows[0]?.role).toBe('opora_request');
});
