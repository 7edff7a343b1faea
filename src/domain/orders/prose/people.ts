import { slicePassage, spansOf } from '#domain/language/passage.ts';
import type { Passage, Span } from '#domain/language/passage.ts';
import type { NameMark } from '#domain/orders/prose/names.ts';
import { personsIn, printedName } from '#domain/orders/prose/names.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { cleanLine, isPlanTable, joinLines } from '#domain/orders/prose/reading-lines.ts';
import {
  nominativeBody,
  nominativePosition,
  nominativeSurname,
  surnameFromDative,
} from '#domain/orders/requisites/naming/declension.ts';
import { withLegalForm } from '#domain/orders/requisites/issuer.ts';
import type { OrderHead } from '#domain/orders/requisites/order-head.ts';
import type { Signature } from '#domain/orders/requisites/signatory.ts';
import type { SourceDocument, Table } from '#domain/orders/source-document.ts';

/** A person named with a duty, and where. */
export type FoundPerson = { readonly name: string; readonly role: string; readonly spans: readonly Span[] };

type Mention = FoundPerson & { readonly surname: string; readonly initials: string };

/**
 * Persons with their roles: who signed, who is named in the points of the order (in brackets after a body, or charged with
 * a duty), who prepared it, and members listed with their positions. Several mentions of one person are one, the first role kept.
 */
export function peopleIn(
  document: SourceDocument,
  lines: readonly ReadingLine[],
  head: OrderHead | null,
  signature: Pick<Signature, 'name' | 'position' | 'line'> | null,
): FoundPerson[] {
  const mentions: Mention[] = [];
  if (signature !== null) mentions.push(...signatoryOf(signature));
  if (head !== null) mentions.push(...inPoints(lines, head, signature), ...executorOf(lines, head, signature));
  const rosters = document.blocks.flatMap((block) => (block.kind === 'table' ? rosterOf(block) : []));
  return merged(mentions, [...listedMembers(lines), ...rosters]);
}

function signatoryOf(signature: Signature): Mention[] {
  const [mark] = personsIn(signature.name.value);
  if (mark === undefined) return [];
  const role = signature.position === '' ? 'подписант' : signature.position;
  return [{ name: signature.name.value, role, spans: signature.name.spans, ...keyOf(mark) }];
}

const keyOf = ({ surname, initials }: NameMark): { surname: string; initials: string } => ({ surname, initials });

/** Points as passages, the lines of each joined. */
function pointsOf(lines: readonly ReadingLine[], head: OrderHead, signature: Signature | null): Passage[] {
  const to = Math.min(head.body.to, signature?.line ?? head.body.to, head.body.from + 300);
  const points: ReadingLine[][] = [];
  for (const line of lines.slice(head.body.from, Math.max(head.body.from, to))) {
    const starts = line.label !== null || /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[-–—•])\s?\p{L}/u.test(line.text);
    if (starts || points.length === 0) points.push([line]);
    else points.at(-1)?.push(line);
  }
  return points.map((point) => joinLines(point));
}

function inPoints(lines: readonly ReadingLine[], head: OrderHead, signature: Signature | null): Mention[] {
  return pointsOf(lines, head, signature).flatMap((point) => {
    const text = point.text.slice(0, 20_000);
    let from = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[-–—•])?\s*/u.exec(text)?.[0].length ?? 0;
    return personsIn(text).map((mark) => {
      const inBrackets = /[(/]\s?$/u.test(text.slice(Math.max(0, mark.from - 3), mark.from));
      const role = inBrackets ? bodyBefore(text.slice(from, mark.from)) : positionAround(text, mark, from);
      from = mark.to;
      const surname = inBrackets ? mark.surname : surnameOf(mark, text);
      const printed = text.slice(mark.from, mark.to);
      const name = surname === mark.surname ? printedName(printed) : `${surname} ${mark.initials}`;
      return { name, role, spans: spansOf(slicePassage(point, mark.from, mark.to)), surname, initials: mark.initials };
    });
  });
}

