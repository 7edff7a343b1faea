import { sql } from 'kysely';
import type { Writer } from '#platform/context/context.ts';

const PARTS = [
  'roadmap_section',
  'measure_wording',
  'measure_executor',
  'measure_target',
  'roadmap_indicator',
] as const;

/**
 * Makes a version the approved one: its rows are read by everyone who has signed in, and nothing of it changes any more.
 * The order of the statements matters: the approved version refuses changes of its parts.
 */
export async function publishVersion(
  writer: Writer,
  { versionId, roadmapId }: { readonly versionId: number; readonly roadmapId: number },
  order: { readonly number: string; readonly date: string; readonly by: string | null },
): Promise<void> {
  for (const table of PARTS)
    await sql`update ${sql.table(table)} set published = true where version_id = ${versionId}`.execute(writer);
  await writer
    .updateTable('measure')
    .where('id', 'in', (from) =>
      from
        .selectFrom('measure_wording')
        .where('version_id', '=', versionId)
        .where('state', '<>', 'dropped')
        .select('measure_id'),
    )
    .set({ published: true })
    .execute();
  await writer
    .updateTable('roadmap_version')
    .where('id', '=', versionId)
    .set({
      state: 'approved',
      published: true,
      order_number: order.number,
      order_date: order.date,
      approved_at: sql`now()`,
      changed_at: sql`now()`,
      changed_by: order.by,
    })
    .execute();
  await writer.updateTable('roadmap').where('id', '=', roadmapId).set({ published: true }).execute();
}
