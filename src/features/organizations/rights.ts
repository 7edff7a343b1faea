import type { Actor } from '#domain/access/actor.ts';
import { placesFor } from '#domain/access/actor.ts';

/** What the list offers a person: deeds allowed at some place at least. */
export type RightsOverOrganizations = {
  readonly create: boolean;
  readonly export: boolean;
  readonly import: boolean;
  readonly passportFields: boolean;
};

export function rightsOverOrganizations(actor: Actor | null): RightsOverOrganizations {
  const some = (deed: Parameters<typeof placesFor>[1]) => actor !== null && placesFor(actor, deed).length > 0;
  return {
    create: some('organization.edit'),
    export: some('organization.export'),
    import: some('organization.import'),
    passportFields: some('passport-field.edit'),
  };
}
