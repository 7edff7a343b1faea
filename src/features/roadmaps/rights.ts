import type { Actor } from '#domain/access/actor.ts';
import { may, placesFor } from '#domain/access/actor.ts';

/** Whether the person may hand in orders somewhere. */
export function mayHandIn(actor: Actor | null): boolean {
  return actor !== null && placesFor(actor, 'roadmap.edit').length > 0;
}

/** What the person may do with a road map of the place. */
export function rightsOverRoadmap(
  actor: Actor | null,
  path: string,
): { readonly edit: boolean; readonly approve: boolean } {
  return {
    edit: actor !== null && may(actor, 'roadmap.edit', path),
    approve: actor !== null && may(actor, 'roadmap.approve', path),
  };
}
