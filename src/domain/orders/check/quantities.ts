import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import { sharedShare, stemsOf } from '#domain/orders/check/duplicates.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';
import { readTargets } from '#domain/targets/read-targets.ts';

type Pair = { readonly measure: Measure; readonly count: number; readonly percent: number; readonly text: string };

/** «8 (80%)» says that the whole is 10: numbers and per cents that mean different wholes of one group contradict. */
export function countPercentConflicts(plan: Plan): Finding[] {
  const pairs = pairsOf(plan);
  const findings = pairs
    .filter((pair) => pair.percent > 100 || wholesOf(pair) === null)
    .map((pair) => finding(pair.measure.seq, 'count-percent-conflict', pair.text));
  pairs.forEach((later, index) => {
    const conflicting = pairs.slice(0, index).find((earlier) => sameGroup(earlier, later) && !overlap(earlier, later));
    if (conflicting === undefined) return;
    findings.push(finding(later.measure.seq, 'count-percent-conflict', `${conflicting.text} / ${later.text}`));
  });
  return findings;
}

function pairsOf(plan: Plan): Pair[] {
  return plan.measures.flatMap((measure) => {
    const percents = measure.targets.filter((target) => target.kind === 'percent');
    return measure.targets
      .filter((target) => target.kind === 'count')
      .flatMap((count) => {
        const percent = percents.find(
          (candidate) => candidate.text === count.text || count.text.includes(candidate.text),
        );
        return percent === undefined ? [] : [{ measure, count: count.value, percent: percent.value, text: count.text }];
      });
  });
}

/** The whole numbers of which `count` is `percent`, when per cents are rounded to whole ones; null when there is none. */
function wholesOf(pair: Pair): { readonly least: number; readonly most: number } | null {
  if (pair.percent <= 0) return null;
  const least = Math.ceil((pair.count * 100) / (pair.percent + 0.5));
  const most = Math.floor((pair.count * 100) / Math.max(0.5, pair.percent - 0.5));
  return least > most ? null : { least, most };
}

function overlap(a: Pair, b: Pair): boolean {
  const [left, right] = [wholesOf(a), wholesOf(b)];
  return left === null || right === null || (left.least <= right.most && right.least <= left.most);
}

/** Wholes are compared only where both speak of schools of one category: heads, agreements and schools count the same. */
function sameGroup(a: Pair, b: Pair): boolean {
  const group = (pair: Pair): string =>
    /ШНОР|ШНСУ|ОО(?!\p{L})|школ/u.exec(`${pair.text} ${pair.measure.title}`)?.[0] ?? '';
  return group(a) !== '' && group(a) === group(b);
}

const LARGER_TERRITORY: Readonly<Record<'municipal' | 'school', RegExp>> = {
  municipal:
    /(?:^|[^\p{L}])(?:регион\S*|област\S*|кра[яею](?!\p{L})|республик\S*|МОУО|муниципальн\S+ (?:район|образован|округ)\S* (?:област|кра|республик)\S*|муниципалитет(?:ов|ах|ам))/u,
  school: /(?:^|[^\p{L}])(?:регион\S*|област\S*|район[ае]?(?!\p{L})|муниципалитет\S*|МОУО|школ района|ОО района)/u,
};

/**
 * Targets of a municipal or a school plan that speak of a larger territory, or promise more schools than the plan's own
 * numbers say there are: such targets were copied from the plan above.
 */
export function copiedTargets(plan: Plan): Finding[] {
  if (plan.level !== 'municipal' && plan.level !== 'school') return [];
  const larger = LARGER_TERRITORY[plan.level];
  const wholes = pairsOf(plan)
    .map(wholesOf)
    .filter((whole) => whole !== null);
  const listed = plan.schools.length > 0 ? plan.schools.length : Infinity;
  const schools = Math.min(listed, ...wholes.map((whole) => whole.most));
  const ownName = stemsOf(plan.territory ?? '');
  return plan.measures.flatMap((measure) => {
    const copied = measure.targets.find((target) => {
      const words = `${target.text} ${target.of ?? ''}`;
      const namesLarger = larger.test(words) && sharedShare(stemsOf(words), ownName) < 0.2;
      const tooMany = target.kind === 'count' && isSchoolUnit(target.unit) && target.value > schools;
      const everySchool =
        target.kind === 'count' && isSchoolUnit(target.unit) && target.value === schools && wholes.length > 0;
      return namesLarger || tooMany || everySchool;
    });
    return copied === undefined ? [] : [finding(measure.seq, 'copied-target', copied.text)];
  });
}

function isSchoolUnit(unit: string): boolean {
  return /^(?:ШНОР|ШНСУ|ОО|школа|общеобразовательная организация|образовательная организация)$/u.test(unit);
}

type Quantity = {
  readonly measure: number | null;
  readonly value: number;
  readonly unit: string;
  readonly about: string;
  readonly text: string;
};

/** Units that measure a property of one thing: two values of it in one plan contradict wherever they stand. */
const PROPERTY_UNIT = /бит|балл|час|рубл|км|метр|°/iu;

/** Two values for one thing: in the title and in the result, in two like measures, in a measure and an indicator. */
export function twoValues(plan: Plan): Finding[] {
  const findings: Finding[] = [];
  const seen: Quantity[] = [];
  for (const quantity of quantitiesOf(plan)) {
    const other = seen.find((earlier) => contradicts(earlier, quantity));
    if (other !== undefined) {
      findings.push(finding(quantity.measure ?? other.measure, 'two-values', `${other.text} / ${quantity.text}`));
    }
    seen.push(quantity);
  }
  return findings;
}

function quantitiesOf(plan: Plan): Quantity[] {
  const measures = plan.measures.flatMap((measure) =>
    measure.targets.map((target) => ({
      measure: measure.seq,
      value: target.value,
      unit: target.unit,
      about: measure.title,
      text: target.text,
    })),
  );
  const indicators = plan.indicators.flatMap((indicator) =>
    readTargets(indicator.name, 'result')
      .filter((target) => target.kind === 'count')
      .map((target) => ({
        measure: null,
        value: target.value,
        unit: target.unit,
        about: indicator.name,
        text: target.text,
      })),
  );
  return [...measures, ...indicators];
}

function contradicts(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit || a.value === b.value) return false;
  if (a.measure !== null && a.measure === b.measure) return a.unit !== '%' && a.text !== b.text;
  if (PROPERTY_UNIT.test(a.unit)) return sharedShare(stemsOf(a.about), stemsOf(b.about)) >= 0.15;
  return sharedShare(stemsOf(a.about), stemsOf(b.about)) >= 0.85;
}
