import type { MunicipalityType, Settlement, SettlementType, TerritoryForms } from '#demo/region/region-types.ts';

/** A municipality before its organisations are made. */
export type MunicipalityWords = {
  readonly key: string;
  readonly code: string;
  readonly type: MunicipalityType;
  /** As it is usually called: `Заречный район`, `Озёрский округ`, `город Новосельск`. */
  readonly name: string;
  /** As the charter has it. */
  readonly officialName: string;
  readonly forms: TerritoryForms;
  readonly centre: Settlement;
  /** Adjective of schools in the centre, masculine: `Липовецкий`; `null` in towns, whose schools have numbers only. */
  readonly adjective: string | null;
  readonly schools: number;
};

export const REGION_NAME = 'Новосельская область';
export const REGION_GENITIVE = 'Новосельской области';

type District = readonly [
  key: string,
  adjective: string,
  schools: number,
  centre: string,
  type: SettlementType,
  /** Where schools of the centre are not called as the district is. */
  schoolAdjective?: string,
];
type City = readonly [key: string, nominative: string, genitive: string, prepositional: string, schools: number];

const CITIES: readonly City[] = [
  ['novoselsk', 'Новосельск', 'Новосельска', 'Новосельске', 140],
  ['tikhorechensk', 'Тихореченск', 'Тихореченска', 'Тихореченске', 34],
  ['borovogorsk', 'Боровогорск', 'Боровогорска', 'Боровогорске', 22],
  ['prirechensk', 'Приреченск', 'Приреченска', 'Приреченске', 16],
];

const OKRUGS: readonly District[] = [
  ['ozersky', 'Озёрский', 38, 'Озёрное', 'city'],
  ['stepnogorsky', 'Степногорский', 25, 'Степногорье', 'city'],
  ['sosnorechensky', 'Соснореченский', 24, 'Соснореченск', 'city'],
  ['kalinovsky', 'Калиновский', 21, 'Калиновка', 'work-settlement'],
  ['vereskovsky', 'Вересковский', 18, 'Вереск', 'work-settlement'],
  ['chistoklyuchevskoy', 'Чистоключевской', 14, 'Чистые Ключи', 'village'],
  ['zhuravlinsky', 'Журавлинский', 10, 'Журавлиное', 'village'],
];

const DISTRICTS: readonly District[] = [
  ['zarechny', 'Заречный', 35, 'Заречка', 'work-settlement', 'Зареченский'],
  ['novoselsky', 'Новосельский', 44, 'Подгорный', 'work-settlement', 'Подгорновский'],
  ['chernoborsky', 'Черноборский', 34, 'Чёрный Бор', 'work-settlement'],
  ['kamennobrodsky', 'Каменнобродский', 32, 'Каменный Брод', 'city'],
  ['rodnikovsky', 'Родниковский', 31, 'Родниковое', 'work-settlement'],
  ['borovlyansky', 'Боровлянский', 30, 'Боровлянка', 'work-settlement'],
  ['gorodishchensky', 'Городищенский', 29, 'Городище', 'work-settlement'],
  ['verkhneozersky', 'Верхнеозёрский', 27, 'Верхнеозёрное', 'village'],
  ['svetlopolyansky', 'Светлополянский', 26, 'Светлая Поляна', 'work-settlement'],
  ['lipovetsky', 'Липовецкий', 26, 'Липовец', 'work-settlement'],
  ['kedrovsky', 'Кедровский', 25, 'Кедровка', 'work-settlement'],
  ['berezovsky', 'Берёзовский', 24, 'Берёзовое', 'village'],
  ['malorechensky', 'Малореченский', 23, 'Малоречье', 'village'],
  ['dolgopolyansky', 'Долгополянский', 22, 'Долгая Поляна', 'village'],
  ['lugovskoy', 'Луговской', 20, 'Луговое', 'village'],
  ['olkhovsky', 'Ольховский', 19, 'Ольховка', 'village'],
  ['peschanogorsky', 'Песчаногорский', 17, 'Песчаногорское', 'village'],
  ['verkhnelesnoy', 'Верхнелесной', 16, 'Верхний Лес', 'village'],
  ['ivnyakovsky', 'Ивняковский', 13, 'Ивняки', 'village'],
  ['talnikovsky', 'Тальниковский', 11, 'Тальники', 'village'],
  ['ust_khvoyninsky', 'Усть-Хвойнинский', 9, 'Усть-Хвойное', 'village'],
  ['yasnoozersky', 'Ясноозёрский', 9, 'Ясное Озеро', 'village'],
  ['elovogorsky', 'Еловогорский', 8, 'Еловая Гора', 'village'],
];

/** The code of the first municipality; the others follow. */
const FIRST_CODE = 201;

/** All 35, the capital first. */
export const MUNICIPALITIES: readonly MunicipalityWords[] = [
  ...CITIES.map(cityOkrug),
  {
    type: 'city-okrug' as const,
    key: 'kvartsevy',
    name: 'рабочий посёлок Кварцевый',
    officialName: `Городской округ рабочий посёлок Кварцевый ${REGION_GENITIVE}`,
    forms: { genitive: 'рабочего посёлка Кварцевого', prepositional: 'рабочем посёлке Кварцевом' },
    centre: { name: 'Кварцевый', type: 'work-settlement' as const },
    adjective: null,
    schools: 8,
  },
  ...OKRUGS.map((words) => okrugOrDistrict('municipal-okrug', words)),
  ...DISTRICTS.map((words) => okrugOrDistrict('district', words)),
].map((words, index) => ({ ...words, code: String(FIRST_CODE + index) }));

/** `Липовецкий` in the feminine: `Липовецкая`. */
export function feminine(adjective: string): string {
  return adjective.replace(/(?:ий|ый|ой)$/u, 'ая');
}

function cityOkrug([key, nominative, genitive, prepositional, schools]: City): Omit<MunicipalityWords, 'code'> {
  return {
    key,
    type: 'city-okrug',
    name: `город ${nominative}`,
    officialName: `Городской округ город ${nominative} ${REGION_GENITIVE}`,
    forms: { genitive: `города ${genitive}`, prepositional: `городе ${prepositional}` },
    centre: { name: nominative, type: 'city' },
    adjective: null,
    schools,
  };
}

function okrugOrDistrict(
  type: 'municipal-okrug' | 'district',
  [key, adjective, schools, centre, centreType, schoolAdjective]: District,
): Omit<MunicipalityWords, 'code'> {
  const noun = type === 'district' ? 'район' : 'округ';
  return {
    key,
    type,
    name: `${adjective} ${noun}`,
    officialName: `${adjective} муниципальный ${noun} ${REGION_GENITIVE}`,
    forms: {
      genitive: `${adjective.replace(/(?:ий|ый|ой)$/u, 'ого')} ${noun}а`,
      prepositional: `${adjective.replace(/(?:ий|ый|ой)$/u, 'ом')} ${noun}е`,
    },
    centre: { name: centre, type: centreType },
    adjective: schoolAdjective ?? adjective,
    schools,
  };
}
