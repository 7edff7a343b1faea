import { readDeadlineUnder } from '#domain/deadlines/under-heading.ts';
import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import { joinLines } from '#domain/language/hyphens.ts';
import type { Vocabulary } from '#domain/language/hyphens.ts';
import { collapsePassage, emptyPassage, joinPassages, slicePassage, trimPassage } from '#domain/language/passage.ts';
import type { Passage } from '#domain/language/passage.ts';
import { splitExecutors, type Executor } from '#domain/orders/executors.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';
import type { Places } from '#domain/orders/places.ts';
import type { Measure, MeasureField, Place, Section, Warning, WarningCode } from '#domain/orders/plan.ts';
import { isMark, rowNumber } from '#domain/orders/tables/cell-judge.ts';
import { linesByColumn } from '#domain/orders/tables/cell-lines.ts';
import { textOf } from '#domain/orders/tables/cells.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';
import { monthInTitle, type Column } from '#domain/orders/tables/heads/head.ts';
import type { MeasureRow } from '#domain/orders/tables/rows/logical-row.ts';
import { readTargets } from '#domain/targets/read-targets.ts';

/** What a measure is read with: the words of the document and the months its deadlines are read against. */
export type MeasureContext = {
  readonly columns: readonly Column[];
  /** How far the borders of cells can be trusted, 0…1. */
  readonly trust: number;
  /** Lines of cells were broken by whoever wrote them, not by a layout. */
  readonly written?: boolean;
  readonly span: PlanSpan | null;
  /** The section of the measure: the name of a month there dates the measures below it. */
  readonly heading?: Section | null;
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly places: Places;
};

const textUnlessDash = ({ text }: Passage): string | null => (/^[-–—\s]*$/u.test(text) ? null : text);

export type MeasureRead = {
  readonly measure: Measure;
  readonly warnings: readonly Warning[];
  /** What the measure and its warnings print, as cut from the source: the rest of the row is in no value. */
  readonly used: readonly Passage[];
};

/** Reads the fields of one measure out of its row. `seq` counts from 1; `section` is an index or null. */
export function readMeasure(
  row: MeasureRow,
  seq: number,
  section: number | null,
  context: MeasureContext,
): MeasureRead {
  const printed = fieldsOf(row, context);
  const heading = context.heading ?? null;
  const marked = markedMonths(row, context) ?? markedYears(row, context);
  const deadlineRead = readDeadlineUnder(
    marked ?? termOf(row, context) ?? printed.deadline.text,
    heading?.title ?? null,
    context.span,
  );
  const executors = executorsOf(printed.responsibleLines, context);
  const named = joinPassages(executors.map((executor) => executor.passage));
  const isNamed = holdsWordsOf(printed.responsible, named);
  const result = printed.result.text === '' ? null : printed.result.text;
  const targets = [
    ...readTargets(printed.result.text, 'result').map((target) => ({ target, from: printed.result })),
    ...readTargets(printed.title.text, 'title').map((target) => ({ target, from: printed.title })),
  ];

  const measure: Measure = {
    seq,
    number: printed.number,
    section,
    title: printed.title.text,
    deadlineText: deadlineRead.isOfHeading ? (heading?.title ?? null) : (marked ?? textUnlessDash(printed.deadline)),
    deadline: deadlineRead.deadline,
    responsible: executors.map((executor) => executor.name),
    ...(isNamed ? {} : { responsibleText: printed.responsible.text }),
    result,
    targets: targets.map(({ target: { from, to, confidence, ...target }, from: field }) => {
      const source = context.places.of(slicePassage(field, from, to));
      return { ...target, confidence: rounded(confidence * context.trust), ...(source === null ? {} : { source }) };
    }),
    publication: textUnlessDash(printed.publication),
    ...(printed.other.size === 0
      ? {}
      : { other: Object.fromEntries([...printed.other].map(([title, text]) => [title, text.text])) }),
    source: {
      ...sourcesOf({ ...printed, responsible: isNamed ? named : printed.responsible }, context.places),
      ...(deadlineRead.isOfHeading && heading?.source !== undefined ? { deadline: heading.source } : {}),
    },
    confidence: {
      number: confidenceOf('number', context),
      title: confidenceOf('title', context),
      deadline: rounded(confidenceOf('deadline', context) * deadlineRead.confidence),
      responsible: rounded(
        Math.min(confidenceOf('responsible', context), ...executors.map((executor) => executor.confidence)),
      ),
      result: confidenceOf('result', context),
      targets: rounded(Math.min(context.trust, ...targets.map(({ target }) => target.confidence))),
      publication: confidenceOf('publication', context),
    },
  };
  return {
    measure,
    warnings: warningsOf(measure, row, deadlineRead.confidence, context),
    used: [
      printed.numberPassage,
      printed.title,
      printed.deadline,
      printed.responsible,
      printed.result,
      printed.publication,
      ...printed.other.values(),
      ...row.doubled,
    ],
  };
}

