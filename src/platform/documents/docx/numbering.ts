import { numeral } from '#platform/documents/office/numerals.ts';
import { symbolLetter } from '#platform/documents/office/symbols.ts';
import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';
import type { NumberingLink, Styles } from '#platform/documents/docx/styles.ts';

/** Counts list items in document order and prints their labels. */
export type Numbering = {
  /** The label of the next paragraph of this list and level; empty when nothing is printed. */
  next(link: NumberingLink, style: string | undefined): string;
};

type Level = {
  readonly start: number;
  readonly format: string;
  readonly pattern: string;
  readonly text: string;
  /** Levels up to this one (from 1) restart the count; undefined means every higher level. */
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly style: string | undefined;
};

type List = {
  /** Lists of one abstract definition share its counters. */
  readonly counters: (number | undefined)[];
  readonly levels: readonly (Level | undefined)[];
  /** Starts that this list sets anew, each once. */
  readonly starts: Map<number, number>;
};

const LEVELS = 9;

export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const abstracts = new Map<string, XmlElement>();
  for (const element of childrenOf(root, 'abstractNum')) {
    abstracts.set(element.attributes['abstractNumId'] ?? '', element);
  }
  const numbers = new Map<string, XmlElement>();
  for (const element of childrenOf(root, 'num')) numbers.set(element.attributes['numId'] ?? '', element);
  const counters = new Map<XmlElement, (number | undefined)[]>();
  const lists = new Map<string, List | null>();

  const abstractOf = (id: string, depth = 0): XmlElement | undefined => {
    const number = numbers.get(id);
    const abstract = abstracts.get(childOf(number, 'abstractNumId')?.attributes['val'] ?? '');
    const linked = childOf(abstract, 'numStyleLink')?.attributes['val'];
    if (linked === undefined || depth > 5) return abstract;
    const target = styles.numberingOf(linked);
    return target && target.list !== id ? (abstractOf(target.list, depth + 1) ?? abstract) : abstract;
  };
  const listOf = (id: string): List | null => {
    const known = lists.get(id);
    if (known !== undefined) return known;
    const abstract = abstractOf(id);
    const number = numbers.get(id);
    let list: List | null = null;
    if (abstract && number) {
      const shared = counters.get(abstract) ?? [];
      counters.set(abstract, shared);
      list = listWith(abstract, number, shared);
    }
    lists.set(id, list);
    return list;
  };

  return {
    next(link, style) {
      const list = listOf(link.list);
      if (!list) return '';
      const named = style === undefined ? -1 : list.levels.findIndex((level) => level?.style === style);
      const level = Math.min(LEVELS - 1, Math.max(0, Math.floor(link.level ?? Math.max(0, named)) || 0));
      return step(list, level);
    },
  };
}

function listWith(abstract: XmlElement, number: XmlElement, counters: (number | undefined)[]): List {
  const levels: (Level | undefined)[] = [];
  for (const element of childrenOf(abstract, 'lvl')) levels[levelIndex(element)] = levelOf(element);
  const starts = new Map<number, number>();
  for (const override of childrenOf(number, 'lvlOverride')) {
    const index = levelIndex(override);
    const own = childOf(override, 'lvl');
    if (own) levels[index] = levelOf(own);
    const start = childOf(override, 'startOverride')?.attributes['val'];
    if (start !== undefined) starts.set(index, Number(start) || 0);
  }
  return { counters, levels, starts };
}

function levelIndex(element: XmlElement): number {
  const told = Number(element.attributes['ilvl']);
  return Number.isInteger(told) && told >= 0 && told < LEVELS ? told : 0;
}

function levelOf(element: XmlElement): Level {
  // Formats newer than Word 2007 stand in mc:AlternateContent: the choice is the real one.
  const alternate = childOf(childOf(element, 'AlternateContent'), 'Choice');
  const format = childOf(alternate, 'numFmt') ?? childOf(element, 'numFmt');
  const restart = childOf(element, 'lvlRestart')?.attributes['val'];
  const legal = childOf(element, 'isLgl');
  const fonts = childOf(childOf(element, 'rPr'), 'rFonts')?.attributes;
  const text = childOf(element, 'lvlText')?.attributes['val'] ?? '';
  return {
    start: Number(childOf(element, 'start')?.attributes['val'] ?? 0) || 0,
    format: format?.attributes['val'] ?? 'decimal',
    pattern: format?.attributes['format'] ?? '',
    text: format?.attributes['val'] === 'bullet' ? bullet(text, fonts?.['ascii'] ?? fonts?.['hAnsi'] ?? '') : text,
    restart: restart === undefined ? undefined : Number(restart),
    legal: legal !== undefined && legal.attributes['val'] !== '0' && legal.attributes['val'] !== 'false',
    style: childOf(element, 'pStyle')?.attributes['val'],
  };
}

/** The bullet as it looks: a letter «o» of a typewriter font stands for a ring, and pictorial fonts have their own. */
function bullet(text: string, font: string): string {
  if (text === 'o' && /courier/iu.test(font)) return '◦';
  const pictorial = /wingdings|webdings|symbol/iu.test(font);
  let printed = '';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    printed +=
      code >= 0xf000 && code <= 0xf0ff ? symbolLetter(code, font) : pictorial ? symbolLetter(code, font) : letter;
  }
  return printed.trim();
}

function step(list: List, level: number): string {
  const definition = list.levels[level];
  const start = list.starts.get(level);
  const counted = list.counters[level];
  if (start !== undefined) {
    list.starts.delete(level);
    list.counters[level] = start;
  } else {
    list.counters[level] = counted === undefined ? (definition?.start ?? 1) : counted + 1;
  }
  for (let deeper = level + 1; deeper < LEVELS; deeper += 1) {
    const restart = list.levels[deeper]?.restart;
    if (restart === undefined || (restart > 0 && level < restart)) list.counters[deeper] = undefined;
  }
  if (!definition) return '';
  if (definition.format === 'bullet') return definition.text;
  return definition.text
    .replace(/%([1-9])/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levels[index];
      const value = list.counters[index] ?? shown?.start ?? 1;
      list.counters[index] ??= value;
      const format = definition.legal && shown?.format !== 'decimalZero' ? 'decimal' : (shown?.format ?? 'decimal');
      return format === 'bullet' ? '' : numeral(value, format, shown?.pattern);
    })
    .trim();
}
