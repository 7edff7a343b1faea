import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import type { Actor } from '#domain/access/actor.ts';
import { isWithin, scopesOf } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import { ROLES } from '#domain/access/roles.ts';
import { actorOf } from '#features/accounts/acting.server.ts';
import type { Database } from '#platform/database/connect.ts';
import { clock } from '#tests/support/database.ts';

/** An organisation, and somebody who works there. */
export type Place = {
  readonly id: number;
  readonly path: string;
  readonly published: boolean;
  readonly officialName: string;
  readonly codes: readonly string[];
  readonly personId: string | null;
  /** A road map of the organisation: an approved one where it is published, else a draft. */
  readonly roadmapId: number | null;
  /** The first measure of it. */
  readonly measureId: number | null;
};

/** A person of the demonstration who shows a role, with a place of their own and one of somebody else. */
export type Person = {
  readonly role: Role;
  readonly email: string;
  readonly password: string;
  readonly actor: Actor;
  readonly own: Place;
  /** Not published, outside of all places of the person; null: the person sees the whole region. */
  readonly foreign: Place | null;
  /** Whether the person may see an organisation at all. */
  readonly sees: (place: Place) => boolean;
};

/** One person a role. */
export async function personOfEachRole(database: Database, places: readonly Place[]): Promise<Person[]> {
  const { people, exemplars } = demonstrationRegion();
  return Promise.all(
    ROLES.map(async (role) => {
      const email = people.find(({ key }) => key === exemplars[role])?.email ?? '';
      const { id } = await database
        .selectFrom('person')
        .where('email', '=', email)
        .select('id')
        .executeTakeFirstOrThrow();
      const actor = await actorOf(database, id, clock.today());
      if (!actor) throw new Error(`${email} has no role`);
      const isInScope = ({ path }: Place) => scopesOf(actor).some((scope) => isWithin(path, scope));
      const isOpen = (place: Place) => place.published;
      const own =
        places.find((place) => isInScope(place) && !isOpen(place) && place.roadmapId !== null) ??
        places.find((place) => isInScope(place) && !isOpen(place)) ??
        places.find(isInScope);
      if (!own) throw new Error(`${email} has no place`);
      return {
        ...{ role, email, password: DEMONSTRATION_PASSWORD, actor, own },
        foreign:
          places.find((place) => !isOpen(place) && !isInScope(place) && place.roadmapId !== null) ??
          places.find((place) => !isOpen(place) && !isInScope(place)) ??
          null,
        sees: (place) => place.published || isInScope(place),
      };
    }),
  );
}

/** All organisations, as the owner of the database sees them. */
export async function everyPlace(database: Database): Promise<Place[]> {
  const rows = await database
    .selectFrom('organization')
    .leftJoin('person', 'person.organization_id', 'organization.id')
    .leftJoin('roadmap', (join) =>
      join.onRef('roadmap.owner_id', '=', 'organization.id').onRef('roadmap.published', '=', 'organization.published'),
    )
    .distinctOn('organization.id')
    .orderBy('organization.id')
    .select([
      'organization.id',
      'organization.path',
      'organization.published',
      'organization.official_name',
      'organization.oo_code',
      'organization.inn',
      'person.id as personId',
      'roadmap.id as roadmapId',
      (from) =>
        from
          .selectFrom('measure')
          .whereRef('measure.roadmap_id', '=', 'roadmap.id')
          .select(({ fn }) => fn.min('measure.id').as('id'))
          .as('measureId'),
    ])
    .execute();
  return rows.map(({ id, path, published, official_name, oo_code, inn, personId, roadmapId, measureId }) => ({
    ...{ id, path, published, personId, roadmapId, measureId, officialName: official_name },
    codes: [oo_code, inn].filter((code) => code !== null && code.length > 5) as string[],
  }));
}
