import { describe, expect, test } from 'vitest';
import { chanceOf } from '#demo/orders/chance.ts';
import { flowText } from '#demo/orders/flow-text.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import type { Place, Plan } from '#domain/orders/plan.ts';
import { readOrder } from '#features/orders/read-order.server.ts';
import { gridOf, wordsOf, WRITERS } from '#tests/properties/printed-grid.ts';

/** A value with the place it claims. */
type Claim = { readonly field: string; readonly value: string | null; readonly place: Place | null | undefined };

function claimsOf(plan: Plan): Claim[] {
  const claims: Claim[] = [];
  const claim = (field: string, value: string | null | undefined, place: Place | null | undefined): void => {
    if (value !== null && value !== undefined) claims.push({ field, value, place });
  };
  for (const measure of plan.measures) {
    const { seq, source } = measure;
    claim(`${seq} number`, measure.number, source.number);
    claim(`${seq} title`, measure.title, source.title);
    claim(`${seq} deadline`, measure.deadlineText, source.deadline);
    const executors = measure.responsibleText ?? measure.responsible.join(' ');
    if (executors !== '') claim(`${seq} responsible`, executors, source.responsible);
    claim(`${seq} result`, measure.result, source.result);
    claim(`${seq} publication`, measure.publication, source.publication);
    for (const target of measure.targets) claim(`${seq} target`, target.text, target.source);
  }
  for (const { number, title, text, source } of plan.sections)
    claim('section', text ?? `${number ?? ''} ${title}`, source);
  claim('order number', plan.order.number, plan.order.source?.number);
  claim('signatory', plan.order.signatory, plan.order.source?.signatory);
  plan.columns.forEach((title, index) => {
    claim('column', title, plan.places?.columns[index]);
  });
  return claims;
}

const sliceOf = (text: string, place: Place): string =>
  (place.parts ?? [place]).map(({ from, to }) => text.slice(from, to)).join(' ');

/** Letters and digits only: lines, hyphens at their ends and spaces around marks are the source's own. */
const letters = (text: string): string => wordsOf(text).join('').toLowerCase();

/** Claims whose words do not stand where they say, as «field: value ≠ source». */
function misplaced(plan: Plan, text: string): string[] {
  return claimsOf(plan).flatMap(({ field, value, place }) => {
    if (value === null || letters(value) === '') return [];
    if (place === null || place === undefined) return [`${field}: ${value} has no place`];
    const source = sliceOf(text, place);
    const line = text.slice(0, (place.parts ?? [place])[0]?.from ?? 0).split('\n').length;
    if (line !== place.line) return [`${field}: line ${place.line} is ${line}`];
    return letters(source) === letters(value) ? [] : [`${field}: ${value} ≠ ${source}`];
  });
}

async function planOf(name: string, text: string): Promise<Plan> {
  const reading = await readOrder(new TextEncoder().encode(text), name, {});
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.plan;
}

describe('every value stands in the text where its place says', () => {
  test.each(['tabs', 'bars', 'drawn', 'spaced'] as const)('in plain text: %s', async (kind) => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const file = WRITERS[kind]?.(gridOf(inventPlan(seed, { measures: 6 })), chanceOf(seed));
      const text = new TextDecoder().decode(file?.bytes);
      expect(misplaced(await planOf('plan.txt', text), text)).toEqual([]);
    }
  });

  test.each(['paragraphs', 'cells', 'across'] as const)('in text without borders: %s', async (loss) => {
    const text = flowText(inventPlan(3, { measures: 8 }), loss, chanceOf(3));
    expect(misplaced(await planOf('plan.txt', text), text)).toEqual([]);
  });

  test('a word broken at a line end, a value from two rows, a repeated name', async () => {
    const text = [
      'План на 2027 год',
      '',
      '№\tМероприятие\tСрок\tОтветственный\tРезультат',
      '1\tСеминар для педагогов\tмарт 2027\tИМЦ, УО, ИМЦ\tне менее 5 школ',
      '\tи родителей\t\t\t',
    ].join('\n');
    const plan = await planOf('plan.txt', text);
    expect(misplaced(plan, text)).toEqual([]);
    expect(plan.measures[0]?.source.title?.parts).toHaveLength(2);
  });
});

describe('values of the whole document', () => {
  const text = [
    'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО РАЙОНА',
    'ПРИКАЗ',
    '12.01.2027 № 14-од',
    'Об утверждении плана мероприятий на 2027 год',
    'ПРИКАЗЫВАЮ:',
    '1. Утвердить план.',
    'Начальник управления образования П.С. Лугов',
    'План мероприятий на 2027 год',
    'Цель: повышение качества образования в школах района.',
    '',
    '№\tМероприятие\tСрок\tОтветственный',
    '1\tСеминар для педагогов\tмарт 2027\tИМЦ',
    '2\tКруглый стол для родителей\tмай 2027\tУО',
    '',
    'Используемые сокращения:',
    'ИМЦ – информационно-методический центр;',
    'УО – управление образования.',
  ].join('\n');

  test('carry places in lists as long as their own, and how sure they are', async () => {
    const plan = await planOf('plan.txt', text);
    const { places } = plan;
    const at = (place: Place | null | undefined): string => (place ? sliceOf(text, place) : '');
    expect(plan.goals.map((_, index) => letters(at(places?.goals[index])))).toEqual(plan.goals.map(letters));
    expect(plan.people.map(({ name }, index) => letters(at(places?.people[index])).includes(letters(name)))).toEqual(
      plan.people.map(() => true),
    );
    expect(at(places?.abbreviations['ИМЦ'])).toContain('информационно-методический центр');
    expect(at(places?.period)).toContain('2027');
    expect(plan.confidence).toMatchObject({ level: 0.95, number: 0.95, date: 0.95, title: 0.95 });
    expect(plan.confidence?.period).toBeGreaterThan(0.7);
  });
});
