import { abbreviationsOf, organizationAliases } from '#demo/region/abbreviations.ts';
import { groupsOf, SHOWN_SCHOOL } from '#demo/region/groups.ts';
import { withHistories } from '#demo/region/histories.ts';
import { municipalOrganizations } from '#demo/region/municipal-organizations.ts';
import { PASSPORT_FIELDS } from '#demo/region/passports.ts';
import { peopleOf } from '#demo/region/people.ts';
import type { DemonstrationRegion } from '#demo/region/region-types.ts';
import { regionalOrganizations } from '#demo/region/regional-organizations.ts';
import { schools } from '#demo/region/schools.ts';

/** The year of plans when none is asked for. */
const YEAR = 2026;

/**
 * «Новосельская область»: 35 municipalities, 900 schools, 8 institutes and centres, 40 people with roles. Nobody and
 * nothing in it exists. The same seed and year give the same region; keys and counts do not depend on the seed.
 *
 * `year` is the calendar year of the plans: lists, substitutions, mergers and closures are dated from it.
 */
export function demonstrationRegion(seed = 1, { year = YEAR }: { year?: number } = {}): DemonstrationRegion {
  const municipal = municipalOrganizations(seed);
  const organizations = withHistories(
    [...regionalOrganizations(seed), ...municipal.organizations, ...schools(seed)],
    year,
  );
  const shown = organizations.find(
    (each) =>
      each.municipalityKey === SHOWN_SCHOOL.municipalityKey && each.shortName.endsWith(SHOWN_SCHOOL.shortNameEnd),
  );
  if (shown === undefined) throw new Error('the school that the demonstration shows is missing');
  const { groups, members } = groupsOf(organizations, shown.key, year, seed);
  const abbreviations = abbreviationsOf(organizations, municipal.abbreviations);
  return {
    year,
    organizations,
    passportFields: PASSPORT_FIELDS,
    abbreviations,
    organizationAliases: organizationAliases(organizations, abbreviations),
    groups,
    groupMembers: members,
    ...peopleOf(organizations, members, shown.key, year, seed),
  };
}
