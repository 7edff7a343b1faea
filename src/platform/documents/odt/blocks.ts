import { PAGE_BREAK, PAGE_START, type DraftBlock } from '#platform/documents/office/draft.ts';
import { childrenOf, type XmlElement } from '#platform/documents/xml.ts';
import type { ListPlace } from '#platform/documents/odt/lists.ts';
import { readOdtParagraph, type OdtStory } from '#platform/documents/odt/paragraph.ts';
import { readOdtTable } from '#platform/documents/odt/table.ts';

/** Paragraphs and tables of a body, cell, text box, header or note. */
export function readOdtBlocks(children: readonly (XmlElement | string)[], story: OdtStory): DraftBlock[] {
  const reading = new Blocks(story);
  reading.walk(children, null);
  return reading.blocks;
}

class Blocks {
  readonly blocks: DraftBlock[] = [];
  private readonly story: OdtStory;
  /** A page began between blocks: the next one carries the mark. */
  private begun = '';

  constructor(story: OdtStory) {
    this.story = story;
  }

  walk(children: readonly (XmlElement | string)[], place: ListPlace | null): void {
    for (const child of children) if (typeof child !== 'string') this.element(child, place);
  }

  private element(element: XmlElement, place: ListPlace | null): void {
    const { attributes } = element;
    switch (element.name) {
      case 'p':
      case 'h':
        this.paragraph(element, '');
        return;
      case 'list':
        this.list(element, place);
        return;
      case 'numbered-paragraph':
        this.item(element, this.story.lists.open(element, null));
        return;
      case 'table':
        this.blocks.push(...readOdtTable(element, this.story, readOdtBlocks));
        return;
      case 'soft-page-break':
        this.begun = PAGE_START;
        return;
      case 'section':
        if (attributes['display'] !== 'none') this.walk(element.children, place);
        return;
      default:
        if (!NO_TEXT.has(element.name) && !element.name.endsWith('-source')) this.walk(element.children, place);
    }
  }

  private list(list: XmlElement, outer: ListPlace | null): void {
    const place = this.story.lists.open(list, outer);
    for (const item of childrenOf(list)) {
      if (item.name === 'list-item') this.item(item, place);
      else this.walk(item.children, place);
    }
  }

  /** Only the first paragraph of an item is labelled. */
  private item(item: XmlElement, place: ListPlace): void {
    let first = true;
    for (const child of childrenOf(item)) {
      if (child.name === 'p' || child.name === 'h') {
        this.paragraph(child, first ? this.story.lists.next(place, item.attributes['start-value']) : '', true);
        first = false;
      } else this.element(child, place);
    }
  }

  private paragraph(element: XmlElement, label: string, listed = false): void {
    const { attributes } = element;
    const style = this.story.styles.of('paragraph', attributes['style-name']);
    const { text, boxes } = readOdtParagraph(element, this.story);
    for (const box of boxes) this.walk(box.children, null);
    const level = element.name === 'h' ? Number(attributes['outline-level'] ?? 1) || 1 : style.heading;
    const numbered = element.name === 'h' && !listed && attributes['is-list-header'] !== 'true';
    const outline = numbered ? this.story.lists.outline((level ?? 1) - 1) : null;
    const breaks = `${this.begun}${style.breakBefore === true ? PAGE_BREAK : ''}`;
    this.begun = '';
    this.blocks.push({
      kind: 'paragraph',
      text: breaks + text,
      label: label || (outline ? this.story.lists.next(outline, attributes['start-value']) : ''),
      heading: level,
    });
  }
}

const NO_TEXT = new Set([
  'tracked-changes',
  'sequence-decls',
  'variable-decls',
  'user-field-decls',
  'dde-connection-decls',
  'forms',
  'annotation',
  'alphabetical-index-auto-mark-file',
  'title',
  'desc',
  'scripts',
]);