function executorsOf(cells: readonly (readonly Passage[])[], { lexicon, written }: MeasureContext): Executor[] {
  const all = cells.flatMap((lines) => splitExecutors(lines, lexicon, { written: written === true }));
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
}

/** Whether every word of `whole` stands in `part`, which was cut out of it. */
function holdsWordsOf(whole: Passage, part: Passage): boolean {
  const kept = new Set(part.at);
  return whole.at.every((offset, index) => kept.has(offset) || !/[\p{L}\p{N}]/u.test(whole.text.charAt(index)));
}

type PrintedFields = {
  readonly number: string | null;
  readonly numberPassage: Passage;
  readonly title: Passage;
  readonly deadline: Passage;
  readonly responsible: Passage;
  /** Cell by cell: executors and their helpers may have columns of their own. */
  readonly responsibleLines: readonly (readonly Passage[])[];
  readonly result: Passage;
  readonly publication: Passage;
  /** By the titles of their columns. */
  readonly other: ReadonlyMap<string, Passage>;
};

/** The months of a grid of months whose cells are marked («+»): «фев, май»; null where the row has other deadlines. */
function markedMonths(row: MeasureRow, { columns }: MeasureContext): string | null {
  const marked = columns.flatMap((column, index) => {
    const text = column.role === 'deadline' ? textOf(row.cells.get(index)) : '';
    return text === '' ? [] : [isMark(text) ? monthInTitle(column.title) : null];
  });
  return marked.length === 0 || marked.includes(null) ? null : marked.join(', ');
}

const YEAR_TITLE = /^(?:на |в )?(20\d\d)(?:\s?(?:г\.?|год[ау]?))?$/iu;

/** The years whose columns are marked, in a plan without other deadlines: «2025, 2026»; null where none is. */
function markedYears(row: MeasureRow, { columns }: MeasureContext): string | null {
  if (columns.some(({ role, secondRole }) => role === 'deadline' || secondRole === 'deadline')) return null;
  const years = columns.flatMap(({ title }, index) => {
    const year = YEAR_TITLE.exec(title.trim())?.[1];
    return year !== undefined && isMark(textOf(row.cells.get(index))) ? [year] : [];
  });
  return years.length === 0 ? null : years.join(', ');
}

const BEGIN = /(?<!\p{L})(?:начал|старт|с$)/iu;
const END = /(?<!\p{L})(?:окончани|завершени|кон(?:ец|ца)(?!\p{L})|финиш|по$)/iu;

/** «10.02.2025 – 31.03.2025» out of two columns «начало» and «окончание»; null where the row fills but one of them. */
function termOf(row: MeasureRow, { columns }: MeasureContext): string | null {
  const filled = columns.flatMap((column, index) => {
    const text = column.role === 'deadline' ? textOf(row.cells.get(index)) : '';
    return text === '' ? [] : [{ title: column.title, text }];
  });
  const [first, second] = filled;
  if (filled.length !== 2 || first === undefined || second === undefined) return null;
  if (!BEGIN.test(first.title) || !END.test(second.title)) return null;
  return first.text === second.text ? first.text : `${first.text} – ${second.text}`;
}

function fieldsOf(row: MeasureRow, context: MeasureContext): PrintedFields {
  const linesOf = (role: ColumnRole): Passage[] => linesByColumn(row, context.columns, role).flat();
  const join = (lines: readonly Passage[]): Passage =>
    lines.length === 0 ? emptyPassage : collapsePassage(joinLines(lines, context.vocabulary));
  const other = new Map<string, Passage>();
  const keep = (index: number, text: Passage): void => {
    const title = context.columns[index]?.title || `${index + 1}`;
    if (text.text !== '') other.set(title, joinPassages([other.get(title) ?? emptyPassage, text]));
  };
  context.columns.forEach((column, index) => {
    if (KEPT_BY_TITLE.has(column.role)) keep(index, join(row.cells.get(index) ?? []));
  });

  const inNumbers = join(linesOf('number'));
  const number = rowNumber(inNumbers.text);
  const titled = join(linesOf('title'));
  const leading = number === null ? leadingNumber(titled) : null;
  // Words in the column of numbers: a title that slid there, or something that no other field may swallow.
  const isTitle = number === null && titled.text === '' && inNumbers.text !== '';
  const slid = isTitle ? leadingNumber(inNumbers) : null;
  if (number === null && !isTitle) {
    const column = context.columns.findIndex(({ role }) => role === 'number');
    keep(column, inNumbers);
  }
  return {
    number: number ?? leading?.number ?? slid?.number ?? null,
    numberPassage:
      number === null ? (leading?.passage ?? slid?.passage ?? emptyPassage) : printedNumber(inNumbers, number),
    title: leading?.title ?? (isTitle ? (slid?.title ?? inNumbers) : titled),
    deadline: withoutFullStop(join(linesOf('deadline'))),
    responsible: join(linesOf('responsible')),
    responsibleLines: linesByColumn(row, context.columns, 'responsible'),
    result: join(linesOf('result')),
    publication: join(linesOf('publication')),
    other,
  };
}

