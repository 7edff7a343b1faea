import { describe, expect, test } from 'vitest';
import { innCheckDigit, ogrnCheckDigit } from '#demo/region/codes.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { fullName } from '#demo/region/words/person-names.ts';
import type { DemonstrationOrganization, RoleCode } from '#demo/region/region-types.ts';

const region = demonstrationRegion();
const { organizations, roles, people } = region;
const byKey = new Map(organizations.map((each) => [each.key, each]));
const schools = organizations.filter((each) => each.kind === 'school');

function ofKind(...kinds: DemonstrationOrganization['kind'][]): DemonstrationOrganization[] {
  return organizations.filter((each) => kinds.includes(each.kind));
}

function repeated(values: readonly (string | null)[]): (string | null)[] {
  return [...Map.groupBy(values, (value) => value)].filter(([, same]) => same.length > 1).map(([value]) => value);
}

/** Schools that are legal persons; branches share the numbers of their head school. */
const legalPersons = organizations.filter((each) => each.codes.inn !== null && !each.isBranch);

describe('the region has', () => {
  test('35 municipalities, each with its education office', () => {
    const municipalities = ofKind('municipality');
    expect(municipalities).toHaveLength(35);
    for (const { key } of municipalities) {
      const offices = organizations.filter((each) => each.parentKey === key && each.kind === 'authority');
      expect(offices.map((each) => each.key)).toEqual([`${key}_authority`]);
    }
  });

  test('900 schools, 140 of them in the capital and 8 in the smallest district', () => {
    const sizes = ofKind('municipality').map(
      (each) => schools.filter((school) => school.municipalityKey === each.key).length,
    );
    expect(schools).toHaveLength(900);
    expect(sizes[0]).toBe(140);
    expect(Math.min(...sizes)).toBe(8);
  });

  test('schools of every type, in towns and villages, with branches', () => {
    expect(new Set(schools.map((each) => each.schoolType))).toEqual(
      new Set(['secondary', 'basic', 'primary', 'gymnasium', 'lyceum', 'boarding', 'evening']),
    );
    expect(schools.filter((each) => each.place === 'rural').length).toBeGreaterThan(500);
    expect(schools.filter((each) => each.isBranch).length).toBeGreaterThan(20);
  });

  test('8 institutes and centres, a ministry and 4 partners at its own level', () => {
    const regional = (...kinds: DemonstrationOrganization['kind'][]) =>
      ofKind(...kinds).filter((each) => each.level === 'regional').length;
    expect(regional('institute', 'centre')).toBe(8);
    expect(regional('authority')).toBe(1);
    expect(regional('partner')).toBe(4);
  });

  test('40 people, and somebody in each role', () => {
    expect(people).toHaveLength(40);
    const expected: RoleCode[] = [
      ...(['administrator', 'analyst', 'controlling-head', 'curator', 'institute-staff'] as const),
      ...(['municipal-coordinator', 'regional-coordinator', 'school-coordinator'] as const),
    ];
    expect([...new Set(roles.map((each) => each.role))].sort()).toEqual(expected);
  });

  test('3 schools that were merged into another one and 2 that were closed', () => {
    const ended = schools.filter((each) => each.closedOn !== null);
    const merged = ended.filter((each) => each.successorKey !== null);
    expect([merged.length, ended.length - merged.length]).toEqual([3, 2]);
    for (const { successorKey } of merged) expect(byKey.get(successorKey ?? '')?.closedOn).toBeNull();
  });
});

