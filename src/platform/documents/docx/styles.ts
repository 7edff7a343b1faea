import { headingByName } from '#platform/documents/office/heading-names.ts';
import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';

/** What a paragraph or character style, with everything it inherits, says about structure. */
export type Style = {
  /** 1…9 for headings. */
  readonly heading?: number | undefined;
  readonly numbering?: NumberingLink | undefined;
  readonly hidden?: boolean | undefined;
};

/** A place in the numbering: `level` is missing where the list itself names the style of each level. */
export type NumberingLink = { readonly list: string; readonly level?: number | undefined };

export type Styles = {
  /** The style of this id; without one, the default paragraph style. */
  readonly paragraph: (id: string | undefined) => Style;
  readonly character: (id: string | undefined) => Style;
  /** The list that a numbering style (`w:numStyleLink`) leads to. */
  readonly numberingOf: (id: string) => NumberingLink | undefined;
};

const PLAIN: Style = {};

export function readStyles(root: XmlElement | undefined): Styles {
  const elements = new Map<string, XmlElement>();
  let ordinary: string | undefined;
  for (const element of childrenOf(root, 'style')) {
    const id = element.attributes['styleId'];
    if (id === undefined) continue;
    elements.set(id, element);
    const isDefault = element.attributes['default'] === '1' || element.attributes['default'] === 'true';
    if (isDefault && element.attributes['type'] === 'paragraph') ordinary = id;
  }
  const resolved = new Map<string, Style>();
  const styleOf = (id: string | undefined): Style => {
    if (id === undefined) return PLAIN;
    const known = resolved.get(id);
    if (known) return known;
    // The first visit leaves a plain style, so styles based on each other in a circle come to an end.
    resolved.set(id, PLAIN);
    const element = elements.get(id);
    if (!element) return PLAIN;
    const parent = styleOf(childOf(element, 'basedOn')?.attributes['val']);
    const style = inherit(parent, element);
    resolved.set(id, style);
    return style;
  };
  return {
    paragraph: (id) => styleOf(id ?? ordinary),
    character: styleOf,
    numberingOf: (id) => styleOf(id).numbering,
  };
}

function inherit(parent: Style, element: XmlElement): Style {
  const properties = childOf(element, 'pPr');
  const own = headingOf(properties, childOf(element, 'name')?.attributes['val'] ?? '');
  const vanish = childOf(childOf(element, 'rPr'), 'vanish');
  return {
    heading: own === undefined ? parent.heading : (own ?? undefined),
    numbering: numberingLink(properties) ?? parent.numbering,
    hidden: vanish ? isOn(vanish) : parent.hidden,
  };
}

/** The outline level in paragraph properties, else the built-in name: null for body text, undefined when nothing is said. */
function headingOf(properties: XmlElement | undefined, name: string): number | null | undefined {
  const level = outlineOf(properties);
  if (level !== undefined) return level;
  return headingByName(name);
}

/** Heading level by `w:outlineLvl` (0…8; 9 is body text, told as null). */
export function outlineOf(properties: XmlElement | undefined): number | null | undefined {
  const told = childOf(properties, 'outlineLvl')?.attributes['val'];
  if (told === undefined) return undefined;
  const level = Number(told);
  return level >= 0 && level <= 8 ? Math.floor(level) + 1 : null;
}

/** `w:numPr` of paragraph properties; list «0» takes numbering away. */
export function numberingLink(properties: XmlElement | undefined): NumberingLink | undefined {
  const numbering = childOf(properties, 'numPr');
  if (!numbering) return undefined;
  const list = childOf(numbering, 'numId')?.attributes['val'];
  const level = childOf(numbering, 'ilvl')?.attributes['val'];
  if (list === undefined) return undefined;
  return { list, level: level === undefined ? undefined : Number(level) };
}

/** A toggle like `w:vanish` is on unless its value says otherwise. */
export function isOn(toggle: XmlElement): boolean {
  const value = toggle.attributes['val'];
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
