import type { Actor, PlacePath, RoleAtPlace } from '#domain/access/actor.ts';
import { may } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import { RIGHTS, ROLES } from '#domain/access/roles.ts';

/** Kinds of organisations in the tree, as far as roles care. */
type PlaceKind = 'region' | 'municipality' | 'authority' | 'school' | 'institute' | 'centre' | 'partner';

/** Where each role may hold: a coordinator of a school has no business at an institute. */
export const PLACES_OF_ROLES: Readonly<Record<Role, readonly PlaceKind[]>> = {
  administrator: ['region'],
  'regional-coordinator': ['region'],
  analyst: ['region', 'municipality'],
  'institute-staff': ['institute', 'centre', 'partner'],
  'municipal-coordinator': ['municipality'],
  'school-coordinator': ['school'],
  curator: ['municipality', 'school'],
  'controlling-head': ['region', 'municipality', 'authority'],
};

/** Whether the role may hold at an organisation of this kind. */
export function fitsPlace(role: Role, kind: string): boolean {
  return PLACES_OF_ROLES[role].some((fitting) => fitting === kind);
}

/**
 * Whether the actor may give the role at the place, or take it away: giving roles is allowed there, and the role allows
 * nothing that the actor may not do at that place. So nobody makes anybody mightier than themselves.
 */
export function mayGiveRole(actor: Actor, role: Role, at: PlacePath): boolean {
  return may(actor, 'person.assign-role', at) && RIGHTS[role].every((deed) => may(actor, deed, at));
}

/** The roles that the actor may give at the place. */
export function rolesToGive(actor: Actor, at: PlacePath): Role[] {
  return ROLES.filter((role) => mayGiveRole(actor, role, at));
}

/**
 * Whether the actor may close or open the account of somebody else and send them links: where the person works, and for
 * nobody who holds a role that the actor could not give. One's own account is not among those: that locks one out.
 */
export function mayKeepAccount(
  actor: Actor,
  person: { readonly id: string; readonly path: PlacePath; readonly roles: readonly RoleAtPlace[] },
): boolean {
  return (
    person.id !== actor.personId &&
    may(actor, 'person.invite', person.path) &&
    person.roles.every(({ role, path }) => mayGiveRole(actor, role, path))
  );
}

/** The roles that the actor may give at one of the places of their own roles. */
export function rolesToGiveAnywhere(actor: Actor): Role[] {
  return ROLES.filter((role) => actor.roles.some(({ path }) => mayGiveRole(actor, role, path)));
}