describe('codes', () => {
  test('of schools and logins are well formed and unique', () => {
    for (const { codes, municipalityKey } of schools) {
      expect(codes.school).toMatch(/^\d{7}$/u);
      expect(codes.school?.slice(0, 3)).toBe(byKey.get(municipalityKey ?? '')?.codes.municipality);
      expect(codes.vprLogin).toMatch(/^sch\d{6}$/u);
    }
    expect(repeated(schools.map((each) => each.codes.school))).toEqual([]);
    expect(repeated(schools.map((each) => each.codes.vprLogin))).toEqual([]);
  });

  test('ИНН and ОГРН have right check digits and are unique among legal persons', () => {
    // By hand: 2·1 + 4·2 + 10·3 + 3·4 + 5·5 + 9·6 + 4·7 + 6·8 + 8·9 = 279 = 25·11 + 4; 10¹¹ + 3 leaves 2.
    expect(innCheckDigit('123456789')).toBe(4);
    expect(ogrnCheckDigit('100000000003')).toBe(2);
    for (const { codes } of organizations.filter((each) => each.codes.inn !== null)) {
      expect(codes.inn).toMatch(/^\d{10}$/u);
      expect(codes.ogrn).toMatch(/^\d{13}$/u);
      expect(innCheckDigit(codes.inn ?? '')).toBe(Number(codes.inn?.at(-1)));
      expect(ogrnCheckDigit(codes.ogrn?.slice(0, 12) ?? '')).toBe(Number(codes.ogrn?.at(-1)));
    }
    expect(repeated(legalPersons.map((each) => each.codes.inn))).toEqual([]);
    expect(repeated(legalPersons.map((each) => each.codes.ogrn))).toEqual([]);
  });

  test('a branch has the ИНН of its head school and a code of its own', () => {
    for (const branch of schools.filter((each) => each.isBranch)) {
      const head = byKey.get(branch.parentKey ?? '');
      expect(head?.kind).toBe('school');
      expect(head?.municipalityKey).toBe(branch.municipalityKey);
      expect(branch.codes.inn).toBe(head?.codes.inn);
    }
  });
});

describe('the tree', () => {
  test('has one root, and parents stand before their children, so that it has no cycle', () => {
    const seen = new Set<string>();
    for (const { key, parentKey } of organizations) {
      expect(parentKey === null ? key === 'region' : seen.has(parentKey)).toBe(true);
      seen.add(key);
    }
    expect(seen.size).toBe(organizations.length);
  });

  test('keys are labels of a path', () => {
    for (const { key } of organizations) expect(key).toMatch(/^[a-z0-9_]+$/u);
  });

  test('every key that a row names exists', () => {
    const groups = new Set(region.groups.map((each) => each.key));
    const persons = new Set(people.map((each) => each.key));
    const named = [
      ...organizations.flatMap((each) => [each.municipalityKey, each.successorKey, each.founderKey]),
      ...region.abbreviations.flatMap((each) => [each.territoryKey, each.organizationKey]),
      ...region.groups.flatMap((each) => [each.ownerKey, each.basis?.issuerKey ?? null]),
      ...region.groupMembers.map((each) => each.organizationKey),
      ...people.map((each) => each.organizationKey),
      ...roles.flatMap((each) => [each.organizationKey, each.basis?.issuerKey ?? null]),
      ...region.heads.map((each) => each.organizationKey),
    ];
    expect(named.filter((key) => key !== null && !byKey.has(key))).toEqual([]);
    expect(region.groupMembers.filter((each) => !groups.has(each.groupKey))).toEqual([]);
    const holders = [
      ...roles.flatMap((each) => [each.personKey, each.substitutesKey]),
      ...Object.values(region.exemplars),
    ];
    expect(
      [...holders, ...region.heads.map((each) => each.personKey)].filter((key) => key !== null && !persons.has(key)),
    ).toEqual([]);
  });
});

