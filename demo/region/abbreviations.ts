import type { OwnAbbreviation } from '#demo/region/municipal-organizations.ts';
import type { Abbreviation, DemonstrationOrganization, Key, OrganizationAlias } from '#demo/region/region-types.ts';

/**
 * Abbreviations of the region, then those of each municipality: «МОУО» is its own office there, «УМЦ» its own methodical
 * centre where it has one, and the region's otherwise.
 */
export function abbreviationsOf(
  organizations: readonly DemonstrationOrganization[],
  own: readonly OwnAbbreviation[],
): Abbreviation[] {
  const offices = organizations.filter((each) => each.kind === 'authority' && each.level === 'municipal');
  return [
    ...REGIONAL_ORGANIZATIONS.map(([abbreviation, organizationKey, meaning]) =>
      naming('region', abbreviation, meaning, organizationKey, null),
    ),
    ...REGIONAL_GROUPS.map(([abbreviation, groupKey, meaning]) =>
      naming('region', abbreviation, meaning, null, groupKey),
    ),
    ...offices.map(({ key, parentKey }) =>
      naming(parentKey ?? '', 'МОУО', 'муниципальный орган управления образованием', key, null),
    ),
    ...own.map(({ municipalityKey, abbreviation, meaning, organizationKey }) =>
      naming(municipalityKey, abbreviation, meaning, organizationKey, null),
    ),
  ];
}

/**
 * Aliases of organisations with the territory where they are understood: a school's in its municipality, those of
 * municipalities and regional organisations everywhere; and all abbreviations of organisations.
 */
export function organizationAliases(
  organizations: readonly DemonstrationOrganization[],
  abbreviations: readonly Abbreviation[],
): OrganizationAlias[] {
  const aliases = organizations.flatMap((organization) =>
    organization.aliases.map((words) => ({
      territoryKey: home(organization),
      words,
      organizationKey: organization.key,
    })),
  );
  const byKey = new Map(organizations.map((each) => [each.key, each]));
  const further = abbreviations.flatMap(({ territoryKey, abbreviation, organizationKey }) => {
    const named = byKey.get(organizationKey ?? '');
    // Most abbreviations are among the aliases of what they name.
    if (named === undefined || (home(named) === territoryKey && named.aliases.includes(abbreviation))) return [];
    return [{ territoryKey, words: abbreviation, organizationKey: named.key }];
  });
  return [...aliases, ...further];
}

/** Where the aliases of an organisation are understood. */
function home({ kind, municipalityKey }: DemonstrationOrganization): Key {
  return kind === 'municipality' ? 'region' : (municipalityKey ?? 'region');
}

const REGIONAL_ORGANIZATIONS = [
  ['Минобр', 'ministry', 'министерство образования'],
  ['ИРО', 'iro', 'институт развития образования'],
  ['НОИРО', 'iro', 'Новосельский областной институт развития образования'],
  ['ЦОКО', 'coko', 'центр оценки качества образования'],
  ['РЦОИ', 'coko', 'региональный центр обработки информации'],
  ['ЦМКО', 'cmko', 'центр мониторинга качества образования'],
  ['ЦПМПК', 'cpmpk', 'центральная психолого-медико-педагогическая комиссия'],
  ['ПМПК', 'cpmpk', 'психолого-медико-педагогическая комиссия'],
  ['ТПМПК', 'tpmpk', 'территориальная психолого-медико-педагогическая комиссия'],
  ['ЦППМСП', 'garmoniya', 'центр психолого-педагогической, медицинской и социальной помощи'],
  ['УМЦ', 'oumc', 'учебно-методический центр'],
  ['ЦЦТО', 'cifra', 'центр цифровых технологий в образовании'],
  ['НПУ', 'university', 'Новосельский педагогический университет'],
] as const;

const REGIONAL_GROUPS = [
  ['ОО', 'all_schools', 'общеобразовательные организации'],
  ['МОУО', 'all_authorities', 'муниципальные органы управления образованием'],
  ['ШНОР', 'low_results', 'школы с низкими образовательными результатами'],
  ['ШНСУ', 'adverse_conditions', 'школы в сложных социальных условиях'],
] as const;

function naming(
  territoryKey: Key,
  abbreviation: string,
  meaning: string,
  organizationKey: Key | null,
  groupKey: Key | null,
): Abbreviation {
  return { territoryKey, abbreviation, meaning, organizationKey, groupKey };
}
