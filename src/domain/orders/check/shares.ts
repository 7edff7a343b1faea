import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import { sharedShare, stemsOf } from '#domain/orders/check/duplicates.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';

type Pair = {
  readonly measure: Measure;
  readonly count: number;
  readonly percent: number;
  readonly unit: string;
  readonly text: string;
};

/** «8 (80%)» says that the whole is 10: numbers and per cents that mean different wholes of one group contradict. */
export function countPercentConflicts(plan: Plan): Finding[] {
  const pairs = pairsOf(plan);
  const impossible = plan.measures.flatMap((measure) => {
    const text = impossibleShareOf(measure) ?? pairs.find((pair) => pair.measure === measure && !wholesOf(pair))?.text;
    return text === undefined ? [] : [finding(measure.seq, 'count-percent-conflict', text)];
  });
  const apart = pairs.flatMap((later, index) => {
    const conflicting = pairs.slice(0, index).find((earlier) => sameGroup(earlier, later) && !overlap(earlier, later));
    return conflicting === undefined
      ? []
      : [finding(later.measure.seq, 'count-percent-conflict', `${conflicting.text} / ${later.text}`)];
  });
  return [...impossible, ...apart];
}

const COUNT_OF_WHOLE = /(\d{1,6}) из (\d{1,6})(?=[^.;\d]{0,60}?(\d{1,3}(?:[.,]\d)?)\s?%)/gu;

/** A share above the whole, or a printed share that is another than that of the numbers beside it: «6 из 10 (80 %)». */
function impossibleShareOf(measure: Measure): string | undefined {
  const above = measure.targets.find((target) => target.kind === 'percent' && target.value > 100);
  if (above !== undefined) return above.text;
  for (const [text, part, whole, percent] of (measure.result ?? '').matchAll(COUNT_OF_WHOLE)) {
    const share = (Number(part) * 100) / Number(whole);
    if (Math.abs(share - Number(percent?.replace(',', '.'))) > 1) return `${text}, ${percent ?? ''} %`;
  }
  return undefined;
}

function pairsOf(plan: Plan): Pair[] {
  return plan.measures.flatMap((measure) => {
    const percents = measure.targets.filter((target) => target.kind === 'percent');
    return measure.targets
      .filter((target) => target.kind === 'count')
      .flatMap(({ text, value, unit }) => {
        const percent = percents.find((candidate) => candidate.text === text || text.includes(candidate.text));
        return percent === undefined ? [] : [{ measure, count: value, percent: percent.value, unit, text }];
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

/** Of these a school has many: their numbers tell nothing about the number of schools. */
const MANY_IN_A_SCHOOL =
  /педагог|учител|обучающ|учащ|учени|родител|реб[её]н|дет[еи]|специалист|работник|участник|психолог|выпускник|класс/iu;

/** Wholes are compared where both speak of schools of one category: heads, agreements and schools count the same. */
function sameGroup(a: Pair, b: Pair): boolean {
  const group = (pair: Pair): string =>
    MANY_IN_A_SCHOOL.test(pair.unit)
      ? ''
      : (/ШНОР|ШНСУ|ОО(?!\p{L})|школ/u.exec(`${pair.text} ${pair.measure.title}`)?.[0] ?? '');
  return group(a) !== '' && group(a) === group(b);
}

const LARGER_TERRITORY: Readonly<Record<'municipal' | 'school', RegExp>> = {
  municipal:
    /(?<!\p{L})(?:регион(?:а|е|у|ом|ов|ах|ам)?(?!\p{L})|област(?:и|ь|ью|ей)(?!\p{L})|кра[яею](?!\p{L})|республик[иеу]?(?!\p{L})|МОУО|муниципалитет(?:ов|ах|ам)(?!\p{L})|муниципальных (?:район|образован|округ))/iu,
  school:
    /(?<!\p{L})(?:регион(?:а|е|у|ом|ов|ах)?(?!\p{L})|област(?:и|ь|ью|ей)(?!\p{L})|кра[яею](?!\p{L})|район(?:а|е|у|ов|ах)(?!\p{L})|муниципалитет|МОУО)/iu,
};

/**
 * Targets of a municipal or a school plan that speak of a larger territory, or promise as many schools as, by the plan's
 * own numbers, there are in all, or more: such targets were copied from the plan above.
 */
export function copiedTargets(plan: Plan): Finding[] {
  const { level } = plan;
  if (level !== 'municipal' && level !== 'school') return [];
  const implied = Math.min(
    ...pairsOf(plan)
      .filter((pair) => isSchoolUnit(pair.unit) || /^(?:руководитель|директор)/u.test(pair.unit))
      .map((pair) => wholesOf(pair)?.most ?? Infinity),
  );
  const listed = plan.schools.length > 1 ? plan.schools.length : Infinity;
  const ownName = stemsOf(plan.territory ?? '');
  return plan.measures.flatMap((measure) => {
    const copied = measure.targets.find(({ text, of, kind, unit, value, comparator }) => {
      const words = `${text} ${of ?? ''}`;
      if (LARGER_TERRITORY[level].test(words) && sharedShare(stemsOf(words), ownName) < 0.2) return true;
      if (kind !== 'count' || !isSchoolUnit(unit)) return false;
      if (level === 'school') return value > 1;
      return value > listed || value > implied || (value === implied && (comparator === '>=' || comparator === '>'));
    });
    return copied === undefined ? [] : [finding(measure.seq, 'copied-target', copied.text)];
  });
}

function isSchoolUnit(unit: string): boolean {
  return /^(?:ШНОР|ШНСУ|ОО|ОУ|школа|(?:обще)?образовательн(?:ая организация|ое учреждение))$/u.test(unit);
}
