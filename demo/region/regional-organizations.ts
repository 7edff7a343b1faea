import { chanceOf } from '#demo/orders/chance.ts';
import { inn, NO_CODES, ogrn } from '#demo/region/codes.ts';
import { DOMAIN, organization } from '#demo/region/organization.ts';
import type { Day, DemonstrationOrganization, OrganizationKind, Settlement } from '#demo/region/region-types.ts';
import { REGION_GENITIVE, REGION_NAME } from '#demo/region/words/municipalities.ts';
import { addressIn, placeOf } from '#demo/region/words/streets.ts';

type Words = {
  readonly key: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly foundedOn: Day;
  /** The municipality where it stands, when not in the capital. */
  readonly stands?: { readonly settlement: Settlement; readonly taxOffice: number };
};

const CAPITAL: NonNullable<Words['stands']> = { settlement: { name: 'Новосельск', type: 'city' }, taxOffice: 1 };
const TIKHORECHENSK: NonNullable<Words['stands']> = {
  settlement: { name: 'Тихореченск', type: 'city' },
  taxOffice: 2,
};
const STATE = 'Государственное бюджетное учреждение';
const STATE_TEACHING = 'Государственное автономное учреждение повышения квалификации';
/** Serial numbers of regional organisations in ИНН and ОГРН stand above those of schools. */
const FIRST_SERIAL = 9001;

/** The eight institutes and centres that work for the whole region. */
const INSTITUTES: readonly Words[] = [
  {
    key: 'iro',
    kind: 'institute',
    name: `${STATE_TEACHING} ${REGION_GENITIVE} «Новосельский областной институт развития образования»`,
    shortName: 'ГАУ ПК «НОИРО»',
    aliases: ['НОИРО', 'ИРО', 'Институт развития образования', 'ГАУ ПК НОИРО'],
    foundedOn: '1939-10-01',
  },
  {
    key: 'coko',
    kind: 'centre',
    name: `${STATE} ${REGION_GENITIVE} «Областной центр оценки качества образования»`,
    shortName: 'ГБУ «ОЦОКО»',
    aliases: ['ЦОКО', 'ОЦОКО', 'РЦОИ', 'Центр оценки качества образования', 'Региональный центр обработки информации'],
    foundedOn: '2004-03-15',
  },
  {
    key: 'cmko',
    kind: 'centre',
    name: `${STATE} ${REGION_GENITIVE} «Центр мониторинга качества образования»`,
    shortName: 'ГБУ «ЦМКО»',
    aliases: ['ЦМКО', 'Центр мониторинга', 'Центр мониторинга качества образования'],
    foundedOn: '2009-02-01',
  },
  {
    key: 'cpmpk',
    kind: 'centre',
    name: `${STATE} ${REGION_GENITIVE} «Центральная психолого-медико-педагогическая комиссия»`,
    shortName: 'ГБУ «ЦПМПК»',
    aliases: ['ЦПМПК', 'ПМПК', 'областная ПМПК', 'Центральная ПМПК'],
    foundedOn: '1996-09-02',
  },
  {
    key: 'tpmpk',
    kind: 'centre',
    name: `${STATE} ${REGION_GENITIVE} «Тихореченская территориальная психолого-медико-педагогическая комиссия»`,
    shortName: 'ГБУ «Тихореченская ТПМПК»',
    aliases: ['ТПМПК', 'Тихореченская ПМПК', 'территориальная ПМПК'],
    foundedOn: '2001-01-15',
    stands: TIKHORECHENSK,
  },
  {
    key: 'garmoniya',
    kind: 'centre',
    name: `${STATE} ${REGION_GENITIVE} «Центр комплексной помощи детям и семье «Гармония»`,
    shortName: 'ГБУ Центр «Гармония»',
    aliases: ['ЦППМСП', 'Центр «Гармония»', 'Гармония', 'ППМС-центр'],
    foundedOn: '1998-04-20',
  },
  {
    key: 'oumc',
    kind: 'centre',
    name: `${STATE} ${REGION_GENITIVE} «Областной учебно-методический центр»`,
    shortName: 'ГБУ «ОУМЦ»',
    aliases: ['ОУМЦ', 'УМЦ', 'Областной методический центр'],
    foundedOn: '1991-06-03',
  },
  {
    key: 'cifra',
    kind: 'centre',
    name: `${STATE} ${REGION_GENITIVE} «Центр цифровых технологий в образовании»`,
    shortName: 'ГБУ «ЦЦТО»',
    aliases: ['ЦЦТО', 'Цифровой центр', 'Центр цифровых технологий'],
    foundedOn: '2013-11-11',
  },
];

