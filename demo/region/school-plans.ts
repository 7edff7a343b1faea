import type { Chance } from '#demo/orders/chance.ts';
import type { SchoolType, SettlementType } from '#demo/region/region-types.ts';
import { additionByChance, type LegalForm, type SchoolDesignation } from '#demo/region/school-names.ts';
import type { MunicipalityWords } from '#demo/region/words/municipalities.ts';
import { placeOf } from '#demo/region/words/streets.ts';
import { VILLAGES, type VillageWords } from '#demo/region/words/villages.ts';

/** A school that a municipality shall have. */
export type SchoolPlan = SchoolDesignation & {
  readonly central: boolean;
  /** It works as a branch of another school of the municipality. */
  readonly branch: boolean;
};

const SHARE_OF_BRANCHES = 0.2;
/** A number is left out now and then: that school was merged long ago. */
const SHARE_OF_GAPS = 0.12;

/** The schools of a municipality: as many as its words say, those with a legal person of their own first. */
export function schoolPlans(municipality: MunicipalityWords, chance: Chance): SchoolPlan[] {
  const { adjective } = municipality;
  const plans =
    adjective === null ? townSchools(municipality, chance) : districtSchools(municipality, adjective, chance);
  return [...plans.filter((plan) => !plan.branch), ...plans.filter((plan) => plan.branch)];
}

function townSchools(municipality: MunicipalityWords, chance: Chance): SchoolPlan[] {
  const { schools } = municipality;
  const evening = Math.round(schools / 50);
  const boarding = Math.round(schools / 50);
  const types = chance.shuffled([
    ...times(Math.round(schools * 0.075), 'gymnasium'),
    ...times(Math.round(schools * 0.075), 'lyceum'),
    ...times(Math.round(schools * 0.04), 'primary'),
    ...times(Math.round(schools * 0.04), 'basic'),
  ]);
  const ordinary = schools - evening - boarding;
  const secondary = times(ordinary - types.length, 'secondary');
  let number = 0;
  // The oldest schools of a town, with the smallest numbers, are ordinary ones more often than not.
  const numbered = chance.shuffled([...types, ...secondary]).map((type) => {
    number += chance.happens(SHARE_OF_GAPS) ? 2 : 1;
    return inCentre(municipality, { type, number, adjective: null }, chance);
  });
  return [
    ...numbered,
    ...times(evening, 'evening').map((type, index) =>
      inCentre(municipality, { type, number: index + 1, adjective: null }, chance),
    ),
    ...times(boarding, 'boarding').map((type, index) =>
      inCentre(municipality, { type, number: index + 1, adjective: null }, chance),
    ),
  ];
}

function districtSchools(municipality: MunicipalityWords, adjective: string, chance: Chance): SchoolPlan[] {
  const central = centreSchools(municipality, adjective, chance);
  return [...central, ...villageSchools(municipality, adjective, municipality.schools - central.length, chance)];
}

function centreSchools(municipality: MunicipalityWords, adjective: string, chance: Chance): SchoolPlan[] {
  const { schools } = municipality;
  const secondary = schools >= 30 ? 4 : schools >= 20 ? 3 : schools >= 12 ? 2 : 1;
  const types: SchoolType[] = [
    ...(schools >= 26 ? (['gymnasium'] as const) : []),
    ...(schools >= 31 ? (['lyceum'] as const) : []),
    ...(schools >= 29 ? (['evening'] as const) : []),
    ...(schools % 4 === 1 ? (['boarding'] as const) : []),
  ];
  return [
    ...times(secondary, 'secondary').map((type, index) =>
      inCentre(municipality, { type, number: secondary === 1 ? null : index + 1, adjective }, chance),
    ),
    ...types.map((type) => inCentre(municipality, { type, number: null, adjective }, chance)),
  ];
}

function villageSchools(
  municipality: MunicipalityWords,
  adjective: string,
  count: number,
  chance: Chance,
): SchoolPlan[] {
  return villagesOf(municipality, adjective, count, chance).map((village, index): SchoolPlan => {
    const type = index < count * 0.55 ? 'secondary' : index < count * 0.86 ? 'basic' : 'primary';
    return {
      type,
      number: null,
      adjective: village.adjective.replace(/ая$/u, 'ий'),
      settlement: { name: village.name, type: chance.pick(SETTLEMENTS_OF[type]) },
      municipality,
      legalForm: chance.happens(0.6) ? 'treasury' : 'budget',
      addition: null,
      central: false,
      branch: type !== 'secondary' && chance.happens(SHARE_OF_BRANCHES),
    };
  });
}

const SETTLEMENTS_OF: Readonly<Record<'secondary' | 'basic' | 'primary', readonly SettlementType[]>> = {
  secondary: ['village', 'village', 'village', 'village', 'settlement', 'station'],
  basic: ['village', 'village', 'village', 'settlement', 'hamlet'],
  primary: ['village', 'hamlet', 'hamlet', 'settlement'],
};

/** So many villages by chance, each name and each adjective once. */
function villagesOf({ centre }: MunicipalityWords, adjective: string, count: number, chance: Chance): VillageWords[] {
  const taken = new Set([centre.name, adjective.replace(/(?:ий|ый|ой)$/u, 'ая')]);
  const villages: VillageWords[] = [];
  while (villages.length < count) {
    const village = chance.pick(VILLAGES);
    if (taken.has(village.name) || taken.has(village.adjective)) continue;
    taken.add(village.name).add(village.adjective);
    villages.push(village);
  }
  return villages;
}

function inCentre(
  municipality: MunicipalityWords,
  school: Pick<SchoolDesignation, 'type' | 'number' | 'adjective'>,
  chance: Chance,
): SchoolPlan {
  const { centre } = municipality;
  return {
    ...school,
    settlement: centre,
    municipality,
    legalForm: legalFormOf(school.type, chance),
    addition: placeOf(centre) === 'urban' ? additionByChance(school.type, chance) : null,
    central: true,
    branch: false,
  };
}

function legalFormOf(type: SchoolType, chance: Chance): LegalForm {
  if (type === 'boarding') return 'state';
  const autonomous = type === 'gymnasium' || type === 'lyceum' ? 0.5 : 0.12;
  return chance.happens(autonomous) ? 'autonomous' : 'budget';
}

function times<Type extends SchoolType>(count: number, type: Type): Type[] {
  return Array.from({ length: count }, () => type);
}
