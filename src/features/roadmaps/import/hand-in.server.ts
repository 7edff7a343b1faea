import { sql } from 'kysely';
import type * as v from 'valibot';
import { placesFor } from '#domain/access/actor.ts';
import type { Result } from '#domain/outcome.ts';
import type { handInForm } from '#features/roadmaps/import/forms.ts';
import { startImport } from '#features/roadmaps/import/start-import.server.ts';
import type { Context } from '#platform/context/context.ts';
import { keepFile } from '#platform/files/file-store.ts';

/**
 * Takes in an order as a file or as pasted text; the answer is the road map.
 *
 * @param pastedName under which name pasted text is kept
 */
export async function handIn(
  ctx: Context,
  dataFolder: string,
  input: v.InferOutput<typeof handInForm>,
  pastedName: string,
): Promise<Result<number>> {
  const { file } = input;
  const isFile = file !== undefined && file.size > 0;
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(input.text);
  return startImport(ctx, {
    ownerId: input.ownerId,
    file: await keepFile(dataFolder, bytes),
    name: isFile ? plainName(file.name) : pastedName,
    mediaType: isFile ? file.type.slice(0, 200) || 'application/octet-stream' : 'text/plain; charset=utf-8',
  });
}

/** Browsers send a name, some send a path; neither goes into headers or the disk as it is. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(-255) || 'order';
}

/** Whose road map an order may become: the places of the person, with what hangs directly below them. */
export function possibleOwners(ctx: Context): Promise<{ readonly id: number; readonly name: string }[]> {
  const places = ctx.actor ? placesFor(ctx.actor, 'roadmap.edit') : [];
  return ctx.read(async (reader) => {
    const { rows } = await sql<{ id: number; name: string }>`
      select id, short_name as name from organization
      where path <@ any (${`{${places.join(',')}}`}::ltree[]) and kind in ('region', 'municipality', 'school')
        and closed_on is null
      order by nlevel(path), short_name collate "ru-x-icu" limit 1000`.execute(reader);
    return rows;
  });
}
