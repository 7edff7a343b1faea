import { sql } from 'kysely';
import { may } from '#domain/access/actor.ts';
import { KINDS_BELOW } from '#domain/organizations/tree.ts';
import type {
  Alias,
  Linked,
  OrganizationFacts,
  OrganizationRights,
  PassportField,
} from '#features/organizations/card/organization-card.server.ts';
import {
  readAliases,
  readFacts,
  readPassportFields,
  readTrail,
  rightsAt,
} from '#features/organizations/card/organization-card.server.ts';
import { readNewParents } from '#features/organizations/edit/moving/new-parents.server.ts';
import type { Context } from '#platform/context/context.ts';

/** What the page of changes needs. */
export type Editing = {
  readonly facts: OrganizationFacts;
  readonly may: OrganizationRights;
  readonly trail: readonly Linked[];
  readonly aliases: readonly Alias[];
  readonly passportFields: readonly PassportField[];
  /** Open organisations of the same kind nearby: who may go on with its work. */
  readonly successors: readonly Linked[];
  /** Places that it may pass to. */
  readonly newParents: readonly Linked[];
};

/** Null when there is no such organisation for this person, or nothing that the person may change of it. */
export function getEditing(ctx: Context, id: number): Promise<Editing | null> {
  return ctx.read(async (reader) => {
    const found = await readFacts(reader, id);
    if (!found) return null;
    const { successor: _, ...facts } = found;
    const rights = rightsAt(ctx, facts.path);
    if (!rights.edit && !rights.passport) return null;
    const successors = rights.edit
      ? await reader
          .selectFrom('organization')
          .where('kind', '=', facts.kind)
          .where('id', '<>', id)
          .where('closed_on', 'is', null)
          .where(
            facts.municipalityId === null || facts.kind === 'municipality' ? 'parent_id' : 'municipality_id',
            '=',
            facts.kind === 'municipality' ? facts.parentId : (facts.municipalityId ?? facts.parentId),
          )
          .select(['id', 'short_name as name'])
          .orderBy(sql.raw('short_name collate "ru-x-icu"'))
          .limit(300)
          .execute()
      : [];
    return {
      facts,
      may: rights,
      trail: await readTrail(reader, facts.id),
      aliases: rights.edit ? await readAliases(reader, id) : [],
      passportFields: facts.kind === 'school' ? await readPassportFields(reader) : [],
      successors,
      newParents: rights.edit ? await readNewParents(ctx, reader, facts) : [],
    };
  });
}

/** Where a new organisation would hang, and what it may be; null when nothing may hang there. */
export type Beginning = {
  readonly parent: Linked;
  readonly trail: readonly Linked[];
  readonly kinds: readonly string[];
};

export function getBeginning(ctx: Context, parentId: number): Promise<Beginning | null> {
  return ctx.read(async (reader) => {
    const parent = await readFacts(reader, parentId);
    const kinds = KINDS_BELOW[parent?.kind ?? ''];
    if (!parent || !kinds || !ctx.actor || !may(ctx.actor, 'organization.edit', parent.path)) return null;
    return {
      parent: { id: parent.id, name: parent.shortName },
      trail: [...(await readTrail(reader, parent.id)), { id: parent.id, name: parent.shortName }],
      kinds,
    };
  });
}
