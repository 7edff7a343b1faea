import { numeral } from '#platform/documents/office/numerals.ts';
import { printedText } from '#platform/documents/office/symbols.ts';
import { childrenOf, type XmlElement } from '#platform/documents/xml.ts';

/** A place in nested lists: which counters run on, by which style, and how deep (from 0). */
export type ListPlace = { readonly counters: (number | undefined)[]; readonly style: string; readonly level: number };

/** Counts list items in document order and prints their labels. */
export class Lists {
  private readonly styles: ReadonlyMap<string, XmlElement>;
  private readonly levels = new Map<string, (XmlElement | undefined)[]>();
  private readonly byId = new Map<string, (number | undefined)[]>();
  private readonly byStyle = new Map<string, (number | undefined)[]>();

  constructor(styles: ReadonlyMap<string, XmlElement>) {
    this.styles = styles;
  }

  /** The place that a `text:list` element opens, alone or inside another list. */
  open(list: XmlElement, outer: ListPlace | null): ListPlace {
    const { attributes } = list;
    const style = attributes['style-name'] ?? outer?.style ?? '-';
    if (outer) return { counters: outer.counters, style, level: Math.min(9, outer.level + 1) };
    const followed = attributes['continue-list'];
    const counters =
      (followed === undefined ? undefined : this.byId.get(followed)) ??
      (attributes['continue-numbering'] === 'true' ? this.byStyle.get(style) : undefined) ??
      [];
    this.byStyle.set(style, counters);
    const id = attributes['id'];
    if (id !== undefined) this.byId.set(id, counters);
    return { counters, style, level: 0 };
  }

  /** The place of a heading that stands in no list: headings have an outline of their own. */
  outline(level: number): ListPlace {
    const counters = this.byStyle.get('') ?? [];
    this.byStyle.set('', counters);
    return { counters, style: '', level: Math.min(9, level) };
  }

  /** Counts one item; `start` is the number the item itself asks for. */
  next({ counters, style, level }: ListPlace, start: string | undefined): string {
    const definition = this.level(style, level);
    if (style === '' && !definition?.attributes['num-format']) return '';
    const told = Number(start ?? Number.NaN);
    const counted = counters[level];
    counters[level] = Number.isFinite(told) ? told : counted === undefined ? this.start(style, level) : counted + 1;
    counters.length = level + 1;
    if (!definition) return '';
    if (definition.name === 'list-level-style-bullet') return printedText(definition.attributes['bullet-char'] ?? '•');
    if (definition.name === 'list-level-style-image') return '•';
    return this.number(definition, counters, style, level).trim();
  }

  private number(
    definition: XmlElement,
    counters: readonly (number | undefined)[],
    style: string,
    level: number,
  ): string {
    const { attributes } = definition;
    const printed = (of: number): string => {
      const format = this.level(style, of)?.attributes['num-format'] ?? '1';
      return numeral(counters[of] ?? this.start(style, of), formatName(format));
    };
    const pattern = attributes['num-list-format'];
    if (pattern !== undefined) return pattern.replace(/%(\d{1,2})%/gu, (_, of: string) => printed(Number(of) - 1));
    if (!attributes['num-format']) return '';
    const shown = Math.min(level + 1, Math.max(1, Number(attributes['display-levels'] ?? 1) || 1));
    const numbers = Array.from({ length: shown }, (_, index) => printed(level + 1 - shown + index));
    return `${attributes['num-prefix'] ?? ''}${numbers.filter((text) => text !== '').join('.')}${attributes['num-suffix'] ?? ''}`;
  }

  private start(style: string, level: number): number {
    return Number(this.level(style, level)?.attributes['start-value'] ?? 1) || 1;
  }

  private level(style: string, level: number): XmlElement | undefined {
    let levels = this.levels.get(style);
    if (!levels) {
      levels = [];
      for (const element of childrenOf(this.styles.get(style))) {
        const told = Number(element.attributes['level']);
        if (told >= 1 && told <= 10) levels[told - 1] = element;
      }
      this.levels.set(style, levels);
    }
    return levels[level];
  }
}

/** `style:num-format` in the names of Office Open XML; Cyrillic ones are written as examples («а, б, .., аа»). */
function formatName(format: string): string {
  switch (format.charAt(0)) {
    case '':
      return 'none';
    case 'i':
      return 'lowerRoman';
    case 'I':
      return 'upperRoman';
    case 'a':
      return 'lowerLetter';
    case 'A':
      return 'upperLetter';
    case 'а':
      return 'russianLower';
    case 'А':
      return 'russianUpper';
    case '0':
      return 'decimalZero';
    default:
      return 'decimal';
  }
}