/** Whom a duty is given stands in the dative after a position in the dative, else in the accusative. */
function surnameOf(mark: NameMark, text: string): string {
  const before = text.slice(Math.max(0, mark.from - 160), mark.from);
  const isDative =
    /(?:[а-яё](?:телю|нику|исту|тору|сору|логу|менту|ущему|ущей|рю)|ответственному|поручить)(?:\s[а-яё«»"№\d-]+){0,10}\s$/iu.test(
      before,
    );
  return isDative ? surnameFromDative(mark.surname) : nominativeSurname(mark.surname);
}

/** «Управлению образования (», «во взаимодействии с институтом (»: the body that the bracket names the head of. */
const bodyBefore = (text: string): string => {
  const name = text
    .replace(/^[\s)/,;.]+/u, '')
    .replace(/[\s(/]+$/u, '')
    .replace(/^(?:и\s|а\s+также\s|совместно\s+с\s|во\s+взаимодействии\s+с\s)/u, '')
    .slice(-300)
    .trim();
  return withLegalForm(nominativeBody(name));
};

/** «… Петрову А.А., заместителя начальника», «… на начальника отдела Петрову А.А.» */
function positionAround(text: string, mark: NameMark, from: number): string {
  const after = /^\s?[,–—-]\s?([^,;.]{3,160}(?:,\s[^,;.]{3,120})?)/u.exec(text.slice(mark.to, mark.to + 300))?.[1];
  if (after !== undefined && !/^(?:что|котор|в срок|до\s|обеспеч|организ)/u.test(after))
    return nominativePosition(after.trim());
  const before = text.slice(Math.max(from, mark.from - 200), mark.from).trim();
  const position = /(?:на|назначить|ответственн\p{L}{2,3}|координатор\p{L}{0,3})\s([^,;:.]{3,160})$/u.exec(before)?.[1];
  return nominativePosition(position?.trim() ?? before.slice(-120).trim());
}

/** The person who prepared the order stands below the signature with a telephone. */
function executorOf(lines: readonly ReadingLine[], head: OrderHead, signature: Signature | null): Mention[] {
  if (signature === null) return [];
  for (let index = signature.line + 1; index < Math.min(head.body.to, signature.line + 12); index += 1) {
    const { text, passage } = lines[index] ?? { text: '', passage: { text: '', at: [] } };
    if (text.length > 200 || /ознаком/iu.test(text)) return [];
    const [mark] = personsIn(text);
    if (mark === undefined) continue;
    const rest = `${text.slice(mark.to)} ${lines[index + 1]?.text ?? ''}`.slice(0, 80);
    const phone = /(?:\+?\d[\d\s().-]{3,18}\d)/u.exec(rest)?.[0];
    if (phone === undefined && !/исп/iu.test(text.slice(0, mark.from)) && !/исп/iu.test(lines[index - 1]?.text ?? ''))
      continue;
    const role = phone === undefined ? 'исполнитель документа' : `исполнитель документа (тел. ${phone.trim()})`;
    return [
      {
        name: printedName(text.slice(mark.from, mark.to)),
        role,
        spans: spansOf(slicePassage(passage, mark.from, mark.to)),
        ...keyOf(mark),
      },
    ];
  }
  return [];
}

/** «1. Петрова А.А. – методист», «Петрова Анна Ивановна, заместитель директора»: at least two such lines make a list. */
function listedMembers(lines: readonly ReadingLine[]): Mention[] {
  const found: Mention[] = [];
  for (let index = 0; index < lines.length && found.length < MAX_PEOPLE; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const member = memberAt(lines, index, line);
    if (member !== null) found.push(member);
  }
  return found;
}

const MAX_PEOPLE = 300;

function memberAt(lines: readonly ReadingLine[], index: number, line: ReadingLine): Mention | null {
  const start = line.text.slice(0, 120);
  const lead = /^(?:\d{1,3}[.)]\s{0,3}|[-–—•]\s{0,3})?/u.exec(start)?.[0].length ?? 0;
  const mark = personsIn(start).find(({ from }) => from === lead);
  if (mark === undefined) return null;
  const after = /^\s{0,3}(?:[–—-]|,)\s{0,3}(?=\p{Ll}|\p{Lu}\p{Ll}|\p{Lu}{2,6}\s|И\.о)/u.exec(line.text.slice(mark.to));
  if (after === null) return null;
  const group = [line];
  for (let next = index + 1; next < Math.min(lines.length, index + 5); next += 1) {
    const following = lines[next];
    if (
      following === undefined ||
      /[.;]$/u.test(group.at(-1)?.text ?? '') ||
      personsIn(following.text.slice(0, 60)).length > 0
    )
      break;
    if (following.opens && !/^\p{Ll}/u.test(following.text)) break;
    group.push(following);
  }
  const whole = joinLines(group);
  const role = whole.text.slice(mark.to + after[0].length).replace(/[\s.;,]+$/u, '');
  if (role.length < 4 || role.length > 400) return null;
  return {
    name: printedName(start.slice(mark.from, mark.to)),
    role,
    spans: spansOf(slicePassage(whole, mark.from, mark.to)),
    ...keyOf(mark),
  };
}

