import { sql } from 'kysely';
import type * as v from 'valibot';
import type { Deed } from '#domain/access/roles.ts';
import { may } from '#domain/access/actor.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { VersionMove, VersionState } from '#domain/roadmaps/states.ts';
import { stateAfter } from '#domain/roadmaps/states.ts';
import type { approveForm, moveForm, returnForm } from '#features/roadmaps/approval/forms.ts';
import { publishVersion } from '#features/roadmaps/version/publish-version.server.ts';
import type { Context, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

type Opened = { readonly id: number; readonly path: string; readonly next: VersionState };

/** Gives the open version of a road map to those who approve. */
export function submitVersion(
  ctx: Context,
  roadmapId: number,
  input: v.InferOutput<typeof moveForm>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openVersion(writer, ctx, roadmapId, input.version, 'submit', 'roadmap.edit');
    if (!opened.ok) return opened;
    const doubtful = await rowsToLookAt(writer, opened.value.id);
    if (doubtful > 0) return refuse({ code: 'roadmap.doubts-left', count: doubtful });
    await journal(writer, ctx.actor, { deed: 'roadmap.submitted', path: opened.value.path });
    await moveTo(writer, ctx, opened.value);
    return done(roadmapId);
  });
}

/** Gives a version back with remarks. */
export function returnVersion(
  ctx: Context,
  roadmapId: number,
  input: v.InferOutput<typeof returnForm>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openVersion(writer, ctx, roadmapId, input.version, 'return', 'roadmap.approve');
    if (!opened.ok) return opened;
    await journal(writer, ctx.actor, { deed: 'roadmap.returned', path: opened.value.path });
    await writer
      .insertInto('roadmap_remark')
      .values({ version_id: opened.value.id, words: input.words, made_by: ctx.actor?.personId ?? '' })
      .execute();
    await moveTo(writer, ctx, opened.value);
    return done(roadmapId);
  });
}

/** Takes a version back for good; what was written stays readable. */
export function withdrawVersion(
  ctx: Context,
  roadmapId: number,
  input: v.InferOutput<typeof moveForm>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openVersion(writer, ctx, roadmapId, input.version, 'withdraw', 'roadmap.edit');
    if (!opened.ok) return opened;
    await journal(writer, ctx.actor, { deed: 'roadmap.withdrawn', path: opened.value.path });
    await moveTo(writer, ctx, opened.value);
    return done(roadmapId);
  });
}

/** Approves the open version by an order; from then on nothing of it changes. */
export function approveVersion(
  ctx: Context,
  roadmapId: number,
  input: v.InferOutput<typeof approveForm>,
): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const opened = await openVersion(writer, ctx, roadmapId, input.version, 'approve', 'roadmap.approve');
    if (!opened.ok) return opened;
    const doubtful = await rowsToLookAt(writer, opened.value.id);
    if (doubtful > 0) return refuse({ code: 'roadmap.doubts-left', count: doubtful });
    const { path, id: versionId } = opened.value;
    await journal(writer, ctx.actor, { deed: 'roadmap.approved', path, basis: `${input.number} ${input.date}` });
    await writer
      .updateTable('roadmap_version')
      .where('id', '=', versionId)
      .set({ order_issuer: input.issuer, order_signatory: input.signatory })
      .execute();
    await publishVersion(
      writer,
      { versionId, roadmapId },
      { number: input.number, date: input.date, by: ctx.actor?.personId ?? null },
    );
    return done(roadmapId);
  });
}

/** The first lines of every deed on a version: load, may, is it still what the person saw, can it go there. */
async function openVersion(
  writer: Writer,
  { actor }: Context,
  roadmapId: number,
  version: number,
  move: VersionMove,
  deed: Deed,
): Promise<Result<Opened>> {
  const found = await writer
    .selectFrom('roadmap_version')
    .where('roadmap_id', '=', roadmapId)
    .where('state', 'not in', ['approved', 'withdrawn'])
    .select(['id', 'path', 'version', sql<VersionState>`state`.as('state')])
    .forUpdate()
    .executeTakeFirst();
  if (!found) return refuse({ code: 'not-found' });
  if (!actor || !may(actor, deed, found.path)) return refuse({ code: 'forbidden' });
  if (found.version !== version) return refuse({ code: 'changed-by-someone-else' });
  const next = stateAfter(found.state, move);
  return next === null
    ? refuse({ code: 'roadmap.state', state: found.state })
    : done({ id: found.id, path: found.path, next });
}

/** How many rows nobody has looked at though they are doubtful. */
async function rowsToLookAt(writer: Writer, versionId: number): Promise<number> {
  const { count } = await writer
    .selectFrom('measure_wording')
    .where('version_id', '=', versionId)
    .where('state', '=', 'doubtful')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function moveTo(writer: Writer, { actor }: Context, { id, next }: Opened): Promise<void> {
  await writer
    .updateTable('roadmap_version')
    .where('id', '=', id)
    .set({
      state: next,
      version: sql`version + 1`,
      changed_at: sql`now()`,
      changed_by: actor?.personId ?? null,
    })
    .execute();
}
