import { LINE_BREAK, PAGE_BREAK, PAGE_START } from '#platform/documents/office/draft.ts';
import { printedText, symbolLetter } from '#platform/documents/office/symbols.ts';
import { childOf, childrenOf, ownTextOf, type XmlElement } from '#platform/documents/xml.ts';
import type { Numbering } from '#platform/documents/docx/numbering.ts';
import { isOn, numberingLink, outlineOf, type Styles } from '#platform/documents/docx/styles.ts';

/** What a story (body, header, note) is read with. */
export type Story = {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Ids of footnotes (`f1`) and endnotes (`e1`) in the order of their marks. */
  readonly notes: string[];
  /** Words that were left out, by the reason. */
  readonly left: LeftOut;
  /** Open fields, the innermost last; true while their instruction is being read. */
  readonly fields: boolean[];
};

/** Words that are in the file and not in the blocks; `nested` counts tables that were flattened into a cell. */
export type LeftOut = Readonly<Record<'hidden' | 'deleted' | 'covered' | 'nested' | 'embedded', string[]>>;

export type ReadParagraph = {
  readonly text: string;
  readonly label: string;
  readonly heading: number | undefined;
  /** Contents of text boxes anchored in the paragraph. */
  readonly boxes: readonly XmlElement[];
  /** The paragraph mark was deleted under change tracking: the next paragraph goes on in this one. */
  readonly open: boolean;
};

export function readParagraph(paragraph: XmlElement, story: Story): ReadParagraph {
  const properties = childOf(paragraph, 'pPr');
  const styleId = childOf(properties, 'pStyle')?.attributes['val'];
  const style = story.styles.paragraph(styleId);
  const runs = new Runs(story, style.hidden === true);
  const before = childOf(properties, 'pageBreakBefore');
  if (before && isOn(before)) runs.text += PAGE_BREAK;
  runs.walk(paragraph.children);
  // An instruction never goes on in the next paragraph; one left open would swallow the rest of the document.
  while (story.fields.at(-1) === true) story.fields.pop();
  const link = numberingLink(properties) ?? style.numbering;
  const outline = outlineOf(properties);
  const mark = childOf(properties, 'rPr');
  return {
    text: runs.text,
    label: link && link.list !== '0' ? printedText(story.numbering.next(link, styleId)) : '',
    heading: outline === undefined ? style.heading : (outline ?? undefined),
    boxes: runs.boxes,
    open: childOf(mark, 'del') !== undefined || childOf(mark, 'moveFrom') !== undefined,
  };
}

/** Gathers the printed text of runs. */
class Runs {
  text = '';
  readonly boxes: XmlElement[] = [];
  private readonly story: Story;
  private readonly hiddenByStyle: boolean;
  private deletedDepth = 0;

  constructor(story: Story, hiddenByStyle: boolean) {
    this.story = story;
    this.hiddenByStyle = hiddenByStyle;
  }

  walk(children: readonly (XmlElement | string)[]): void {
    for (const child of children) if (typeof child !== 'string') this.element(child);
  }

  private element(element: XmlElement): void {
    switch (element.name) {
      case 'pPr':
      case 'rPr':
      case 'sdtPr':
      case 'sdtEndPr':
      case 'smartTagPr':
      case 'customXmlPr':
      case 'rt':
        return;
      case 'r':
        this.run(element);
        return;
      case 'del':
      case 'moveFrom':
        this.deletedDepth += 1;
        this.walk(element.children);
        this.deletedDepth -= 1;
        return;
      case 'sdt':
        this.control(element);
        return;
      case 'AlternateContent':
        this.alternate(element);
        return;
      case 'txbxContent':
        this.boxes.push(element);
        return;
      case 't': // mathematics keeps its text in m:t, without w:r around it
        this.add(printedText(ownTextOf(element)));
        return;
      default:
        this.walk(element.children);
    }
  }

  /** A content control that still shows its prompt («Место для ввода текста.») holds nothing. */
  private control(element: XmlElement): void {
    const prompt = childOf(childOf(element, 'sdtPr'), 'showingPlcHdr');
    if (prompt && isOn(prompt)) return;
    this.walk(childrenOf(element, 'sdtContent').flatMap((content) => content.children));
  }

  /** One drawing in two forms: the newer, unless only the older one holds something. */
  private alternate(element: XmlElement): void {
    for (const form of childrenOf(element)) {
      if (form.name !== 'Choice' && form.name !== 'Fallback') continue;
      const [text, boxes] = [this.text.length, this.boxes.length];
      this.walk(form.children);
      if (this.text.length > text || this.boxes.length > boxes) return;
    }
  }

  private run(element: XmlElement): void {
    const properties = childOf(element, 'rPr');
    const vanish = childOf(properties, 'vanish');
    const style = childOf(properties, 'rStyle')?.attributes['val'];
    const hidden = vanish
      ? isOn(vanish)
      : this.hiddenByStyle || (style !== undefined && this.story.styles.character(style).hidden === true);
    const before = this.text;
    for (const child of element.children) if (typeof child !== 'string') this.piece(child);
    if (!hidden) return;
    const words = this.text.slice(before.length);
    this.text = before;
    if (words.trim() !== '') this.story.left.hidden.push(words);
  }

  private piece(piece: XmlElement): void {
    const { attributes } = piece;
    switch (piece.name) {
      case 't':
        this.add(printedText(ownTextOf(piece)));
        return;
      case 'delText':
        this.deletedDepth += 1;
        this.add(printedText(ownTextOf(piece)));
        this.deletedDepth -= 1;
        return;
      case 'tab':
      case 'ptab':
        this.add('\t');
        return;
      case 'br':
        this.add(attributes['type'] === 'page' || attributes['type'] === 'column' ? PAGE_BREAK : LINE_BREAK);
        return;
      case 'cr':
        this.add(LINE_BREAK);
        return;
      case 'lastRenderedPageBreak':
        this.add(PAGE_START);
        return;
      case 'noBreakHyphen':
        this.add('-');
        return;
      case 'sym':
        this.add(symbolLetter(Number.parseInt(attributes['char'] ?? '', 16) || 0xf0b7, attributes['font'] ?? ''));
        return;
      case 'footnoteReference':
        this.note(`f${attributes['id'] ?? ''}`);
        return;
      case 'endnoteReference':
        this.note(`e${attributes['id'] ?? ''}`);
        return;
      case 'fldChar':
        this.field(attributes['fldCharType']);
        return;
      case 'instrText':
      case 'delInstrText':
      case 'softHyphen':
      case 'rPr':
        return;
      default:
        this.element(piece);
    }
  }

  private field(step: string | undefined): void {
    const { fields } = this.story;
    if (step === 'begin' && fields.length < 100) fields.push(true);
    if (step === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
    if (step === 'end') fields.pop();
  }

  private note(id: string): void {
    if (this.deletedDepth === 0) this.story.notes.push(id);
  }

  private add(text: string): void {
    if (this.story.fields.includes(true)) return;
    if (this.deletedDepth === 0) this.text += text;
    else if (text.trim() !== '') this.story.left.deleted.push(text);
  }
}
