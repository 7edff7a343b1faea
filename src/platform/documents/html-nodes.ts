import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** Elements whose contents nobody reads on the page. */
const UNREAD = new Set(
  `head script style noscript template svg math object iframe nav button select textarea input datalist audio video canvas
   map title colgroup`.split(/\s+/u),
);

export function isHidden(element: HtmlElement): boolean {
  if (UNREAD.has(element.tagName) || attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu.test(style);
}

const BLOCK = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1
   h2 h3 h4 h5 h6 header hgroup hr html li legend main menu ol p pre section summary table tbody td tfoot th thead tr ul
   caption`.split(/\s+/u),
);

export const isBlockElement = (element: HtmlElement): boolean => BLOCK.has(element.tagName);

/**
 * The mark of a footnote in running text, as Word («_ftnref1») and LibreOffice («sdfootnoteanc») write it; not the same
 * number in front of the note itself.
 */
export function isNoteMark(element: HtmlElement): boolean {
  if (element.tagName !== 'a') return false;
  const target = attribute(element, 'href') ?? '';
  return (
    /^#(?:_(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym)$/u.test(target) && /^[[\d*\]ivx]{1,7}$/u.test(textBelow(element))
  );
}

/** The word processor's own span around the number or bullet of a list paragraph. */
export function isListLabel(element: HtmlElement): boolean {
  return /mso-list\s*:\s*ignore/iu.test(attribute(element, 'style') ?? '');
}

/** All text below `node`, without hidden elements; does not recurse, so any depth is safe. */
export function textBelow(node: HtmlNode): string {
  let text = '';
  const stack: HtmlNode[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isText(next)) text += next.value;
    else if (isElement(next) && !isHidden(next)) {
      if (isBlockElement(next) || next.tagName === 'br') text += ' ';
      for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
        const child = next.childNodes[index];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return text.replace(/\s+/gu, ' ').trim();
}

type Part = 'table' | 'group' | 'row' | 'cell';

/** What a `<div>` stands for in a table made of them, by ARIA role, by its own style or by the usual names of classes. */
const STANDS_FOR: Readonly<Record<Part, readonly [role: RegExp, style: RegExp, className: RegExp]>> = {
  table: [
    /^(?:table|grid|treegrid)$/u,
    /display\s*:\s*(?:inline-)?table\s*(?:;|!|$)/iu,
    /(?:^|[\s_-])(?:table|tbl|grid)(?:\s|$)/iu,
  ],
  group: [/^rowgroup$/u, /display\s*:\s*table-(?:row|header|footer)-group/iu, /(?:^|[\s_-])t(?:head|body)(?:\s|$)/iu],
  row: [/^row$/u, /display\s*:\s*table-row\s*(?:;|!|$)/iu, /(?:^|[\s_-])(?:row|tr)(?:\s|$)/iu],
  cell: [
    /^(?:cell|gridcell|columnheader|rowheader)$/u,
    /display\s*:\s*table-cell/iu,
    /(?:^|[\s_-])(?:cell|td|th|col|column)(?:-[\w-]+)?(?:\s|$)/iu,
  ],
};

function standsFor(element: HtmlElement, part: Part): boolean {
  if (element.tagName !== 'div' && element.tagName !== 'span') return false;
  const [role, style, className] = STANDS_FOR[part];
  return (
    role.test(attribute(element, 'role') ?? '') ||
    style.test(attribute(element, 'style') ?? '') ||
    className.test((attribute(element, 'class') ?? '').slice(0, LONGEST_CLASS))
  );
}

const LONGEST_CLASS = 300;

/** A table, or what is made to look like one; boxes that only borrow its way to centre their contents are none. */
export function isTable(element: HtmlElement): boolean {
  if (element.tagName === 'table') return true;
  return standsFor(element, 'table') && rowsOf(element).filter(({ row }) => cellsOf(row).length >= 2).length >= 2;
}

/** The rows of a table (not those of tables inside it) in the order of the page: head, bodies, foot. */
export function rowsOf(table: HtmlElement): { row: HtmlElement; header: boolean }[] {
  const rows: { row: HtmlElement; header: boolean }[] = [];
  for (const part of table.childNodes) {
    if (!isElement(part) || isHidden(part)) continue;
    if (isRow(part)) rows.push({ row: part, header: false });
    if (!/^t(?:head|body|foot)$/u.test(part.tagName) && !standsFor(part, 'group')) continue;
    for (const row of part.childNodes) {
      if (isElement(row) && isRow(row) && !isHidden(row)) rows.push({ row, header: part.tagName === 'thead' });
    }
  }
  return rows;
}

const isRow = (element: HtmlElement): boolean => element.tagName === 'tr' || standsFor(element, 'row');

export function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(
    (cell): cell is HtmlElement =>
      isElement(cell) && (/^t[dh]$/u.test(cell.tagName) || standsFor(cell, 'cell')) && !isHidden(cell),
  );
}