describe('names', () => {
  test('are unique in full and at most 300 characters long', () => {
    expect(repeated(organizations.map((each) => each.name))).toEqual([]);
    for (const { name, shortName } of organizations) {
      expect(name.length).toBeLessThanOrEqual(300);
      expect(shortName.length).toBeLessThan(name.length + 1);
    }
  });

  test('quotes are paired, and no blank or hole is left in them', () => {
    const all = organizations.flatMap((each) => [
      each.name,
      each.shortName,
      ...each.aliases,
      each.address?.text ?? 'г.',
    ]);
    for (const name of all) {
      expect(name).not.toMatch(/undefined|null|\s\s|^\s|\s$|^$/u);
      expect(name.split('«').length).toBeGreaterThanOrEqual(name.split('»').length);
    }
  });

  test('a school of a town is known by its number in several writings', () => {
    const school = schools.find((each) => each.municipalityKey === 'novoselsk' && each.shortName === 'МАОУ СОШ № 5');
    expect(school?.aliases).toEqual(['СОШ № 5', 'школа 5', 'школа № 5', 'СОШ №5', 'МАОУ СОШ №5', 'МАОУ «СОШ № 5»']);
  });

  test('former names follow each other without a gap up to the present one', () => {
    const renamed = organizations.filter((each) => each.formerNames.length > 0);
    expect(renamed.length).toBeGreaterThanOrEqual(10);
    for (const { formerNames, namedOn, foundedOn } of renamed) {
      expect(formerNames[0]?.from).toBe(foundedOn);
      const dayAfter = new Date(`${formerNames.at(-1)?.until ?? ''}T00:00:00Z`).getTime() + 86_400_000;
      expect(new Date(dayAfter).toISOString().slice(0, 10)).toBe(namedOn);
    }
  });

  test('surnames and patronymics agree with the gender', () => {
    for (const { surname, patronymic, gender } of [...people, ...region.heads.map((each) => each.holder)]) {
      const feminine = gender === 'female';
      expect(/на$/u.test(patronymic)).toBe(feminine);
      if (/(?:ова|ева|ёва|ина|ая)$/u.test(surname)) expect(gender).toBe('female');
      if (/(?:ов|ев|ёв|ин|ий|ый)$/u.test(surname)) expect(gender).toBe('male');
    }
  });

  test('every school has a head, nobody heads two, and mail goes to the reserved domain', () => {
    const heads = Map.groupBy(region.heads, (each) => each.organizationKey);
    for (const { key } of schools) expect(heads.get(key)).toHaveLength(1);
    expect(repeated(region.heads.map(({ holder }) => fullName(holder)))).toEqual([]);
    expect(repeated(people.map((each) => each.email))).toEqual([]);
    for (const { email } of [...people, ...organizations])
      expect(email ?? '@novoselye.example').toMatch(/@novoselye\.example$/u);
  });
});

describe('passports', () => {
  test('ask and answer the same questions, with numbers that agree', () => {
    const asked = region.passportFields.map((each) => each.key).sort();
    for (const key of asked) expect(key).toMatch(/^[a-z][a-z_]{0,40}$/u);
    for (const { passport } of schools) {
      expect(Object.keys(passport).sort()).toEqual(asked);
      expect(Number(passport['pupils'])).toBeGreaterThan(0);
      expect(Number(passport['special_needs_pupils'])).toBeLessThanOrEqual(Number(passport['pupils']));
      expect(Number(passport['bused_pupils'])).toBeLessThanOrEqual(Number(passport['pupils']));
      expect(Number(passport['young_teachers'])).toBeLessThanOrEqual(Number(passport['teachers']));
      expect(Number(passport['building_year'])).toBeLessThanOrEqual(2027);
    }
  });
});

