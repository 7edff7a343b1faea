import { type Passage, slicePassage, trimPassage } from '#domain/language/passage.ts';
import type { Repair } from '#domain/orders/source-document.ts';

/** A cell as it stands between two delimiters, cleaned: its lines, and what was taken out of it. */
export type CleanCell = { readonly lines: readonly Passage[]; readonly repairs: readonly Repair[] };

/** Remnants of HTML that another program left in a cell. Tags that end a line of text, and those that do not. */
const TAG =
  /<\/?(p|li|ul|ol|br|div|tr|td|th|table|tbody|thead|h[1-6]|span|b|i|u|s|strong|em|sub|sup|a|font|o:p|small|big|nobr)(?=[\s/>])[^<>]{0,400}>/giu;
const LINE_TAG = /^(?:p|li|ul|ol|br|div|tr|td|th|table|tbody|thead|h[1-6])$/iu;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  ndash: '–',
  mdash: '—',
  minus: '−',
  shy: '\u00ad',
  hellip: '…',
  bull: '•',
  middot: '·',
  sect: '§',
  deg: '°',
  times: '×',
  ge: '≥',
  le: '≤',
};
const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/giu;

/** The lines of a cell: cut at line ends, vertical tabs and remnants of HTML tags, entities read, bold marks left out. */
export function cleanCell(cell: Passage): CleanCell {
  const lines: Passage[] = [];
  const tags: { text: string; from: number; to: number }[] = [];
  let piece: { text: string; at: number[] } = { text: '', at: [] };
  const take = (part: Passage): void => {
    piece.text += part.text;
    for (const offset of part.at) piece.at.push(offset);
  };
  const close = (): void => {
    const line = trimPassage(piece);
    if (line.text !== '') lines.push(line);
    piece = { text: '', at: [] };
  };
  let from = 0;
  for (const match of cell.text.matchAll(BREAK)) {
    take(readable(slicePassage(cell, from, match.index)));
    from = match.index + match[0].length;
    const tag = match[1];
    if (tag === undefined || LINE_TAG.test(tag)) close();
    if (tag !== undefined)
      tags.push({ text: match[0], from: cell.at[match.index] ?? 0, to: (cell.at[from - 1] ?? 0) + 1 });
  }
  take(readable(slicePassage(cell, from)));
  close();
  return { lines, repairs: tags.length === 0 ? [] : [markupRemoved(tags)] };
}

const BREAK = new RegExp(`[\\n\\v]|${TAG.source}`, 'giu');

function markupRemoved(tags: readonly { text: string; from: number; to: number }[]): Repair {
  const from = Math.min(...tags.map((tag) => tag.from));
  const to = Math.max(...tags.map((tag) => tag.to));
  return { code: 'markup-removed', at: { from, to }, words: tags.map((tag) => tag.text).join(' ') };
}

/** The backslash before a sign that Markdown would read as markup: «1\\.». */
const ESCAPE = /\\(?=[.)(*_#|"'~<>[\]-])/u;

/** Entities as the characters they stand for, `**` and backslashes of Markdown left out. */
function readable(part: Passage): Passage {
  if (!part.text.includes('&') && !part.text.includes('**') && !part.text.includes('\\')) return part;
  let text = '';
  const at: number[] = [];
  let from = 0;
  const keepTo = (end: number): void => {
    text += part.text.slice(from, end);
    for (let index = from; index < end; index += 1) at.push(part.at[index] ?? 0);
  };
  for (const match of part.text.matchAll(new RegExp(`${ENTITY.source}|\\*\\*|${ESCAPE.source}`, 'giu'))) {
    const letter = match[0] === '**' || match[0] === '\\' ? '' : entityLetter(match);
    if (letter === undefined) continue;
    keepTo(match.index);
    text += letter;
    for (let index = 0; index < letter.length; index += 1) at.push(part.at[match.index] ?? 0);
    from = match.index + match[0].length;
  }
  keepTo(part.text.length);
  return { text, at };
}

function entityLetter(match: RegExpMatchArray): string | undefined {
  const [, decimal, hexadecimal, name] = match;
  if (name !== undefined) return ENTITIES[name.toLowerCase()];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal);
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
