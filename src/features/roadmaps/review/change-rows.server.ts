import { sql } from 'kysely';
import type * as v from 'valibot';
import { may } from '#domain/access/actor.ts';
import { readDeadline } from '#domain/deadlines/read-deadline.ts';
import type { JournalledDeed } from '#domain/journal/deeds.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { whoIsMeant } from '#domain/roadmaps/executor-key.ts';
import { spanOfPeriod } from '#domain/roadmaps/span.ts';
import type { RowState, VersionState } from '#domain/roadmaps/states.ts';
import { EDITABLE } from '#domain/roadmaps/states.ts';
import { readTargets } from '#domain/targets/read-targets.ts';
import { executorCandidates } from '#features/roadmaps/import/executor-candidates.server.ts';
import type { addForm, dropForm, editForm, rowForm } from '#features/roadmaps/review/forms.ts';
import type { Context, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

type Row = {
  readonly id: number;
  readonly versionId: number;
  readonly roadmapId: number;
  readonly path: string;
  readonly place: number;
  readonly sectionId: number | null;
  readonly state: RowState;
  readonly version: number;
  readonly versionState: VersionState;
  readonly from: string | null;
  readonly to: string | null;
  readonly orderedOn: string | null;
};

/** Says that a doubtful row is right as it was read. */
export function confirmRow(ctx: Context, roadmapId: number, input: v.InferOutput<typeof rowForm>) {
  return changing(ctx, roadmapId, input, 'roadmap.row-confirmed', (writer, row) => setState(writer, row, 'confirmed'));
}

/** Takes a row back that was dropped. */
export function restoreRow(ctx: Context, roadmapId: number, input: v.InferOutput<typeof rowForm>) {
  return changing(ctx, roadmapId, input, 'roadmap.row-restored', (writer, row) => setState(writer, row, 'corrected'));
}

/** Says that a row is no measure; its words stay, with the reason. */
export function dropRow(ctx: Context, roadmapId: number, input: v.InferOutput<typeof dropForm>) {
  return changing(ctx, roadmapId, input, 'roadmap.row-dropped', (writer, row) =>
    setState(writer, row, 'dropped', input.reason),
  );
}

/** Writes a row anew; its deadline, executors and targets are read from what the person wrote, as from an order. */
export function editRow(ctx: Context, roadmapId: number, input: v.InferOutput<typeof editForm>) {
  return changing(ctx, roadmapId, input, 'roadmap.row-edited', async (writer, row) => {
    const span = spanOfPeriod(row.from, row.to, row.orderedOn);
    const { deadline } = readDeadline(input.deadlineText ?? '', span);
    await writer
      .updateTable('measure_wording')
      .where('id', '=', row.id)
      .set({
        number: input.number,
        title: input.title,
        deadline_text: input.deadlineText,
        deadline: JSON.stringify(deadline),
        result: input.result,
        publication: input.publication,
        state: row.state === 'written' ? 'written' : 'corrected',
        version: row.version + 1,
      })
      .execute();
    await writeExecutors(writer, row, input.executors);
    await writeTargets(writer, row, input.title, input.result);
  });
}

/** Puts an empty row behind another one; the answer is the new row. */
export function addRow(
  ctx: Context,
  roadmapId: number,
  input: v.InferOutput<typeof addForm>,
  title: string,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const before = await openRow(writer, ctx, roadmapId, input.after);
    if (!before.ok) return before;
    const { versionId, place, path, sectionId } = before.value;
    const next = await writer
      .selectFrom('measure_wording')
      .where('version_id', '=', versionId)
      .where('place', '>', place)
      .select(({ fn }) => fn.min('place').as('place'))
      .executeTakeFirst();
    await journal(writer, ctx.actor, { deed: 'roadmap.row-added', path });
    const { id: measureId } = await writer
      .insertInto('measure')
      .values({ roadmap_id: roadmapId })
      .returning('id')
      .executeTakeFirstOrThrow();
    const added = await writer
      .insertInto('measure_wording')
      .values({
        version_id: versionId,
        measure_id: measureId,
        section_id: sectionId,
        place: place + (next?.place ? (next.place - place) / 2 : 1024),
        title,
        deadline: JSON.stringify(readDeadline('', null).deadline),
        state: 'written',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await touchVersion(writer, versionId);
    return done(added.id);
  });
}

/** The first lines of every deed on a row, the change, and the answer: the row. */
function changing(
  ctx: Context,
  roadmapId: number,
  input: { readonly row: number; readonly version: number },
  deed: JournalledDeed,
  change: (writer: Writer, row: Row) => Promise<void>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openRow(writer, ctx, roadmapId, input.row);
    if (!opened.ok) return opened;
    if (opened.value.version !== input.version) return refuse({ code: 'changed-by-someone-else' });
    await journal(writer, ctx.actor, { deed, path: opened.value.path });
    await change(writer, opened.value);
    await touchVersion(writer, opened.value.versionId);
    return done(opened.value.id);
  });
}