describe('groups and abbreviations', () => {
  test('60 schools are on the list of low results of the year, others have left it', () => {
    const members = region.groupMembers.filter((each) => each.groupKey === 'low_results');
    expect(members.filter((each) => each.until === null)).toHaveLength(60);
    expect(members.filter((each) => each.until !== null && each.until > each.from)).toHaveLength(18);
    expect(repeated(members.map((each) => each.organizationKey))).toEqual([]);
  });

  test('no school is listed after its end', () => {
    for (const { organizationKey, groupKey, until } of region.groupMembers) {
      if (byKey.get(organizationKey)?.closedOn) expect([groupKey, until]).not.toContain(null);
    }
  });

  test('«МОУО» is the own office of each municipality, «УМЦ» the own centre or that of the region', () => {
    const meant = (territory: string, abbreviation: string) =>
      region.abbreviations.find((each) => each.territoryKey === territory && each.abbreviation === abbreviation);
    expect(meant('zarechny', 'МОУО')?.organizationKey).toBe('zarechny_authority');
    expect(meant('region', 'МОУО')?.groupKey).toBe('all_authorities');
    expect(meant('region', 'УМЦ')?.organizationKey).toBe('oumc');
    expect(repeated(region.abbreviations.map((each) => `${each.territoryKey} ${each.abbreviation}`))).toEqual([]);
    for (const each of region.abbreviations)
      expect((each.organizationKey === null) !== (each.groupKey === null)).toBe(true);
  });
});

describe('aliases', () => {
  test('stand once for each organisation of a territory, former short names among them', () => {
    const written = region.organizationAliases.map(
      (each) => `${each.territoryKey} ${each.organizationKey} ${each.words}`,
    );
    expect(repeated(written)).toEqual([]);
    expect(written).toContain('region ozersky Озёрский район');
    expect(written).toContain('zarechny zarechny_authority МОУО');
    const meant = region.organizationAliases.filter((each) => each.words === 'школа 5');
    expect(new Set(meant.map((each) => each.territoryKey)).size).toBeGreaterThan(1);
  });
});

describe('roles', () => {
  test('an exemplar has the role it shows and no other', () => {
    for (const [role, key] of Object.entries(region.exemplars)) {
      const held = roles.filter((each) => each.personKey === key);
      expect(new Set(held.map((each) => each.role))).toEqual(new Set([role]));
      expect(held.every((each) => each.until === null && each.substitutesKey === null)).toBe(true);
    }
  });

  test('some have several roles in several places, and two stand in for others from day to day', () => {
    const several = [...Map.groupBy(roles, (each) => each.personKey).values()].filter(
      (held) =>
        new Set(held.map((each) => each.role)).size > 1 && new Set(held.map((each) => each.organizationKey)).size > 1,
    );
    expect(several.length).toBeGreaterThanOrEqual(3);
    const substitutions = roles.filter((each) => each.substitutesKey !== null);
    expect(substitutions.map(({ from, until }) => [from, until])).toEqual([
      ['2026-07-13', '2026-08-09'],
      ['2026-11-16', '2026-12-14'],
    ]);
  });
});

describe('chance', () => {
  test('the same seed gives the same region, another one another with the same counts', () => {
    expect(demonstrationRegion(7)).toEqual(demonstrationRegion(7));
    for (const seed of [2, 3, 20, 400]) {
      const other = demonstrationRegion(seed);
      expect(other.organizations.map((each) => each.name)).not.toEqual(organizations.map((each) => each.name));
      expect(other.organizations.filter((each) => each.kind === 'school')).toHaveLength(900);
      expect(other.organizations.filter((each) => each.closedOn !== null)).toHaveLength(5);
      expect(repeated(other.organizations.map((each) => each.name))).toEqual([]);
    }
  });

  test('dates follow the year of the plans', () => {
    const { organizations: later, groups } = demonstrationRegion(1, { year: 2030 });
    expect(groups.find((each) => each.key === 'low_results')?.basis?.date).toBe('2030-02-09');
    expect(
      later
        .flatMap((each) => each.closedOn ?? [])
        .sort()
        .at(-1),
    ).toBe('2029-08-31');
  });

  test('it is made in less than 50 ms', () => {
    // Time of the processor, not of the clock, and not the first attempt: the machine may be busy with other tests.
    let quickest = Infinity;
    for (let attempt = 0; attempt < 30 && quickest >= 50; attempt += 1) {
      const start = process.cpuUsage();
      demonstrationRegion();
      quickest = Math.min(quickest, process.cpuUsage(start).user / 1000);
    }
    expect(quickest).toBeLessThan(50);
  });
});