/** A table in which half of the rows hold a person's name in a cell of its own is a list of members, the plan excepted. */
function rosterOf(table: Table): Mention[] {
  if (table.rows.length > MAX_PEOPLE || isPlanTable(table)) return [];
  const members = table.rows.flatMap((row) => {
    const cells = row.cells.map((cell) =>
      joinLines(
        cell.lines.map((line) => ({
          text: line.text,
          passage: cleanLine(line),
          opens: false,
          block: 0,
          inTable: true,
          label: null,
        })),
      ),
    );
    for (const [index, cell] of cells.entries()) {
      if (cell.text.length > 90) continue;
      const [mark] = personsIn(cell.text);
      if (
        mark === undefined ||
        cell.text.slice(mark.to).replace(/[\s–—,.:-]/gu, '') !== '' ||
        cell.text.slice(0, mark.from).trim() !== ''
      )
        continue;
      const role = cells.filter((other, at) => at !== index && /\p{L}{4}/u.test(other.text))[0]?.text ?? '';
      if (role === '') continue;
      return [
        {
          name: printedName(cell.text.slice(mark.from, mark.to)),
          role: role.replace(/^[–—-]\s?/u, '').replace(/[\s;.]+$/u, ''),
          spans: spansOf(slicePassage(cell, mark.from, mark.to)),
          ...keyOf(mark),
        },
      ];
    }
    return [];
  });
  return members.length >= 2 && members.length * 2 >= table.rows.length ? members : [];
}

/** Mentions of one person are one; a list of members gives the nominative and the fullest role of others. */
function merged(mentions: readonly Mention[], members: readonly Mention[]): FoundPerson[] {
  const known = new Map<string, Mention>();
  for (const [list, isList] of [
    [mentions, false],
    [members, true],
  ] as const) {
    for (const mention of list) {
      const key = `${stemOf(mention.surname)} ${mention.initials}`;
      const first = known.get(key);
      const isSignatory = known.size > 0 && first === known.values().next().value;
      if (first === undefined) known.set(key, mention);
      else if (first.role === '' || (isList && !isSignatory))
        known.set(key, { ...first, name: isList ? mention.name : first.name, role: mention.role });
    }
  }
  return [...known.values()].map(({ name, role, spans }) => ({ name, role, spans }));
}

/** The surname without the endings that cases change. */
const stemOf = (surname: string): string =>
  surname
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/(?:ой|ую|ая|у|а|ы|е|ю|я)$/u, '');
