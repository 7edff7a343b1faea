import { NO_CODES } from '#demo/region/codes.ts';
import type { DemonstrationOrganization } from '#demo/region/region-types.ts';

type Named = 'key' | 'parentKey' | 'kind' | 'level' | 'name' | 'shortName' | 'foundedOn';

/** Mail and sites of the region live under a name that nobody can register. */
export const DOMAIN = 'novoselye.example';

/** An organisation of which only the given is known; it has had its name since its foundation. */
export function organization(
  known: Pick<DemonstrationOrganization, Named> & Partial<DemonstrationOrganization>,
): DemonstrationOrganization {
  return {
    municipalityKey: null,
    namedOn: known.foundedOn,
    formerNames: [],
    aliases: [],
    codes: NO_CODES,
    address: null,
    place: null,
    email: null,
    site: null,
    closedOn: null,
    successorKey: null,
    founderKey: null,
    schoolType: null,
    municipalityType: null,
    isBranch: false,
    forms: null,
    passport: {},
    ...known,
  };
}
