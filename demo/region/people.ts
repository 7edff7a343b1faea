import { chanceOf, type Chance } from '#demo/orders/chance.ts';
import { DOMAIN } from '#demo/region/organization.ts';
import type {
  Day,
  DemonstrationOrganization,
  DemonstrationPerson,
  GroupMember,
  HeadPosition,
  Key,
  PersonName,
  RoleAssignment,
  RoleCode,
} from '#demo/region/region-types.ts';
import { posts, SHOWN_PEOPLE, titleOf, type Post } from '#demo/region/staff.ts';
import { mailName } from '#demo/region/words/mail-names.ts';
import { namerOf } from '#demo/region/words/person-names.ts';

export type People = {
  readonly people: DemonstrationPerson[];
  readonly roles: RoleAssignment[];
  readonly heads: HeadPosition[];
  readonly exemplars: Record<RoleCode, Key>;
};

/** The head of the school that the pages of the demonstration tell about. */
const SHOWN_HEAD: PersonName = { surname: 'Самохвалов', givenName: 'Игорь', patronymic: 'Петрович', gender: 'male' };

/** Forty people with roles, and the heads of all organisations. */
export function peopleOf(
  organizations: readonly DemonstrationOrganization[],
  members: readonly GroupMember[],
  shownSchoolKey: Key,
  year: number,
  seed: number,
): People {
  const chance = chanceOf(seed * 100 + 80);
  const namer = namerOf(chance);
  namer.known(SHOWN_HEAD);
  SHOWN_PEOPLE.forEach(namer.known);
  const filled = posts(organizations, members, shownSchoolKey).map((post, index) => ({
    post,
    person: personOf(post, index, post.name === null ? namer.newSurname() : post.name),
  }));
  const roles = [...filled.flatMap(({ post, person }) => ownRoles(post, person, year)), ...furtherRoles(filled, year)];
  const headPeople = new Map(
    filled.filter(({ post }) => post.heads).map(({ person }) => [person.organizationKey, person]),
  );
  return {
    people: filled.map(({ person }) => person),
    roles,
    heads: organizations
      .filter((each) => each.kind !== 'region' && each.kind !== 'municipality' && each.kind !== 'partner')
      .map((each): HeadPosition => {
        if (each.key === shownSchoolKey) return headOf(each, SHOWN_HEAD, null, `${year - 3}-08-21`);
        const person = headPeople.get(each.key);
        return headOf(
          each,
          person ? nameOf(person) : namer.anybody(),
          person?.key ?? null,
          firstDay(each, year, chance),
        );
      }),
    exemplars: exemplarsOf(filled),
  };
}

type Filled = { readonly post: Post; readonly person: DemonstrationPerson };

function personOf(post: Post, index: number, name: PersonName): DemonstrationPerson {
  return {
    key: `person_${String(index + 1).padStart(2, '0')}`,
    ...name,
    email: `${mailName(name)}@${DOMAIN}`,
    organizationKey: post.organizationKey,
    position: post.position,
  };
}

function ownRoles({ role, places }: Post, person: DemonstrationPerson, year: number): RoleAssignment[] {
  return places.map((organizationKey) => ({
    personKey: person.key,
    role,
    organizationKey,
    from: `${year - 1}-09-01`,
    until: null,
    substitutesKey: null,
    basis: null,
  }));
}

/** Several roles in several places, and two who stand in for others. */
function furtherRoles(filled: readonly Filled[], year: number): RoleAssignment[] {
  const held = (role: RoleCode, position: number): Filled => {
    const found = filled.filter(({ post }) => post.role === role)[position];
    if (found === undefined) throw new Error(`no post ${position} of ${role}`);
    return found;
  };
  const own = { until: null, substitutesKey: null, basis: null };
  const lecturer = held('institute-staff', 1);
  const methodist = held('institute-staff', 6);
  const municipal = held('municipal-coordinator', 0);
  const neighbour = held('municipal-coordinator', 7);
  const tutor = held('school-coordinator', 5);
  const analyst = held('analyst', 3);
  const consultant = held('regional-coordinator', 1);
  const deputyMinister = held('controlling-head', 0);
  const listedSchools = [3, 4].map((position) => held('school-coordinator', position).post.organizationKey);
  const from: Day = `${year}-02-26`;
  return [
    ...listedSchools.map((organizationKey) => ({
      ...own,
      personKey: lecturer.person.key,
      role: 'curator' as const,
      organizationKey,
      from,
    })),
    { ...own, personKey: analyst.person.key, role: 'institute-staff', organizationKey: 'cmko', from },
    {
      ...own,
      personKey: tutor.person.key,
      role: 'curator',
      organizationKey: held('school-coordinator', 1).post.organizationKey,
      from,
      until: `${year + 1}-05-31`,
      basis: { issuerKey: 'ministry', number: '241', date: from },
    },
    // The post in the neighbouring municipality was vacant for a winter.
    {
      ...own,
      personKey: neighbour.person.key,
      role: 'municipal-coordinator',
      organizationKey: 'yasnoozersky',
      from: `${year - 1}-11-01`,
      until: `${year}-03-31`,
    },
    {
      personKey: methodist.person.key,
      role: 'municipal-coordinator',
      organizationKey: 'zarechny',
      from: `${year}-07-13`,
      until: `${year}-08-09`,
      substitutesKey: municipal.person.key,
      basis: { issuerKey: 'zarechny_authority', number: '94', date: `${year}-07-08` },
    },
    {
      personKey: consultant.person.key,
      role: 'controlling-head',
      organizationKey: 'region',
      from: `${year}-11-16`,
      until: `${year}-12-14`,
      substitutesKey: deputyMinister.person.key,
      basis: { issuerKey: 'ministry', number: '1105', date: `${year}-11-11` },
    },
  ];
}

function exemplarsOf(filled: readonly Filled[]): Record<RoleCode, Key> {
  const first = (role: RoleCode): Key => filled.find(({ post }) => post.role === role)?.person.key ?? '';
  return {
    administrator: first('administrator'),
    'regional-coordinator': first('regional-coordinator'),
    analyst: first('analyst'),
    'institute-staff': first('institute-staff'),
    'municipal-coordinator': first('municipal-coordinator'),
    'school-coordinator': first('school-coordinator'),
    curator: first('curator'),
    'controlling-head': first('controlling-head'),
  };
}

function headOf(
  organization: DemonstrationOrganization,
  holder: PersonName,
  personKey: Key | null,
  from: Day,
): HeadPosition {
  const { key: organizationKey, closedOn: until } = organization;
  return { organizationKey, holder, title: titleOf(organization), from, until, personKey };
}

function firstDay({ closedOn, foundedOn }: DemonstrationOrganization, year: number, chance: Chance): Day {
  const last = closedOn === null ? year - 1 : year - 3;
  const first = Math.max(year - 19, Number(foundedOn.slice(0, 4)));
  return `${chance.whole(Math.min(first, last), last)}-08-${chance.whole(15, 31)}` as Day;
}

function nameOf({ surname, givenName, patronymic, gender }: DemonstrationPerson): PersonName {
  return { surname, givenName, patronymic, gender };
}
