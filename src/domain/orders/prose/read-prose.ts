import type { Passage } from '#domain/language/passage.ts';
import { contentItems, goalsIn, tasksIn } from '#domain/orders/prose/goals-and-tasks.ts';
import type { ListedIndicator } from '#domain/orders/prose/indicator-lists.ts';
import { indicatorListsIn } from '#domain/orders/prose/indicator-lists.ts';
import { hasMarker, startsOtherPart } from '#domain/orders/prose/listed-items.ts';
import type { FoundPerson } from '#domain/orders/prose/people.ts';
import { peopleIn } from '#domain/orders/prose/people.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { foundIn } from '#domain/orders/prose/found.ts';
import { cleanLine, isLayoutTable, joinLines, paragraphsOf, readingLines } from '#domain/orders/prose/reading-lines.ts';
import { schoolKey, schoolsIn } from '#domain/orders/prose/schools.ts';
import { headOfPlan } from '#domain/orders/requisites/head-of-plan.ts';
import { orderHeads } from '#domain/orders/requisites/order-head.ts';
import type { Signature } from '#domain/orders/requisites/signatory.ts';
import { signatureIn } from '#domain/orders/requisites/signatory.ts';
import { stampsOf } from '#domain/orders/requisites/stamp.ts';
import type { SourceDocument, Table } from '#domain/orders/source-document.ts';

/** What the text around the plan's tables says. */
export type Prose = {
  readonly goals: readonly Found[];
  readonly tasks: readonly Found[];
  readonly people: readonly FoundPerson[];
  readonly schools: readonly Found[];
  /** Stages and terms of the plan, as printed: years are looked for in them. */
  readonly stages: readonly Found[];
  readonly indicators: readonly ListedIndicator[];
};

/** Reads the running text and the passport of a programme; tables of measures are left to the plan. */
export function readProse(document: SourceDocument): Prose {
  const lines = readingLines(document);
  const heads = orderHeads(lines);
  const head = headOfPlan(document, lines, heads);
  const signature = head === null ? approvalIn(lines) : signatureIn(lines, head.body);
  const preamble =
    head === null ? [] : lines.slice(head.preamble.from, Math.min(head.preamble.to, head.preamble.from + 60));
  const passport = passportOf(document);
  const goals = [...passport.goals, ...goalsIn(lines, passport.goals.length > 0 ? [] : preamble)];
  const tasks = [...passport.tasks, ...tasksIn(lines)];
  return {
    goals: different(goals),
    tasks: different(tasks),
    people: peopleIn(document, lines, head, signature),
    schools: schoolsOf(document, lines),
    stages: different([...passport.stages, ...stagesIn(lines)]),
    indicators: [...passport.indicators, ...indicatorListsIn(lines)],
  };
}

/** A plan without an order is approved by a stamp: who gave it stands for the signatory. */
function approvalIn(lines: readonly ReadingLine[]): Signature | null {
  const stamp = stampsOf(lines).find(({ signatory }) => signatory !== null);
  return stamp === undefined || stamp.signatory === null
    ? null
    : { name: stamp.signatory, position: stamp.position ?? '', line: stamp.to };
}

