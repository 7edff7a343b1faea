import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

const WINDOW_MS = 60_000;
const TRIES = 10;

/**
 * Counts a try of a visitor at an account, and tells for how many seconds to wait when there were too many. Account and
 * address count together: guessing from one place is stopped, and keeps nobody at another place out.
 */
export async function countTry(
  database: Database,
  { address, account }: { readonly address: string; readonly account: string },
): Promise<number | null> {
  const key = `try|${createHash('sha256').update(`${address}|${account.toLowerCase()}`).digest('base64url')}`;
  const now = Date.now();
  const { rows } = await sql<{ count: number; began: number }>`
    insert into sign_in_attempts as tried (key, count, last_request) values (${key}, 1, ${now})
    on conflict (key) do update set
      count = case when tried.last_request <= ${now - WINDOW_MS} then 1 else tried.count + 1 end,
      last_request = case when tried.last_request <= ${now - WINDOW_MS} then ${now} else tried.last_request end
    returning count, last_request as began`.execute(database);
  const { count = 1, began = now } = rows[0] ?? {};
  return count > TRIES ? Math.max(1, Math.ceil((began + WINDOW_MS - now) / 1000)) : null;
}
