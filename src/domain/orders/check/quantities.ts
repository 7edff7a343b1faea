import { sameTime, sharedShare, stemsOf } from '#domain/orders/check/duplicates.ts';
import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import type { Measure, Plan } from '#domain/orders/plan.ts';
import { readTargets } from '#domain/targets/read-targets.ts';

type Quantity = {
  readonly measure: Measure | null;
  readonly value: number;
  readonly unit: string;
  readonly in: 'result' | 'title' | 'indicator';
  /** The words that tell what is counted. */
  readonly about: string;
  readonly text: string;
};

/** Texts about the same thing share nearly all their words. */
const SAME_THING = 0.85;
/** Indicators of one table are alike in all but a word («минимум», «максимум»). */
const SAME_INDICATOR = 0.98;
/** A speed of access is one thing wherever it is named. */
const SPEED = /(\d+(?:[.,]\d+)?)\s*([КМГ])\s?бит(?:\s?[/в]\s?с\p{L}*)?/iu;
const IN_MEGABITS: Readonly<Record<string, number>> = { К: 0.001, М: 1, Г: 1000 };

/** Two values for one thing: in the title and in the result, in two like measures, in a measure and an indicator. */
export function twoValues(plan: Plan): Finding[] {
  const findings: Finding[] = [];
  for (const quantities of [...groupedByUnit(quantitiesOf(plan)).values(), speedsOf(plan)]) {
    quantities.forEach((quantity, index) => {
      const other = quantities.slice(0, index).find((earlier) => contradicts(earlier, quantity));
      if (other === undefined) return;
      const measure = quantity.measure ?? other.measure;
      findings.push(finding(measure?.seq ?? null, 'two-values', `${other.text} / ${quantity.text}`));
    });
  }
  return findings;
}

function quantitiesOf(plan: Plan): Quantity[] {
  const ofMeasures = plan.measures.flatMap((measure) =>
    measure.targets.map((target) => ({ ...target, measure, about: measure.title })),
  );
  const ofIndicators = plan.indicators.flatMap(({ name, target, value, unit }): Quantity[] => {
    const inName = readTargets(name, 'result').filter((each) => each.kind === 'count');
    const own = value === null || unit === null ? [] : [{ value, unit, text: `${name}: ${target ?? String(value)}` }];
    return [...inName, ...own].map((each) => ({ ...each, measure: null, in: 'indicator', about: name }));
  });
  return [...ofMeasures, ...ofIndicators].filter(({ unit }) => !/бит/iu.test(unit));
}

function groupedByUnit(quantities: readonly Quantity[]): ReadonlyMap<string, Quantity[]> {
  return Map.groupBy(quantities, (quantity) => quantity.unit);
}

/** Speeds of access in megabits, wherever they stand: conditions («имеющих … не менее») as well as promises. */
function speedsOf(plan: Plan): Quantity[] {
  const texts = [
    ...plan.measures.flatMap((measure) => [
      { measure, in: 'title' as const, about: measure.title, text: measure.title },
      { measure, in: 'result' as const, about: measure.title, text: measure.result ?? '' },
    ]),
    ...plan.indicators.map(({ name }) => ({ measure: null, in: 'indicator' as const, about: 'speed', text: name })),
  ];
  return texts.flatMap((piece) => {
    const [printed, number = '', prefix = ''] = SPEED.exec(piece.text) ?? [];
    if (printed === undefined) return [];
    const value = Number(number.replace(',', '.')) * (IN_MEGABITS[prefix.toUpperCase()] ?? 1);
    return [{ ...piece, value, unit: 'Мбит/с', about: 'speed', text: printed }];
  });
}

function contradicts(a: Quantity, b: Quantity): boolean {
  if (a.value === b.value) return false;
  if (a.measure !== null && a.measure === b.measure) return a.in !== b.in && a.unit !== '%';
  if (a.measure !== null && b.measure !== null && !sameTime(a.measure, b.measure)) return false;
  // In one text several values are several things («3 семинара для директоров, 5 для учителей»): only like places compare.
  if (a.in !== b.in && a.in !== 'indicator' && b.in !== 'indicator') return false;
  const needed = a.in === 'indicator' && b.in === 'indicator' ? SAME_INDICATOR : SAME_THING;
  return a.about === b.about || sharedShare(stemsOf(a.about), stemsOf(b.about)) >= needed;
}
