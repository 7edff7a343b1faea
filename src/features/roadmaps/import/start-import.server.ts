import { may } from '#domain/access/actor.ts';
import { levelOf } from '#domain/roadmaps/level.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import type { Context } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';
import type { KeptFile } from '#platform/files/file-store.ts';

/** An order that somebody handed in. */
export type HandedIn = {
  readonly ownerId: number;
  readonly file: KeptFile;
  readonly name: string;
  readonly mediaType: string;
};

/** Takes an order in: a road map with a first version whose rows are being read; the answer is the road map. */
export function startImport(ctx: Context, handedIn: HandedIn): Promise<Result<number>> {
  return ctx.transaction(async (writer) => {
    const owner = await writer
      .selectFrom('organization')
      .where('id', '=', handedIn.ownerId)
      .select(['id', 'path', 'kind'])
      .executeTakeFirst();
    if (!owner) return refuse({ code: 'not-found' });
    if (!ctx.actor || !may(ctx.actor, 'roadmap.edit', owner.path)) return refuse({ code: 'forbidden' });
    const level = levelOf(owner.kind);
    if (level === null) return refuse({ code: 'roadmap.no-owner' });
    await journal(writer, ctx.actor, { deed: 'roadmap.order-handed-in', path: owner.path });
    const { id: fileId } = await writer
      .insertInto('stored_file')
      .values({
        owner_id: owner.id,
        sha256: handedIn.file.sha256,
        bytes: handedIn.file.bytes,
        name: handedIn.name,
        media_type: handedIn.mediaType,
        kept_by: ctx.actor.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const roadmap = await writer
      .insertInto('roadmap')
      .values({ owner_id: owner.id, level, title: handedIn.name })
      .returning('id')
      .executeTakeFirstOrThrow();
    await writer
      .insertInto('roadmap_version')
      .values({
        roadmap_id: roadmap.id,
        ordinal: 1,
        state: 'reading',
        source_file_id: fileId,
        changed_by: ctx.actor.personId,
      })
      .execute();
    return done(roadmap.id);
  });
}
