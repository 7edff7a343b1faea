import type { Chance } from '#demo/orders/chance.ts';
import type { SchoolType, Settlement } from '#demo/region/region-types.ts';
import { feminine, REGION_GENITIVE, type MunicipalityWords } from '#demo/region/words/municipalities.ts';
import { settlementText } from '#demo/region/words/streets.ts';

/** What tells a school from others: a number in a town, an adjective in a village, both in a district's centre. */
export type SchoolDesignation = {
  readonly type: SchoolType;
  /** Masculine; the noun of the type decides the gender. */
  readonly adjective: string | null;
  readonly number: number | null;
  readonly settlement: Settlement;
  readonly municipality: MunicipalityWords;
  readonly legalForm: LegalForm;
  /** «имени …», «с углублённым изучением …»; stands behind the number. */
  readonly addition: string | null;
};

export type LegalForm = 'budget' | 'treasury' | 'autonomous' | 'state';

export type SchoolNames = { readonly name: string; readonly shortName: string; readonly aliases: readonly string[] };

const LEGAL_FORMS: Readonly<Record<LegalForm, { short: string; full: string }>> = {
  budget: { short: 'МБОУ', full: 'Муниципальное бюджетное общеобразовательное учреждение' },
  treasury: { short: 'МКОУ', full: 'Муниципальное казённое общеобразовательное учреждение' },
  autonomous: { short: 'МАОУ', full: 'Муниципальное автономное общеобразовательное учреждение' },
  state: { short: 'ГБОУ', full: 'Государственное бюджетное общеобразовательное учреждение' },
};

const TYPES: Readonly<
  Record<SchoolType, { short: string; full: string; spoken: string; gender: 'feminine' | 'masculine' }>
> = {
  secondary: { short: 'СОШ', full: 'средняя общеобразовательная школа', spoken: 'школа', gender: 'feminine' },
  basic: { short: 'ООШ', full: 'основная общеобразовательная школа', spoken: 'школа', gender: 'feminine' },
  primary: { short: 'НОШ', full: 'начальная общеобразовательная школа', spoken: 'школа', gender: 'feminine' },
  gymnasium: { short: 'гимназия', full: 'гимназия', spoken: 'гимназия', gender: 'feminine' },
  lyceum: { short: 'лицей', full: 'лицей', spoken: 'лицей', gender: 'masculine' },
  boarding: { short: 'школа-интернат', full: 'школа-интернат', spoken: 'интернат', gender: 'feminine' },
  evening: {
    short: 'В(С)ОШ',
    full: 'вечерняя (сменная) общеобразовательная школа',
    spoken: 'вечерняя школа',
    gender: 'feminine',
  },
};

const IN_HONOUR = ['заслуженного учителя', 'академика', 'лётчика', 'педагога', 'агронома', 'геолога'] as const;
const HONOURED = [
  ...['П. Г. Белозёрова', 'А. Н. Ветлугина', 'И. С. Лямина', 'Е. М. Стрельцовой', 'Ф. К. Усольцева', 'Н. А. Гостева'],
  ...['В. Д. Огнева', 'М. Т. Шапошникова', 'К. Л. Рябининой', 'С. П. Крайнова', 'Г. И. Воротынцева', 'Л. Я. Осокиной'],
] as const;
const IN_DEPTH = ['английского языка', 'математики', 'отдельных предметов', 'предметов естественно-научного цикла'];

/** What a school of a town may have behind its number. */
export function additionByChance(type: SchoolType, chance: Chance): string | null {
  if (chance.happens(0.09)) return `имени ${chance.pick(IN_HONOUR)} ${chance.pick(HONOURED)}`;
  return type === 'secondary' && chance.happens(0.08) ? `с углублённым изучением ${chance.pick(IN_DEPTH)}` : null;
}

/** Official, short and everyday names. */
export function namesOfSchool(school: SchoolDesignation): SchoolNames {
  const form = LEGAL_FORMS[school.legalForm];
  const quoted = `«${capitalised(designated(school, TYPES[school.type].full, school.addition))}»`;
  // What stands between «МБОУ» and the quoted name, and what behind it.
  const [before, after] = whereabouts(school);
  const name = [form.full, before, quoted, after].filter((part) => part !== '').join(' ');
  const shortDesignation = shortDesignationOf(school);
  return { name, shortName: `${form.short} ${shortDesignation}`, aliases: aliasesOf(school, form.short) };
}

/** Names of a school that is a branch of another one. */
export function namesOfBranch(school: SchoolDesignation, head: SchoolNames): SchoolNames {
  const designation = capitalised(designated(school, TYPES[school.type].full, null));
  const headInGenitive = head.name.replace(
    /^(\p{L}+)ое (\p{L}+)ое (\p{L}+)ое учреждение/u,
    (_, level: string, money: string, kind: string) => `${level.toLowerCase()}ого ${money}ого ${kind}ого учреждения`,
  );
  return {
    name: `Филиал ${headInGenitive} – ${designation}`,
    shortName: `${shortDesignationOf(school)} – филиал ${head.shortName}`,
    aliases: [...everyday(school), `филиал ${settlementText(school.settlement)}`],
  };
}

function shortDesignationOf(school: SchoolDesignation): string {
  const kind = TYPES[school.type];
  // A word like «лицей» opens the name when nothing stands before it.
  const noun = school.adjective === null && kind.short === kind.full ? capitalised(kind.short) : kind.short;
  return designated(school, noun, null);
}

function designated(school: SchoolDesignation, noun: string, addition: string | null): string {
  const number = school.number === null ? null : `№ ${school.number}`;
  return [adjectiveFor(school), noun, number, addition].filter((part) => part !== null).join(' ');
}

function adjectiveFor({ adjective, type }: SchoolDesignation): string | null {
  if (adjective === null) return null;
  return TYPES[type].gender === 'feminine' ? feminine(adjective) : adjective;
}

function whereabouts({ municipality, adjective, settlement, legalForm }: SchoolDesignation): [string, string] {
  if (legalForm === 'state') return [REGION_GENITIVE, adjective === null ? settlementText(settlement) : ''];
  if (municipality.type === 'city-okrug') return [municipality.forms.genitive, ''];
  return ['', `${municipality.forms.genitive} ${REGION_GENITIVE}`];
}

/** «СОШ № 5», «СОШ №5», «МБОУ СОШ №5», «школа 5»; «Ольховская СОШ», «Ольховская школа». */
function aliasesOf(school: SchoolDesignation, form: string): string[] {
  const short = shortDesignationOf(school);
  if (school.number === null) return everyday(school);
  const tight = short.replace('№ ', '№');
  return [...everyday(school), tight, `${form} ${tight}`, `${form} «${short}»`];
}

function everyday(school: SchoolDesignation): string[] {
  const { spoken } = TYPES[school.type];
  const adjective = adjectiveFor(school);
  const short = shortDesignationOf(school);
  if (school.number === null) return unique([short, adjective === null ? spoken : `${adjective} ${spoken}`]);
  const called = adjective === null ? spoken : `${adjective} ${spoken}`;
  return unique([short, `${called} ${school.number}`, `${called} № ${school.number}`]);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
