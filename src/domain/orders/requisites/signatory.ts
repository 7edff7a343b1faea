import { joinPassages, slicePassage } from '#domain/language/passage.ts';
import { personsIn, printedName } from '#domain/orders/prose/names.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { foundIn } from '#domain/orders/prose/found.ts';
import { POSITION } from '#domain/orders/requisites/naming/positions.ts';
import type { LineRange } from '#domain/orders/requisites/order-head.ts';

/** Who signed, and in which position. */
export type Signature = { readonly name: Found; readonly position: string; readonly line: number };

/** Lines after which no signature of the order stands: who has read it, who prepared it, the stamp of an electronic signature. */
const AFTER_SIGNATURE =
  /^(?:с\s+приказом\s+ознаком|ознакомлен|исп(?:олнител)?[а-яё]{0,2}[.:\s]|рассылка|разослано|в дело|согласовано|визы)/iu;
const ELECTRONIC = /сертификат|владелец|действителен|электронной подписью|подписан/iu;

/**
 * The signature below the points of an order: position and name on one line, on two, or in cells beside each other.
 * The last position with a name before the executor's line counts; a bare name line is taken when it follows a position.
 */
export function signatureIn(lines: readonly ReadingLine[], body: LineRange): Signature | null {
  const end = endOfSignatures(lines, body);
  for (const limit of [secondList(lines, body, end), end]) {
    const from = lastPoint(lines, body, limit);
    for (const line of numbersFrom(from, limit)) {
      const found = signatureAt(lines, line, from);
      if (found !== null) return found;
    }
  }
  return electronicSignature(lines, body.from, Math.min(lines.length, body.to));
}

const numbersFrom = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Signatures come after the last numbered point; what follows «Исп.», «Ознакомлены» is none. */
function endOfSignatures(lines: readonly ReadingLine[], body: LineRange): number {
  for (let line = body.from + 1; line < body.to; line += 1)
    if (AFTER_SIGNATURE.test(lines[line]?.text ?? '')) return line;
  return body.to;
}

/** A list that begins with 1 again below the points belongs to an annex that nothing announces. */
function secondList(lines: readonly ReadingLine[], body: LineRange, end: number): number {
  let seen = false;
  for (let line = body.from + 1; line < end; line += 1) {
    if (!/^1\.\s/u.test(lines[line]?.text ?? '')) continue;
    if (seen) return line;
    seen = true;
  }
  return end;
}

function lastPoint(lines: readonly ReadingLine[], body: LineRange, end: number): number {
  for (let line = end - 1; line > body.from; line -= 1) {
    const { text = '', label = null } = lines[line] ?? {};
    if (/^\d{1,2}(?:\.\d{1,2}){0,2}[.)]\s?\p{L}/u.test(text) || (label !== null && /\d/.test(label))) return line;
  }
  return body.from;
}

function signatureAt(lines: readonly ReadingLine[], line: number, first: number): Signature | null {
  const { text, passage } = lines[line] ?? { text: '', passage: { text: '', at: [] } };
  if (text.length > 300 || ELECTRONIC.test(text)) return null;
  const persons = personsIn(text);
  const person = persons.at(-1);
  if (person === undefined) return null;
  const rest = text.slice(person.to).replace(/[\s_./)(,]+/gu, '');
  const before = text
    .slice(0, person.from)
    .replace(/[\s_/(.,:]+$/u, '')
    .trim();
  if (rest !== '' || (line === first && /^\d{1,2}[.)]/u.test(text))) return null;
  const own = POSITION.test(before) ? before : '';
  const above = own === '' || /^[«"\p{Ll}]/u.test(before) ? positionAbove(lines, line, first, before) : own;
  // A name with nothing to say whose it is stands for a signature only with the initials first.
  if (above === '' && (before !== '' || person.order !== 'initials-first')) return null;
  const name = foundIn(slicePassage(passage, person.from, person.to), printedName(text.slice(person.from, person.to)));
  return { name, position: above, line };
}

/** The position may begin lines above the name: «Начальник управления / образования администрации    И.И. Иванова». */
function positionAbove(lines: readonly ReadingLine[], line: number, first: number, before: string): string {
  for (let up = line - 1; up >= Math.max(first, line - 6); up -= 1) {
    const text = lines[up]?.text ?? '';
    if (text.length > 200 || /^\d{1,2}(?:\.\d{1,2})*[.)]/u.test(text)) return '';
    if (POSITION.test(text)) {
      const words = [...lines.slice(up, line).map(({ text: words }) => words), before];
      return words.filter((words) => words !== '' && /\p{L}/u.test(words)).join(' ');
    }
  }
  return '';
}

/** «Владелец: Иванова Анна Петровна»: the stamp of an electronic signature, when nothing else names who signed. */
function electronicSignature(lines: readonly ReadingLine[], from: number, to: number): Signature | null {
  for (let line = from; line < to; line += 1) {
    const owner = /владелец:?\s*/iu.exec((lines[line]?.text ?? '').slice(0, 400));
    if (owner === null) continue;
    const below = joinPassages(
      [lines[line]?.passage, lines[line + 1]?.passage].filter((passage) => passage !== undefined),
    );
    const person = personsIn(below.text.slice(0, 600)).find(({ from: at }) => at >= owner.index);
    if (person === undefined) continue;
    const name = foundIn(
      slicePassage(below, person.from, person.to),
      printedName(below.text.slice(person.from, person.to)),
    );
    return { name, position: '', line };
  }
  return null;
}
