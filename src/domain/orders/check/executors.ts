import { stem } from '#domain/language/words.ts';
import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import { NATIONAL_TERMS } from '#domain/orders/national-terms.ts';
import type { Level, Plan } from '#domain/orders/plan.ts';

/**
 * Measures that only organisations of a higher level answer for, and executors of another district or region.
 *
 * A plan can bind only those whom its issuer may bind: a municipal plan in which an institute of the region alone is
 * named has nobody at home who answers for the measure.
 */
export function foreignExecutors(plan: Plan): Finding[] {
  const { level } = plan;
  if (level === null) return [];
  const own = placesIn(plan.territory ?? '');
  return plan.measures.flatMap((measure) => {
    const elsewhere = measure.responsible.filter((executor) => isElsewhere(executor, own));
    if (elsewhere.length > 0) return [finding(measure.seq, 'foreign-executor', elsewhere.join(', '))];
    const levels = measure.responsible.map((executor) => levelOf(executor, plan));
    const allAbove = levels.length > 0 && levels.every((executor) => executor !== null && RANK[executor] > RANK[level]);
    return allAbove ? [finding(measure.seq, 'foreign-executor', measure.responsible.join(', '))] : [];
  });
}

type Rank = Level | 'federal';

const RANK: Readonly<Record<Rank, number>> = { school: 0, municipal: 1, regional: 2, federal: 3 };

/** By what an organisation is known, from the surest sign to the vaguest: the first that fits tells its level. */
const SIGNS: readonly (readonly [Rank, RegExp])[] = [
  ['school', /(?<!\p{L})(?:ОО|ОУ|СОШ|ООШ|НОШ|ШНОР|ШНСУ|ШМО)(?!\p{L})/u],
  [
    'federal',
    /ФИОКО|ФИПИ|ФГБ|Рособрнадзор|Минпросвещения (?:России|РФ)|академи\p{L}+ Минпросвещения|федеральн\p{L}+ (?:оператор|институт|служб|центр)/iu,
  ],
  ['municipal', /(?<!\p{L})(?:МКУ|МБУ|МАУ|МОУО|ОМСУ|РУО|РМО|ММО|ИМЦ|РМК|ГМО)(?!\p{L})/u],
  [
    'municipal',
    /муниципальн|мэри[яию]|администраци\p{L}+ (?:г\.|город|[\p{L}-]+ (?:района|округа|муниципальн))|районн|городск/iu,
  ],
  ['regional', /(?<!\p{L})(?:ГАУ|ГБУ|ГКУ|ГАОУ ДПО|ГБОУ ДПО|ГОУ ДПО)(?!\p{L})/u],
  ['regional', /(?<!\p{L})\p{Lu}*(?:ИРО|ИПК|ИУУ|ИПКРО|ИПКиПРО|ИПКПРО|РЦОИ|ЦОКО|РЦОКО|ЦНППМ)\p{Lu}{0,3}(?!\p{L})/u],
  [
    'regional',
    /министерств|минобр|департамент образования|региональн|областн|краев|республиканск|государственн\p{L}+ (?:автономн|бюджетн|каз[её]нн)|институт развития образования|институт повышения|центр оценки качества/iu,
  ],
  ['school', /школ|лице[ийяе]|гимнази/iu],
  ['municipal', /управлени|отдел|методист|методическ/iu],
  ['school', /директор|педагог|учител|классн\p{L}+ руководител/iu],
];

/** The level of an organisation, told from its name or from what its abbreviation means; null when nothing tells. */
function levelOf(executor: string, plan: Plan): Rank | null {
  return levelOfWords(executor) ?? levelOfWords(plan.abbreviations[executor] ?? NATIONAL_TERMS[executor] ?? '');
}

function levelOfWords(words: string): Rank | null {
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? null;
}

type Places = { readonly regions: ReadonlySet<string>; readonly districts: ReadonlySet<string> };

/** The adjective of a place: «Заречный», «Новосельской». */
const ADJECTIVE = String.raw`\p{Lu}\p{Ll}{2,}(?:ск|цк|н)(?:ого|ой|ому|ом|ий|ый|ая|ое)`;
const REGION = new RegExp(
  String.raw`(?<!\p{L})(${ADJECTIVE})\s+(?:автономн\p{L}+\s+)?(?:област|кра[йяюе](?!\p{L}))`,
  'gu',
);
const DISTRICT = new RegExp(
  String.raw`(?<!\p{L})(${ADJECTIVE})\s+(?:муниципальн\p{L}+\s+|городск\p{L}+\s+)?(?:район|округ|Т?ПМПК)|Т?ПМПК\s+(${ADJECTIVE})|^(${ADJECTIVE})$`,
  'gu',
);

function placesIn(text: string): Places {
  return { regions: namesIn(text, REGION), districts: namesIn(text, DISTRICT) };
}

function namesIn(text: string, pattern: RegExp): Set<string> {
  return new Set(
    [...text.matchAll(pattern)]
      .map((match) => match[1] ?? match[2] ?? match[3])
      .filter((name) => name !== undefined)
      .map(placeStem),
  );
}

/** «Заречный», «Заречного», «Заречной» name one place: only the beginning counts. */
function placeStem(name: string): string {
  return stem(name).slice(0, 6);
}

/** Regions are compared with regions and districts with districts: a plan that does not name its region excludes none. */
function isElsewhere(executor: string, own: Places): boolean {
  const { regions, districts } = placesIn(executor);
  return areOthers(regions, own.regions) || areOthers(districts, own.districts);
}

function areOthers(named: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  return named.size > 0 && own.size > 0 && ![...named].some((name) => own.has(name));
}
