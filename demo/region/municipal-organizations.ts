import { chanceOf, type Chance } from '#demo/orders/chance.ts';
import { inn, NO_CODES, ogrn } from '#demo/region/codes.ts';
import { DOMAIN, organization } from '#demo/region/organization.ts';
import type { Day, DemonstrationOrganization } from '#demo/region/region-types.ts';
import { MUNICIPALITIES, REGION_GENITIVE, type MunicipalityWords } from '#demo/region/words/municipalities.ts';
import { addressIn, placeOf } from '#demo/region/words/streets.ts';

/** How education offices are called: full name from the municipality in the genitive, short name, abbreviation. */
const OFFICES = {
  management: { full: 'Управление образования администрации', short: 'Управление образования', abbreviation: 'УО' },
  section: { full: 'Отдел образования администрации', short: 'Отдел образования', abbreviation: 'РОО' },
  committee: { full: 'Комитет по образованию администрации', short: 'Комитет по образованию', abbreviation: 'КО' },
  department: { full: 'Департамент образования мэрии', short: 'Департамент образования', abbreviation: 'ДО' },
} as const;

/** How municipal methodical centres are called. */
const METHODICAL_CENTRES = [
  { full: 'Учебно-методический центр', abbreviation: 'УМЦ', alias: 'методический центр' },
  { full: 'Информационно-методический центр', abbreviation: 'ИМЦ', alias: 'методический центр' },
  { full: 'Центр развития образования', abbreviation: 'ЦРО', alias: 'центр развития' },
  { full: 'Методический кабинет', abbreviation: 'МК', alias: 'методкабинет' },
] as const;

/** Municipalities with at least so many schools keep a methodical centre of their own. */
const SCHOOLS_FOR_A_CENTRE = 24;

/** The abbreviation by which the people of a municipality call their office or centre: `УО`, `УМЦ`. */
export type OwnAbbreviation = {
  readonly organizationKey: string;
  readonly municipalityKey: string;
  readonly abbreviation: string;
  readonly meaning: string;
};

/** Municipalities, each followed by its education office and, in the larger ones, its methodical centre. */
export function municipalOrganizations(seed: number): {
  readonly organizations: DemonstrationOrganization[];
  readonly abbreviations: OwnAbbreviation[];
} {
  const chance = chanceOf(seed * 100 + 60);
  const made = MUNICIPALITIES.map((words, index) => {
    const taxOffice = index + 1;
    const office = officeOf(words, taxOffice, chance);
    const centre = words.schools >= SCHOOLS_FOR_A_CENTRE ? methodicalCentreOf(words, taxOffice, chance) : undefined;
    return {
      organizations: [municipalityOf(words), office.organization, ...(centre ? [centre.organization] : [])],
      abbreviations: [office.abbreviation, ...(centre ? [centre.abbreviation] : [])],
    };
  });
  return {
    organizations: made.flatMap((each) => each.organizations),
    abbreviations: made.flatMap((each) => each.abbreviations),
  };
}

function municipalityOf(words: MunicipalityWords): DemonstrationOrganization {
  const town = words.name.replace(/^(?:город|рабочий посёлок) /u, '');
  return organization({
    key: words.key,
    parentKey: 'region',
    municipalityKey: words.key,
    kind: 'municipality',
    level: 'municipal',
    name: words.officialName,
    shortName: words.name,
    aliases:
      words.type === 'city-okrug'
        ? [town, words.centre.type === 'city' ? `г. ${town}` : `р. п. ${town}`]
        : [
            words.name.replace(/район$/u, 'р-н').replace(/округ$/u, 'МО'),
            words.officialName.split(` ${REGION_GENITIVE}`)[0] ?? '',
          ],
    codes: { ...NO_CODES, municipality: words.code },
    place: null,
    foundedOn: '1995-11-01',
    municipalityType: words.type,
    forms: words.forms,
  });
}

function officeOf(words: MunicipalityWords, taxOffice: number, chance: Chance) {
  const isCapital = taxOffice === 1;
  const chosen = isCapital
    ? OFFICES.department
    : chance.pick([OFFICES.management, OFFICES.management, OFFICES.section, OFFICES.committee]);
  const { genitive } = words.forms;
  const key = `${words.key}_authority`;
  const where = words.type === 'city-okrug' ? genitive : `${genitive} ${REGION_GENITIVE}`;
  const shortName = `${chosen.short} ${genitive}`;
  return {
    organization: municipalBody(words, taxOffice, chance, {
      key,
      kind: 'authority',
      name: `${chosen.full} ${where}`,
      shortName,
      aliases: [chosen.short, chosen.abbreviation, 'МОУО', `${chosen.abbreviation} ${genitive}`, `МОУО ${genitive}`],
      foundedOn: '1996-02-01',
      serial: 11,
    }),
    abbreviation: {
      organizationKey: key,
      municipalityKey: words.key,
      abbreviation: chosen.abbreviation,
      meaning: chosen.short,
    },
  };
}

function methodicalCentreOf(words: MunicipalityWords, taxOffice: number, chance: Chance) {
  const { full, abbreviation, alias } = chance.pick(METHODICAL_CENTRES);
  const key = `${words.key}_methodical`;
  const { genitive } = words.forms;
  return {
    organization: municipalBody(words, taxOffice, chance, {
      key,
      kind: 'centre',
      name: `Муниципальное казённое учреждение «${full}» ${genitive}`,
      shortName: `МКУ «${abbreviation}» ${genitive}`,
      aliases: [abbreviation, full, `${abbreviation} ${genitive}`, alias],
      foundedOn: `${chance.whole(1998, 2014)}-09-01`,
      serial: 12,
    }),
    abbreviation: { organizationKey: key, municipalityKey: words.key, abbreviation, meaning: full },
  };
}

function municipalBody(
  words: MunicipalityWords,
  taxOffice: number,
  chance: Chance,
  body: Pick<DemonstrationOrganization, 'key' | 'kind' | 'name' | 'shortName' | 'aliases'> & {
    readonly foundedOn: Day;
    readonly serial: number;
  },
): DemonstrationOrganization {
  const { serial, ...named } = body;
  const district = words.type === 'city-okrug' ? null : words.name;
  const mailName = named.key.replaceAll('_', '-');
  return organization({
    ...named,
    parentKey: words.key,
    municipalityKey: words.key,
    level: 'municipal',
    codes: {
      ...NO_CODES,
      inn: inn(taxOffice, serial),
      ogrn: ogrn(Math.max(2002, Number(body.foundedOn.slice(0, 4))), taxOffice, serial),
    },
    address: addressIn(words.centre, district, taxOffice, chance),
    place: placeOf(words.centre),
    email: `${mailName}@${DOMAIN}`,
    site: `https://${mailName}.${DOMAIN}`,
  });
}
