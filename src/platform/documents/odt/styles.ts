import { headingByName } from '#platform/documents/office/heading-names.ts';
import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';

/** What a style of any family, with everything it inherits, says about structure. */
export type OdtStyle = {
  readonly heading?: number | undefined;
  readonly hidden?: boolean | undefined;
  /** The paragraph or table begins a new page. */
  readonly breakBefore?: boolean | undefined;
  readonly masterPage?: string | undefined;
  /** Width of a table column in twentieths of a point. */
  readonly width?: number | undefined;
};

export type OdtStyles = {
  readonly of: (family: string, name: string | undefined) => OdtStyle;
  /** List styles by name; the outline of headings has the empty name. */
  readonly lists: ReadonlyMap<string, XmlElement>;
};

const PLAIN: OdtStyle = {};

/** Styles of `office:styles` and `office:automatic-styles` sections; later sections win. */
export function readOdtStyles(sections: readonly (XmlElement | undefined)[]): OdtStyles {
  const elements = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  for (const section of sections) {
    for (const element of childrenOf(section)) {
      const name = element.attributes['name'] ?? '';
      if (element.name === 'list-style') lists.set(name, element);
      if (element.name === 'outline-style') lists.set('', element);
      if (element.name === 'style') elements.set(`${element.attributes['family'] ?? ''} ${name}`, element);
    }
  }
  const resolved = new Map<string, OdtStyle>();
  const styleOf = (family: string, name: string | undefined): OdtStyle => {
    if (name === undefined) return PLAIN;
    const key = `${family} ${name}`;
    const known = resolved.get(key);
    if (known) return known;
    resolved.set(key, PLAIN); // ends circles of styles
    const element = elements.get(key);
    if (!element) return PLAIN;
    const style = inherit(styleOf(family, element.attributes['parent-style-name']), element);
    resolved.set(key, style);
    return style;
  };
  return { of: styleOf, lists };
}

function inherit(parent: OdtStyle, element: XmlElement): OdtStyle {
  const level = Number(element.attributes['default-outline-level'] ?? Number.NaN);
  const named = headingByName(element.attributes['display-name'] ?? element.attributes['name'] ?? '');
  const display = childOf(element, 'text-properties')?.attributes['display'];
  const paragraph = childOf(element, 'paragraph-properties') ?? childOf(element, 'table-properties');
  const breakBefore = paragraph?.attributes['break-before'];
  return {
    heading: level >= 1 && level <= 10 ? level : (named ?? parent.heading),
    hidden: display === undefined ? parent.hidden : display === 'none',
    breakBefore: breakBefore === undefined ? parent.breakBefore : breakBefore === 'page',
    masterPage: element.attributes['master-page-name'] ?? parent.masterPage,
    width: twentieths(childOf(element, 'table-column-properties')?.attributes['column-width']) ?? parent.width,
  };
}

/** A length («2.5cm», «1in») in twentieths of a point. */
function twentieths(length: string | undefined): number | undefined {
  const [, amount, unit] = /^([\d.]{1,12})(cm|mm|in|pt|pc)$/u.exec(length ?? '') ?? [];
  const points = { cm: 28.35, mm: 2.835, in: 72, pt: 1, pc: 12 }[unit ?? ''];
  return points === undefined ? undefined : Number(amount) * points * 20;
}
