import type { Deed, Role } from '#domain/access/roles.ts';
import { RIGHTS, ROLES_WITH_SECOND_FACTOR } from '#domain/access/roles.ts';

/** A place in the tree of organisations: the ids from the region down, joined by dots. */
export type PlacePath = string;

/** A role that a person has at a place, on the day of the request. */
export type RoleAtPlace = { readonly role: Role; readonly path: PlacePath };

/** Who acts. */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly RoleAtPlace[];
};

/** Whether one of the roles allows the deed at the place: at the place of the role itself, or below it. */
export function may(actor: Actor, deed: Deed, at: PlacePath): boolean {
  return actor.roles.some(({ role, path }) => RIGHTS[role].includes(deed) && isWithin(at, path));
}

/** The places where the deed is allowed; none lies within another. */
export function placesFor(actor: Actor, deed: Deed): PlacePath[] {
  return outermost(actor.roles.filter(({ role }) => RIGHTS[role].includes(deed)).map(({ path }) => path));
}

/** The places whose records the actor may see at all: what row-level security is told. */
export function scopesOf(actor: Actor): PlacePath[] {
  return outermost(actor.roles.map(({ path }) => path));
}

/** Whether a password alone is not enough for what the actor's roles allow. */
export function needsSecondFactor({ roles }: Actor): boolean {
  return roles.some(({ role }) => ROLES_WITH_SECOND_FACTOR.has(role));
}

/** Whether a place is another one or lies below it. */
export function isWithin(place: PlacePath, other: PlacePath): boolean {
  return place === other || place.startsWith(`${other}.`);
}

function outermost(paths: readonly PlacePath[]): PlacePath[] {
  const unique = [...new Set(paths)];
  return unique.filter((path) => !unique.some((other) => other !== path && isWithin(path, other)));
}
