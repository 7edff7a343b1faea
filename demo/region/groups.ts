import { chanceOf, type Chance } from '#demo/orders/chance.ts';
import type {
  Basis,
  Day,
  DemonstrationOrganization,
  ExecutorGroup,
  GroupMember,
  Key,
} from '#demo/region/region-types.ts';

/** Groups that may stand as executors of a measure, and who belongs to them when. */
export type Groups = { readonly groups: ExecutorGroup[]; readonly members: GroupMember[] };

/** The school of the demonstration that every page tells about: it is on the list of this year. */
export const SHOWN_SCHOOL = { municipalityKey: 'zarechny', shortNameEnd: 'СОШ № 4' } as const;

const LOW_RESULTS = { present: 60, left: 18 } as const;
const AT_RISK = 74;
const PREVENTION = 40;
const ADVERSE_CONDITIONS = 66;
const TUTOR_SCHOOLS = 24;

/** Groups of a plan's year: lists by order change in September, computed ones follow the schools. */
export function groupsOf(
  organizations: readonly DemonstrationOrganization[],
  shownSchoolKey: Key,
  year: number,
  seed: number,
): Groups {
  const chance = chanceOf(seed * 100 + 70);
  const schools = organizations.filter((each) => each.kind === 'school');
  const working = schools.filter((each) => each.closedOn === null);
  const lists = listsByChance(working, shownSchoolKey, chance);
  const thisList = basis('207', `${year}-02-09`);
  const earlierList = basis('188', `${year - 1}-02-11`);
  const since = (keys: readonly Key[], groupKey: Key, from: Day, until: Day | null = null): GroupMember[] =>
    keys.map((organizationKey) => ({ groupKey, organizationKey, from, until }));
  const computed = (groupKey: Key, members: readonly DemonstrationOrganization[]): GroupMember[] =>
    members.map((each) => ({ groupKey, organizationKey: each.key, from: each.foundedOn, until: each.closedOn }));
  return {
    groups: [
      group(
        'all_schools',
        ['Все общеобразовательные организации', 'Все ОО'],
        ['все ОО', 'ОО', 'школы', 'все школы', 'Руководители ОО'],
      ),
      group('rural_schools', ['Сельские школы', 'Сельские школы'], ['сельские ОО', 'школы в сельской местности']),
      group(
        'all_authorities',
        ['Муниципальные органы управления образованием', 'Все МОУО'],
        ['все МОУО', 'муниципалитеты'],
      ),
      group(
        'low_results',
        ['Школы с низкими образовательными результатами', 'ШНОР'],
        ['ШНОР', 'школы с низкими результатами', 'школы ШНОР'],
        thisList,
      ),
      group(
        'at_risk',
        ['Школы группы риска', 'Группа риска'],
        ['группа риска', 'школы риска', 'школы с рисками снижения результатов'],
        thisList,
      ),
      group('prevention', ['Школы группы профилактики', 'Группа профилактики'], ['группа профилактики'], thisList),
      group('adverse_conditions', ['Школы в сложных социальных условиях', 'ШНСУ'], ['ШНСУ', 'школы ШНСУ'], thisList),
      group('growth', ['Школы роста', 'Школы роста'], ['школы, вышедшие из ШНОР'], thisList),
      group(
        'tutor_schools',
        ['Школы-тьюторы', 'Школы-тьюторы'],
        ['школа-тьютор', 'тьюторские школы', 'опорные школы'],
        basis('241', `${year}-02-26`),
      ),
    ],
    members: [
      ...computed('all_schools', schools),
      ...computed(
        'rural_schools',
        schools.filter((each) => each.place === 'rural'),
      ),
      ...computed(
        'all_authorities',
        organizations.filter((each) => each.kind === 'authority' && each.level === 'municipal'),
      ),
      ...since(lists.lowResults.slice(0, 34), 'low_results', earlierList.date),
      ...since(lists.lowResults.slice(34), 'low_results', thisList.date),
      // They improved: their membership ended the day before the new list.
      ...since(lists.left, 'low_results', `${year - 2}-02-14`, `${year}-02-08`),
      ...since(lists.left, 'growth', thisList.date),
      ...since(lists.atRisk, 'at_risk', thisList.date),
      ...since(lists.prevention, 'prevention', thisList.date),
      ...since(lists.adverseConditions, 'adverse_conditions', thisList.date, `${year}-12-31`),
      ...since(lists.tutors, 'tutor_schools', `${year}-02-26`, `${year + 1}-05-31`),
    ],
  };
}

function listsByChance(working: readonly DemonstrationOrganization[], shownSchoolKey: Key, chance: Chance) {
  const general = working.filter((each) => each.schoolType === 'secondary' || each.schoolType === 'basic');
  const mixed = chance.shuffled(general.filter((each) => each.key !== shownSchoolKey)).map((each) => each.key);
  const lowResults = [shownSchoolKey, ...mixed.splice(0, LOW_RESULTS.present - 1)];
  const left = mixed.splice(0, LOW_RESULTS.left);
  const atRisk = mixed.splice(0, AT_RISK);
  const prevention = mixed.splice(0, PREVENTION);
  // Conditions and results are judged apart: half of these schools are on the list of low results too.
  const half = ADVERSE_CONDITIONS / 2;
  const adverseConditions = [...lowResults.slice(0, half), ...mixed.splice(0, half)];
  const strong = working.filter((each) => each.schoolType === 'gymnasium' || each.schoolType === 'lyceum');
  const tutors = [
    ...chance.shuffled(strong.map((each) => each.key)).slice(0, TUTOR_SCHOOLS / 2),
    ...mixed.splice(0, TUTOR_SCHOOLS / 2),
  ];
  return { lowResults, left, atRisk, prevention, adverseConditions, tutors };
}

function group(
  key: Key,
  [name, shortName]: readonly [string, string],
  aliases: readonly string[],
  basedOn: Basis | null = null,
): ExecutorGroup {
  const holdsAllSchools = key === 'all_schools';
  const membership = basedOn === null ? 'computed' : 'listed';
  return { key, ownerKey: 'region', name, shortName, aliases, holdsAllSchools, membership, basis: basedOn };
}

function basis(number: string, date: Day): Basis {
  return { issuerKey: 'ministry', number, date };
}
