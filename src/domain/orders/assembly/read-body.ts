import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import { joinLines } from '#domain/language/hyphens.ts';
import type { Vocabulary } from '#domain/language/hyphens.ts';
import type { Passage } from '#domain/language/passage.ts';
import { readSectionTitle } from '#domain/orders/assembly/section-title.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';
import type { Places } from '#domain/orders/places.ts';
import type { Indicator, Measure, Place, Section, Warning } from '#domain/orders/plan.ts';
import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { textOf } from '#domain/orders/tables/cells.ts';
import type { LogicalRow } from '#domain/orders/tables/rows/logical-row.ts';
import type { PlanTable } from '#domain/orders/tables/heads/plan-tables.ts';
import { readIndicators } from '#domain/orders/tables/rows/read-indicators.ts';
import { readMeasure } from '#domain/orders/tables/rows/read-measures.ts';
import { readRows } from '#domain/orders/tables/rows/rows.ts';

export type Body = {
  readonly sections: readonly Section[];
  readonly measures: readonly Measure[];
  readonly indicators: readonly Indicator[];
  readonly warnings: readonly Warning[];
  /** Places of everything that a value or a warning prints. */
  readonly used: readonly Place[];
};

export type BodyContext = {
  readonly span: PlanSpan | null;
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly places: Places;
  readonly judge: CellJudge;
};

/** How far the borders of cells can be trusted. */
const TRUST: Readonly<Record<PlanTable['table']['origin'], number>> = { structure: 1, geometry: 0.95, guess: 0.8 };
const GUESSED_HEAD = 0.7;

/** Reads the tables of a plan: its sections, measures and indicators, and what was mended or could not be placed. */
export function readBody(tables: readonly PlanTable[], context: BodyContext): Body {
  const sections: Section[] = [];
  const measures: Measure[] = [];
  const indicators: Indicator[] = [];
  const warnings: Warning[] = [];
  const used: Place[] = [];
  const use = (passages: readonly Passage[]): void => {
    for (const passage of passages) {
      const place = context.places.of(passage);
      if (place !== null) used.push(place);
    }
  };

  const openSection = (lines: readonly Passage[], trust: number): void => {
    const title = joinLines(lines, context.vocabulary);
    const section = readSectionTitle(title, sections.length);
    if (section.title === '') return;
    const place = context.places.of(title);
    const at = place === null ? {} : { source: place };
    use([title]);
    const open = sections.at(-1);
    // A heading printed again on the next page, or in each row of its column, opens nothing.
    if (open?.title !== section.title) sections.push({ ...section, ...at, confidence: trust });
    else if (title.text !== (open.text ?? title.text))
      warnings.push({ measure: null, code: 'cell-doubled', words: title.text, ...at });
  };

  for (const plan of tables) {
    const trust = TRUST[plan.table.origin] * (plan.headFrom === 'content' ? GUESSED_HEAD : 1);
    if (plan.head.kind === 'indicators') {
      const read = readIndicators(plan, context.vocabulary, context.places, trust);
      indicators.push(...read.indicators);
      use(read.used);
      continue;
    }
    if (plan.sectionBefore !== null) openSection(plan.sectionBefore, trust);
    if (plan.headFrom === 'content') warnings.push({ measure: null, code: 'head-guessed' });
    if (plan.table.origin === 'guess') warnings.push({ measure: null, code: 'layout-guessed' });
    for (const row of readRows(plan.table, plan.head, context.judge)) {
      const heading = sectionLines(row, plan);
      if (heading !== null) openSection(heading, trust);
      if (row.kind === 'section') continue;
      const section = sections.length === 0 ? null : sections.length - 1;
      const read = readMeasure(row, measures.length + 1, section, {
        ...context,
        columns: plan.head.columns,
        heading: sections.at(-1) ?? null,
        trust,
        written: plan.table.origin === 'structure',
      });
      if (read.measure.title === '' && read.measure.result === null && read.measure.deadlineText === null) continue;
      measures.push(read.measure);
      warnings.push(...read.warnings);
      use(read.used);
    }
  }
  warnings.push(...numberWarnings(measures));
  return { sections, measures, indicators, warnings, used };
}

/** The title of a section row, or what a column «Направление» says when it says it for the first time. */
function sectionLines(row: LogicalRow, plan: PlanTable): readonly Passage[] | null {
  if (row.kind === 'section') return row.lines;
  const column = plan.head.columns.findIndex((candidate) => candidate.role === 'section');
  if (column < 0 || row.shared.has(column)) return null;
  const lines = row.cells.get(column) ?? [];
  return textOf(lines) === '' ? null : lines;
}

/** Numbers that occur twice, and gaps in a count that goes through the plan. */
function numberWarnings(measures: readonly Measure[]): Warning[] {
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  let last: number | null = null;
  for (const { seq, number, section, source } of measures) {
    if (number === null) continue;
    const place = source.number === undefined ? {} : { source: source.number };
    const key = `${section ?? ''}:${number}`;
    if (seen.has(key)) warnings.push({ measure: seq, code: 'number-repeated', words: number, ...place });
    seen.add(key);
    if (!/^\d+$/u.test(number)) continue;
    const value = Number(number);
    if (last !== null && value > last + 1)
      warnings.push({ measure: seq, code: 'numbers-skipped', words: number, ...place });
    last = value;
  }
  return warnings;
}
