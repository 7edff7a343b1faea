import type { DemonstrationOrganization, GroupMember, Key, PersonName, RoleCode } from '#demo/region/region-types.ts';

/** Somebody who shall have an account, before the name is found. */
export type Post = {
  readonly role: RoleCode;
  readonly organizationKey: Key;
  readonly position: string;
  /** Where the role holds. */
  readonly places: readonly Key[];
  /** Also the head of the organisation. */
  readonly heads: boolean;
  readonly name: PersonName | null;
};

/** People whom the pages of the demonstration tell about. */
const SHOWN = {
  coordinator: { surname: 'Перелыгина', givenName: 'Мария', patronymic: 'Андреевна', gender: 'female' },
  schoolCoordinator: { surname: 'Перевозчикова', givenName: 'Анна', patronymic: 'Викторовна', gender: 'female' },
  curator: { surname: 'Веденеева', givenName: 'Ольга', patronymic: 'Степановна', gender: 'female' },
} as const satisfies Record<string, PersonName>;

export const SHOWN_PEOPLE: readonly PersonName[] = Object.values(SHOWN);

const COORDINATED = [
  ...[
    'novoselsk',
    'tikhorechensk',
    'ozersky',
    'chernoborsky',
    'rodnikovsky',
    'vereskovsky',
    'lugovskoy',
    'yasnoozersky',
  ],
] as const;

const HEADED = ['novoselsk', 'zarechny', 'chernoborsky'] as const;

/** The forty posts. The first of each role shows the role. */
export function posts(
  organizations: readonly DemonstrationOrganization[],
  members: readonly GroupMember[],
  shownSchoolKey: Key,
): Post[] {
  const listed = members
    .filter((member) => member.groupKey === 'low_results' && member.until === null)
    .map((member) => member.organizationKey)
    .filter((key) => key !== shownSchoolKey);
  const tutors = members
    .filter((member) => member.groupKey === 'tutor_schools')
    .map((member) => member.organizationKey);
  const schools = [...listed.slice(20, 24), ...tutors.slice(0, 2)];
  const keys = new Set(organizations.map((each) => each.key));
  // Where there is a methodical centre, the coordinator works in it.
  const chiefOf = (key: string) => (keys.has(`${key}_methodical`) ? `${key}_methodical` : `${key}_authority`);
  return [
    post('administrator', 'cifra', 'администратор информационных систем', ['region']),
    post('administrator', 'ministry', 'начальник отдела информатизации', ['region']),
    post('regional-coordinator', 'ministry', 'заместитель начальника управления общего образования', ['region']),
    post('regional-coordinator', 'ministry', 'консультант отдела качества образования', ['region']),
    post('regional-coordinator', 'cmko', 'заместитель директора', ['region']),
    post('analyst', 'coko', 'ведущий аналитик', ['region']),
    post('analyst', 'coko', 'начальник отдела статистики', ['region']),
    post('analyst', 'cmko', 'аналитик', ['region']),
    post('analyst', 'cmko', 'методист-аналитик', ['region']),
    post('institute-staff', 'iro', 'заведующий кафедрой управления образованием', ['iro']),
    post('institute-staff', 'iro', 'старший преподаватель кафедры', ['iro']),
    post('institute-staff', 'oumc', 'методист', ['oumc']),
    post('institute-staff', 'cpmpk', 'заместитель руководителя комиссии', ['cpmpk']),
    post('institute-staff', 'tpmpk', 'педагог-психолог', ['tpmpk']),
    post('institute-staff', 'garmoniya', 'учитель-дефектолог', ['garmoniya']),
    post('institute-staff', 'zarechny_methodical', 'старший методист', ['zarechny_methodical']),
    post('municipal-coordinator', 'zarechny_authority', 'главный специалист', ['zarechny'], SHOWN.coordinator),
    ...COORDINATED.map((key) => post('municipal-coordinator', chiefOf(key), 'ведущий специалист', [key])),
    post('school-coordinator', shownSchoolKey, 'заместитель директора', [shownSchoolKey], SHOWN.schoolCoordinator),
    ...schools.map((key, index) => {
      // In a small school the head does it.
      const heads = index % 3 === 1;
      return { ...post('school-coordinator', key, heads ? 'директор' : 'заместитель директора', [key]), heads };
    }),
    post('curator', 'cmko', 'старший методист', [shownSchoolKey, ...listed.slice(0, 2)], SHOWN.curator),
    post('curator', 'iro', 'доцент кафедры естественно-научного образования', listed.slice(2, 4)),
    post('curator', 'university', 'доцент кафедры педагогики', listed.slice(4, 6)),
    post('curator', tutors[2] ?? '', 'учитель математики', listed.slice(6, 7)),
    post('controlling-head', 'ministry', 'заместитель министра', ['region']),
    ...organizations
      .filter((each) => HEADED.some((key) => each.key === `${key}_authority`))
      .map((each) => ({
        ...post('controlling-head', each.key, titleOf(each), [each.municipalityKey ?? '']),
        heads: true,
      })),
  ];
}

/** How the head of an organisation is called. */
export function titleOf({ key, kind, shortName, isBranch }: DemonstrationOrganization): string {
  if (key === 'ministry') return 'министр';
  if (key === 'iro') return 'ректор';
  if (kind === 'authority') return shortName.startsWith('Комитет') ? 'председатель' : 'начальник';
  return isBranch ? 'заведующий филиалом' : 'директор';
}

function post(
  role: RoleCode,
  organizationKey: Key,
  position: string,
  places: readonly Key[],
  name: PersonName | null = null,
): Post {
  return { role, organizationKey, position, places, heads: false, name };
}