const PARTNERS: readonly Words[] = [
  {
    key: 'university',
    kind: 'partner',
    name: `Федеральное государственное бюджетное образовательное учреждение высшего образования «Новосельский педагогический университет»`,
    shortName: 'ФГБОУ ВО «НПУ»',
    aliases: ['НПУ', 'педуниверситет', 'Новосельский педуниверситет'],
    foundedOn: '1934-09-01',
  },
  {
    key: 'college',
    kind: 'partner',
    name: `Государственное бюджетное профессиональное образовательное учреждение ${REGION_GENITIVE} «Тихореченский педагогический колледж»`,
    shortName: 'ГБПОУ «Тихореченский педколледж»',
    aliases: ['ТПК', 'педколледж', 'Тихореченский педколледж'],
    foundedOn: '1947-09-01',
    stands: TIKHORECHENSK,
  },
  {
    key: 'museum',
    kind: 'partner',
    name: `Государственное учреждение культуры ${REGION_GENITIVE} «Новосельский областной музей истории и природы»`,
    shortName: 'ГУК «Музей истории и природы»',
    aliases: ['областной музей', 'Новосельский музей', 'музей истории и природы'],
    foundedOn: '1921-05-18',
  },
  {
    key: 'factory',
    kind: 'partner',
    name: 'Акционерное общество «Тихореченский завод точных приборов»',
    shortName: 'АО «Точприбор»',
    aliases: ['Точприбор', 'завод точных приборов'],
    foundedOn: '1958-12-05',
    stands: TIKHORECHENSK,
  },
];

/** The region, its ministry, institutes, centres and partners. */
export function regionalOrganizations(seed: number): DemonstrationOrganization[] {
  const chance = chanceOf(seed * 100 + 50);
  const ministry: Words = {
    key: 'ministry',
    kind: 'authority',
    name: `Министерство образования ${REGION_GENITIVE}`,
    shortName: 'Минобразования',
    aliases: ['Минобр', 'министерство', 'Министерство образования'],
    foundedOn: '1994-01-10',
  };
  return [
    organization({
      key: 'region',
      parentKey: null,
      kind: 'region',
      level: 'regional',
      name: REGION_NAME,
      shortName: REGION_NAME,
      aliases: ['НО', 'Новосельская обл.', 'регион', 'область'],
      foundedOn: '1937-09-28',
      forms: { genitive: REGION_GENITIVE, prepositional: REGION_GENITIVE },
    }),
    ...[ministry, ...INSTITUTES, ...PARTNERS].map((words, index) => {
      const { stands = CAPITAL, ...named } = words;
      const serial = FIRST_SERIAL + index;
      const year = Math.max(2002, Number(words.foundedOn.slice(0, 4)));
      return organization({
        ...named,
        parentKey: 'region',
        level: 'regional',
        codes: { ...NO_CODES, inn: inn(stands.taxOffice, serial), ogrn: ogrn(year, stands.taxOffice, serial) },
        address: addressIn(stands.settlement, null, stands.taxOffice, chance),
        place: placeOf(stands.settlement),
        email: `${words.key}@${DOMAIN}`,
        site: `https://${words.key}.${DOMAIN}`,
      });
    }),
  ];
}