async function openRow(writer: Writer, { actor }: Context, roadmapId: number, id: number): Promise<Result<Row>> {
  const row = await writer
    .selectFrom('measure_wording as w')
    .innerJoin('roadmap_version as v', 'v.id', 'w.version_id')
    .innerJoin('roadmap as r', 'r.id', 'v.roadmap_id')
    .where('w.id', '=', id)
    .where('r.id', '=', roadmapId)
    .select([
      'w.id',
      'w.version_id as versionId',
      'r.id as roadmapId',
      'w.path',
      'w.place',
      'w.section_id as sectionId',
      sql<RowState>`w.state`.as('state'),
      'w.version',
      sql<VersionState>`v.state`.as('versionState'),
      'r.period_from as from',
      'r.period_to as to',
      'v.order_date as orderedOn',
    ])
    // The version too: nobody approves it while a row changes.
    .forUpdate(['w', 'v'])
    .executeTakeFirst();
  if (!row) return refuse({ code: 'not-found' });
  if (!actor || !may(actor, 'roadmap.edit', row.path)) return refuse({ code: 'forbidden' });
  if (!EDITABLE.has(row.versionState)) return refuse({ code: 'roadmap.state', state: row.versionState });
  return done(row);
}

/** Whoever read the road map before this change has to read it again before moving it on. */
async function touchVersion(writer: Writer, id: number): Promise<void> {
  await writer
    .updateTable('roadmap_version')
    .where('id', '=', id)
    .set({ version: sql`version + 1` })
    .execute();
}

async function setState(writer: Writer, row: Row, state: RowState, reason: string | null = null): Promise<void> {
  await writer
    .updateTable('measure_wording')
    .where('id', '=', row.id)
    .set({ state, drop_reason: reason, version: row.version + 1 })
    .execute();
}

/** Names that stay keep whom they mean: a person may have decided it. */
async function writeExecutors(writer: Writer, row: Row, names: readonly string[]): Promise<void> {
  const known = await writer
    .selectFrom('measure_executor')
    .where('wording_id', '=', row.id)
    .select(['words', 'organization_id', 'group_id'])
    .orderBy('place')
    .execute();
  if (names.length === known.length && names.every((words, index) => words === known[index]?.words)) return;
  await writer.deleteFrom('measure_executor').where('wording_id', '=', row.id).execute();
  if (names.length === 0) return;
  const candidates = await executorCandidates(writer, row.path);
  await writer
    .insertInto('measure_executor')
    .values(
      names.map((words, place) => {
        const before = known.find((one) => one.words === words);
        const meant = before ? null : whoIsMeant(words, candidates);
        return {
          version_id: row.versionId,
          wording_id: row.id,
          place,
          words,
          organization_id: before?.organization_id ?? meant?.organizationId ?? null,
          group_id: before?.group_id ?? meant?.groupId ?? null,
        };
      }),
    )
    .execute();
}

async function writeTargets(writer: Writer, row: Row, title: string, result: string | null): Promise<void> {
  await writer.deleteFrom('measure_target').where('wording_id', '=', row.id).execute();
  const targets = [...readTargets(title, 'title'), ...readTargets(result ?? '', 'result')];
  if (targets.length === 0) return;
  await writer
    .insertInto('measure_target')
    .values(
      targets.map((target, place) => ({
        version_id: row.versionId,
        wording_id: row.id,
        place,
        words: target.text,
        comparator: target.comparator,
        value: target.value,
        unit: target.unit,
        kind: target.kind,
        counted_of: target.of ?? null,
        stands_in: target.in,
      })),
    )
    .execute();
}
