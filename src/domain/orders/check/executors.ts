import { stem } from '#domain/language/words.ts';
import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
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
  const own = territoryStems(plan.territory ?? '');
  return plan.measures.flatMap((measure) => {
    const elsewhere = measure.responsible.filter((executor) => isElsewhere(executor, own));
    if (elsewhere.length > 0) return [finding(measure.seq, 'foreign-executor', elsewhere.join(', '))];
    const levels = measure.responsible.map((executor) => levelOf(executor, plan));
    const allAbove = levels.length > 0 && levels.every((executor) => executor !== null && RANK[executor] > RANK[level]);
    return allAbove ? [finding(measure.seq, 'foreign-executor', measure.responsible.join(', '))] : [];
  });
}

const RANK: Readonly<Record<Level | 'federal', number>> = { school: 0, municipal: 1, regional: 2, federal: 3 };

const FEDERAL = /ФИОКО|ФИПИ|Рособрнадзор|Минпросвещения (?:России|РФ)|Академи\S+ Минпросвещения/u;
const REGIONAL =
  /министерств|минобр|департамент образования|региональн|областн|краев|республиканск|государственн\S+ (?:автономн|бюджетн|каз[её]нн)|ГАУ|ГБУ|ГКУ|ГАОУ|ГБОУ|институт развития образования|институт повышения|центр оценки качества|(?:^|[^\p{L}])(?:ИРО|РЦОИ|ЦОКО|ЦНППМ|ИПК)(?!\p{L})/iu;
const MUNICIPAL = /муниципальн|районн|городск|управлени|отдел|МКУ|МОУО|РМО|ММО|ИМЦ|РМК|методист|методическ/iu;
const SCHOOL =
  /(?:^|[^\p{L}])(?:ОО|ОУ|СОШ|ООШ|ШНОР|ШМО|школ\S*|лице\S*|гимназ\S*|директор\S*|педагог\S*|учител\S*|руководител\S+ (?:ОО|ОУ|школ))(?!\p{L})/iu;

/** The level of an organisation, told from its name or from what the document says its abbreviation means. */
function levelOf(executor: string, plan: Plan): Level | 'federal' | null {
  const meaning = `${executor} ${plan.abbreviations[executor] ?? ''}`;
  if (FEDERAL.test(meaning)) return 'federal';
  if (SCHOOL.test(executor)) return 'school';
  if (/^МОУО/u.test(executor)) return 'municipal';
  if (REGIONAL.test(meaning)) return 'regional';
  return MUNICIPAL.test(meaning) ? 'municipal' : null;
}

const NAMED_TERRITORY =
  /(\p{Lu}\p{Ll}{3,}(?:ск|цк|н)(?:ого|ой|ому|ом|ий|ая|ое|ый))\s+(?:\p{Ll}+\s+)?(?:район|округ|област|кра[яйюе]|ПМПК|ТПМПК)|(?:ПМПК|ТПМПК)\s+(\p{Lu}\p{Ll}{3,}(?:ск|цк)(?:ого|ой|ая))/gu;

function territoryStems(territory: string): Set<string> {
  return new Set(
    territory
      .split(/[^\p{L}-]+/u)
      .filter((word) => word.length > 3)
      .map(territoryStem),
  );
}

/** «Заречный», «Заречного», «Заречной» name one place: only the beginning counts. */
function territoryStem(word: string): string {
  return stem(word).slice(0, 6);
}

function isElsewhere(executor: string, own: ReadonlySet<string>): boolean {
  if (own.size === 0) return false;
  const named = [...executor.matchAll(NAMED_TERRITORY)].flatMap((match) =>
    [match[1], match[2]].filter((name) => name !== undefined),
  );
  return named.length > 0 && !named.some((name) => own.has(territoryStem(name)));
}