function different(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const key = value
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type Passport = { goals: Found[]; tasks: Found[]; stages: Found[]; indicators: ListedIndicator[] };

/** Rows «Цель программы | …», «Задачи | 1. …», «Сроки реализации | …» of a table of two columns (three with a number). */
function passportOf(document: SourceDocument): Passport {
  const passport: Passport = { goals: [], tasks: [], stages: [], indicators: [] };
  for (const block of document.blocks) {
    if (block.kind !== 'table' || block.width > 4 || block.rows.length > 60) continue;
    for (const row of block.rows) {
      const cells = row.cells.map((cell) => cell.lines.map((line) => tableLine(cleanLine(line))));
      const filled = cells.filter((lines) => lines.some(({ text }) => /\p{L}{3}/u.test(text)));
      const [label, content] = filled;
      if (label === undefined || content === undefined || filled.length > 2) continue;
      const name = joinLines(label).text;
      if (name.length > 120) continue;
      if (/^(?:основн[а-яё]+\s|стратегическ[а-яё]+\s)?цел[ьи](?![а-яё]|\s+и\s+задач)/iu.test(name))
        passport.goals.push(...contentItems(content));
      else if (/^(?:основн[а-яё]+\s)?задач/iu.test(name)) passport.tasks.push(...contentItems(content));
      else if (/^(?:сроки?|этапы|период)(?![а-яё])/iu.test(name)) passport.stages.push(foundIn(joinLines(content)));
      else if (/целев[а-яё]+\s(?:индикатор|показател)|^(?:показатели|индикаторы)(?![а-яё])/iu.test(name)) {
        const marked = content.length > 1 && content.some((line) => hasMarker(line));
        if (marked)
          passport.indicators.push(
            ...indicatorListsIn([{ ...tableLine(joinLines(label)), text: 'Целевые индикаторы' }, ...content]),
          );
      }
    }
  }
  return passport;
}

const tableLine = (passage: Passage): ReadingLine => ({
  text: passage.text,
  passage,
  opens: true,
  block: 0,
  inTable: true,
  label: null,
});

const STAGES =
  /^(?:\d{1,2}[.)]\s?)?(?:(?:этап|срок)[а-яё]{0,2}(?:\s+и\s+(?:этап|срок)[а-яё]{0,2})?(?:\s+(?:реализаци|выполнени|действи)[а-яё]{1,2}(?:\s[а-яё\s«»"-]{0,80})?)?\s{0,3}[:–—.-]|(?:I{1,3}|[1-4]|перв[а-яё]{2}|втор[а-яё]{2}|трет[а-яё]{2})(?:-?[ыйо]{1,2})?\s+этап)/iu;

/** Paragraphs that give the stages or the term of the plan («Этапы реализации: 2024-2026 годы»). */
function stagesIn(lines: readonly ReadingLine[]): Found[] {
  const stages: Found[] = [];
  for (let index = 0; index < lines.length && stages.length < 30; index += 1) {
    const line = lines[index];
    if (line === undefined || !STAGES.test(line.text.slice(0, 200))) continue;
    let to = index + 1;
    while (to < lines.length && to - index < 30 && belongsToStages(lines, index, to)) to += 1;
    stages.push(foundIn(joinLines(lines.slice(index, to))));
    index = to - 1;
  }
  return stages;
}

function belongsToStages(lines: readonly ReadingLine[], from: number, next: number): boolean {
  const line = lines[next];
  const before = lines[next - 1];
  if (line === undefined || before === undefined || STAGES.test(line.text.slice(0, 200)) || startsOtherPart(line.text))
    return false;
  if (line.block - before.block > 1) return false;
  return !line.opens || (/:$/u.test(before.text) && next === from + 1) || hasMarker(line) || /^\p{Ll}/u.test(line.text);
}

const MAX_SCHOOLS = 500;

/** Schools named in the running text and in tables that list schools; the plan's own cells are not searched. */
function schoolsOf(document: SourceDocument, lines: readonly ReadingLine[]): Found[] {
  const schools = new Map<string, Found>();
  const add = (found: readonly Found[]): void => {
    for (const school of found) {
      const key = schoolKey(school.value);
      const known = schools.get(key);
      if (known === undefined ? schools.size < MAX_SCHOOLS : known.value.length < school.value.length)
        schools.set(key, school);
    }
  };
  for (const paragraph of paragraphsOf(lines)) {
    if (paragraph.some(({ text }) => MENTIONS_SCHOOL.test(text))) add(schoolsIn(joinLines(paragraph)));
  }
  for (const block of document.blocks) if (block.kind === 'table' && !isLayoutTable(block)) add(schoolsOfTable(block));
  return [...schools.values()];
}

const MENTIONS_SCHOOL = /ОУ(?![а-яё])|СОШ|ООШ|НОШ|гимнази|лице[йя]|школ[аы]\s№/iu;

function schoolsOfTable(table: Table): Found[] {
  const head = table.rows[0]?.cells ?? [];
  const column = head.find((cell) =>
    /^\s*(?:наименование\s|название\s|полное\s)?(?:школ[аы]?|оо|оу|общеобразовательн[а-яё]+\s(?:организаци|учреждени)|образовательн[а-яё]+\s(?:организаци|учреждени))/iu.test(
      cell.lines
        .map(({ text }) => text)
        .join(' ')
        .slice(0, 120),
    ),
  );
  if (column === undefined) return [];
  return table.rows.slice(1).flatMap((row) => {
    const cell = row.cells.find(({ column: at }) => at === column.column);
    if (cell === undefined || cell.lines.length === 0) return [];
    const name = joinLines(cell.lines.map((line) => tableLine(cleanLine(line))));
    return MENTIONS_SCHOOL.test(name.text) && name.text.length < 200 ? [foundIn(name)] : [];
  });
}
