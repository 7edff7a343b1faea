import { LINE_BREAK, PAGE_START } from '#platform/documents/office/draft.ts';
import { printedText } from '#platform/documents/office/symbols.ts';
import { childOf, type XmlElement } from '#platform/documents/xml.ts';
import type { Lists } from '#platform/documents/odt/lists.ts';
import type { OdtStyles } from '#platform/documents/odt/styles.ts';

export type OdtStory = {
  readonly styles: OdtStyles;
  readonly lists: Lists;
  /** Foot- and endnotes in the order of their marks. */
  readonly notes: XmlElement[];
  readonly left: Readonly<Record<'hidden' | 'covered' | 'nested', string[]>>;
};

/** The printed text of a paragraph or heading, and the text boxes anchored in it. */
export function readOdtParagraph(paragraph: XmlElement, story: OdtStory): { text: string; boxes: XmlElement[] } {
  const spans = new Spans(story);
  spans.walk(paragraph);
  const hidden = story.styles.of('paragraph', paragraph.attributes['style-name']).hidden === true;
  if (hidden && spans.text.trim() !== '') story.left.hidden.push(spans.text);
  return { text: hidden ? '' : spans.text, boxes: spans.boxes };
}

class Spans {
  text = '';
  readonly boxes: XmlElement[] = [];
  private readonly story: OdtStory;

  constructor(story: OdtStory) {
    this.story = story;
  }

  walk(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.addText(child);
      else this.piece(child);
    }
  }

  /** White space in the file is but one space, and none at the beginning of a line; wider gaps are `text:s`. */
  private addText(text: string): void {
    const printed = printedText(text).replace(/[\t\n\r ]+/gu, ' ');
    const begins = this.text === '' || this.text.endsWith(' ') || this.text.endsWith(LINE_BREAK);
    this.text += begins && printed.startsWith(' ') ? printed.slice(1) : printed;
  }

  private piece(piece: XmlElement): void {
    const { attributes } = piece;
    switch (piece.name) {
      case 's':
        this.text += ' '.repeat(Math.min(200, Math.max(1, Number(attributes['c'] ?? 1) || 1)));
        return;
      case 'tab':
        this.text += '\t';
        return;
      case 'line-break':
        this.text += LINE_BREAK;
        return;
      case 'soft-page-break':
        this.text += PAGE_START;
        return;
      case 'note':
        if (childOf(piece, 'note-body')) this.story.notes.push(piece);
        return;
      case 'span':
        this.span(piece);
        return;
      case 'text-box':
      case 'custom-shape':
      case 'shape':
      case 'rect':
        this.boxes.push(piece);
        return;
      case 'annotation':
      case 'ruby-text':
      case 'hidden-text':
      case 'hidden-paragraph':
      case 'title':
      case 'desc':
      case 'binary-data':
      case 'event-listeners':
        return;
      default:
        this.walk(piece);
    }
  }

  private span(span: XmlElement): void {
    const before = this.text;
    this.walk(span);
    if (this.story.styles.of('text', span.attributes['style-name']).hidden !== true) return;
    const words = this.text.slice(before.length);
    this.text = before;
    if (words.trim() !== '') this.story.left.hidden.push(words);
  }
}
