import type { Day, DemonstrationOrganization, FormerName } from '#demo/region/region-types.ts';

/** What happened to organisations: a change of name, a merger or a closure, on a day. */
type Event =
  | { readonly key: string; readonly renamedOn: Day; readonly name: string; readonly shortName: string }
  | { readonly key: string; readonly closedOn: Day; readonly successorKey: string | null };

/**
 * Gives the region its past, counted back from the plan's year: renamed offices and schools, three mergers, two closures.
 * Schools that ended stay in the list: their results and papers are still theirs.
 */
export function withHistories(
  organizations: readonly DemonstrationOrganization[],
  year: number,
): DemonstrationOrganization[] {
  const events = [...renamings(organizations, year), ...endings(organizations, year)];
  const byKey = Map.groupBy(events, (event) => event.key);
  return organizations.map((each) => (byKey.get(each.key) ?? []).reduce(afterEvent, each));
}

function afterEvent(organization: DemonstrationOrganization, event: Event): DemonstrationOrganization {
  if ('closedOn' in event) {
    return { ...organization, closedOn: event.closedOn, successorKey: event.successorKey };
  }
  const former: FormerName = {
    name: event.name,
    shortName: event.shortName,
    from: organization.formerNames.length === 0 ? organization.foundedOn : organization.namedOn,
    until: dayBefore(event.renamedOn),
  };
  return {
    ...organization,
    namedOn: event.renamedOn,
    formerNames: [...organization.formerNames, former],
    // Papers of former years call it so.
    aliases: [...new Set([...organization.aliases, event.shortName])],
  };
}

function renamings(organizations: readonly DemonstrationOrganization[], year: number): Event[] {
  const events: Event[] = [
    {
      key: 'ministry',
      renamedOn: '2012-03-26',
      name: 'Департамент образования Новосельской области',
      shortName: 'Департамент образования',
    },
    {
      key: 'iro',
      renamedOn: '2014-01-01',
      name: 'Новосельский областной институт усовершенствования учителей',
      shortName: 'НОИУУ',
    },
    {
      key: 'ozersky',
      renamedOn: `${year - 2}-01-01`,
      name: 'Озёрский муниципальный район Новосельской области',
      shortName: 'Озёрский район',
    },
    {
      key: 'stepnogorsky',
      renamedOn: `${year - 1}-01-01`,
      name: 'Степногорский муниципальный район Новосельской области',
      shortName: 'Степногорский район',
    },
  ];
  const schools = organizations.filter((each) => each.kind === 'school' && !each.isBranch);
  // Lyceums and gymnasiums grew out of ordinary schools; the legal form was named in 2011.
  for (const school of schools
    .filter((each) => isSelective(each) && Number(each.foundedOn.slice(0, 4)) < 2000)
    .slice(0, 8)) {
    events.push({
      key: school.key,
      renamedOn: '2011-12-15',
      name: asOrdinarySchool(school.name),
      shortName: asOrdinarySchool(school.shortName).replace(/^М[БА]ОУ/u, 'МОУ'),
    });
  }
  return events;
}

function isSelective({ schoolType }: DemonstrationOrganization): boolean {
  return schoolType === 'gymnasium' || schoolType === 'lyceum';
}

function asOrdinarySchool(name: string): string {
  return name
    .replace(/^Муниципальное (?:бюджетное|автономное) /u, 'Муниципальное ')
    .replace(/«(?:Гимназия|Лицей)/u, '«Средняя общеобразовательная школа')
    .replace(/ (?:Гимназия|Лицей) /u, ' СОШ ')
    .replace(/ имени [^»]+/u, '');
}

function endings(organizations: readonly DemonstrationOrganization[], year: number): Event[] {
  const headKeys = new Set(organizations.filter((each) => each.isBranch).map((each) => each.parentKey));
  const schoolsOf = (municipalityKey: string) =>
    organizations.filter(
      (each) => each.kind === 'school' && each.municipalityKey === municipalityKey && !each.isBranch,
    );
  // A head school does not end before its branches.
  const smallestOf = (municipalityKey: string) =>
    schoolsOf(municipalityKey)
      .filter((each) => isGeneral(each) && !headKeys.has(each.key))
      .sort((a, b) => Number(a.passport['pupils']) - Number(b.passport['pupils']))
      .slice(0, 1);
  const merger = (municipalityKey: string, closedOn: Day): Event[] =>
    smallestOf(municipalityKey).map(({ key }) => {
      const successor = schoolsOf(municipalityKey).find((each) => each.schoolType === 'secondary' && each.key !== key);
      return { key, closedOn, successorKey: successor?.key ?? null };
    });
  const closure = (municipalityKey: string, closedOn: Day): Event[] =>
    smallestOf(municipalityKey).map(({ key }) => ({ key, closedOn, successorKey: null }));
  return [
    ...merger('novoselsk', `${year - 1}-08-31`),
    ...merger('zarechny', `${year - 2}-08-31`),
    ...merger('chernoborsky', `${year - 1}-08-31`),
    ...closure('rodnikovsky', `${year - 1}-06-30`),
    ...closure('borovlyansky', `${year - 2}-07-31`),
  ];
}

function isGeneral({ schoolType }: DemonstrationOrganization): boolean {
  return schoolType === 'secondary' || schoolType === 'basic' || schoolType === 'primary';
}

function dayBefore(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10) as Day;
}