/** «март 2026 года.»: the stop of a sentence; «г.», «кв.» and shortened months keep theirs. */
function withoutFullStop(deadline: Passage): Passage {
  const word = /(?<!\p{L})(\p{L}{3,}|\d{2,4})\.$/u.exec(deadline.text)?.[1];
  if (
    word === undefined ||
    /^(?:янв|фев|февр|мар|апр|июн|июл|авг|сен|сент|окт|нояб|ноя|дек|мес|нед|согл|полуг|учеб|учебн|четв|дек|раб|пед|кварт)$/iu.test(
      word,
    )
  )
    return deadline;
  return slicePassage(deadline, 0, deadline.text.length - 1);
}

const KEPT_BY_TITLE: ReadonlySet<ColumnRole> = new Set(['other', 'source', 'value', 'unit', 'indicator']);

/** The digits of a number without marks around it («№ 5.» is 5); spaces inside («1. 2») belong to it. */
function printedNumber(cell: Passage, number: string): Passage {
  const from = cell.text.indexOf(number.charAt(0));
  const to = cell.text.lastIndexOf(number.charAt(number.length - 1)) + 1;
  return trimPassage(slicePassage(cell, Math.max(0, from), Math.max(from, to)));
}

const LEADING_NUMBER =
  /^((?!20\d\d\s*[.)])\d{1,4}(?:\.\d{1,3}){0,4})\s*[.)]\s+(?=\S)|^(\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,2})\s+(?=\S)/u;

/** «1.2. Проведение …» in a table without a column for numbers. */
function leadingNumber(title: Passage): { number: string; passage: Passage; title: Passage } | null {
  const match = LEADING_NUMBER.exec(title.text);
  const number = match?.[1] ?? match?.[2];
  if (match === null || number === undefined) return null;
  return {
    number,
    passage: slicePassage(title, 0, number.length),
    title: slicePassage(title, match[0].length),
  };
}

function sourcesOf(printed: PrintedFields, places: Places): Partial<Record<MeasureField, Place>> {
  const sources: Partial<Record<MeasureField, Place>> = {};
  const put = (field: MeasureField, passage: Passage): void => {
    const place = places.of(passage);
    if (place !== null) sources[field] = place;
  };
  put('number', printed.numberPassage);
  put('title', printed.title);
  put('deadline', printed.deadline);
  put('responsible', printed.responsible);
  put('result', printed.result);
  put('publication', printed.publication);
  return sources;
}

function confidenceOf(role: ColumnRole, context: MeasureContext): number {
  const column = context.columns.find((candidate) => candidate.role === role || candidate.secondRole === role);
  return rounded(context.trust * (column?.confidence ?? 1));
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

const CUT = /(?:\p{L}-|[,(«]|\s(?:и|или|в|на|по|с|для|от|до|из|о|об|при))$/u;

function warningsOf(measure: Measure, row: MeasureRow, deadlineConfidence: number, context: MeasureContext): Warning[] {
  const warnings: Warning[] = [];
  const warn = (code: WarningCode, field?: MeasureField): void => {
    const source = field === undefined ? measure.source.title : measure.source[field];
    warnings.push({ measure: measure.seq, code, ...(source === undefined ? {} : { source }) });
  };
  const warnOfDoubled = (): void => {
    const words = collapsePassage(joinLines(row.doubled, context.vocabulary));
    const source = context.places.of(words);
    warnings.push({
      measure: measure.seq,
      code: 'cell-doubled',
      words: words.text,
      ...(source === null ? {} : { source }),
    });
  };
  const has = (role: ColumnRole): boolean =>
    context.columns.some((column) => column.role === role || column.secondRole === role);
  for (const repair of row.repairs) {
    if (repair === 'cell-doubled') warnOfDoubled();
    else warn(repair);
  }
  if (has('number') && measure.number === null) warn('number-missing');
  const isByYear = context.columns.filter(({ title }) => YEAR_TITLE.test(title.trim())).length > 1;
  if ((has('deadline') || isByYear) && measure.deadlineText === null) warn('deadline-missing');
  else if (deadlineConfidence < 0.6) warn('deadline-unclear', 'deadline');
  if (has('responsible') && measure.responsible.length === 0) warn('responsible-missing');
  if (has('result') && measure.result === null) warn('result-missing');
  if (CUT.test(measure.title)) warn('text-cut', 'title');
  if (measure.result !== null && CUT.test(measure.result)) warn('text-cut', 'result');
  return warnings;
}
