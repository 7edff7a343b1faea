import type { Repair, SourceDocument } from '#domain/orders/source-document.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { openArchive, type Archive } from '#platform/documents/archive.ts';
import { readBlocks } from '#platform/documents/docx/blocks.ts';
import { readNumbering } from '#platform/documents/docx/numbering.ts';
import type { LeftOut, Story } from '#platform/documents/docx/paragraph.ts';
import { isOn, readStyles } from '#platform/documents/docx/styles.ts';
import { documentOf, MAX_TABLE_ROWS, type DraftBlock } from '#platform/documents/office/draft.ts';
import { draftText, holdsNewRequisites } from '#platform/documents/office/requisites.ts';
import { partTree, relationsOf, type Relation } from '#platform/documents/office/parts.ts';
import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';

/**
 * Reads a Word document (.docx, .docm, .dotx; transitional and strict) as it would be printed: automatic numbers written
 * out, deleted and hidden words left out and told. Fails with `UnreadableFile` only.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const archive = openArchive(bytes);
  const name = relationsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const root = partTree(archive, name, { ignored: LOOKS, rows: { name: 'tr', limit: MAX_TABLE_ROWS } });
  const body = childOf(root?.name === 'document' ? root : undefined, 'body');
  if (!body) throw new UnreadableFile('damaged', { part: name });

  const relations = relationsOf(archive, name);
  const part = (type: string): XmlElement | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : partTree(archive, target, { ignored: LOOKS });
  };
  const styles = readStyles(part('styles'));
  const story: Story = {
    styles,
    numbering: readNumbering(part('numbering'), styles),
    notes: [],
    left: { hidden: [], deleted: [], covered: [], nested: [], embedded: [] },
    fields: [],
  };
  const blocks = readBlocks(body.children, story);
  story.fields.length = 0;
  if (draftText(blocks).trim() === '' && holdsPicture(body)) throw new UnreadableFile('scanned-without-text');
  const requisites = firstHeader(archive, body, relations, story, blocks);
  const notes = story.notes.length > 0 ? notesAtEnd(part('footnotes'), part('endnotes'), story) : [];
  return documentOf([...requisites, ...blocks, ...notes], repairsOf(story.left));
}

/** Properties of looks, and marks without text: they make up most of the elements of a document. */
const LOOKS: ReadonlySet<string> = new Set(
  (
    'lang color sz szCs b bCs i iCs u spacing ind jc kern w position highlight shd tcBorders tblBorders pBdr bdr tcMar ' +
    'tblCellMar tblLook tblW tblLayout tblInd vAlign noWrap cantSplit trHeight tabs contextualSpacing snapToGrid ' +
    'widowControl autoSpaceDE autoSpaceDN adjustRightInd keepNext keepLines suppressAutoHyphens overflowPunct effect em ' +
    'proofErr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference rPrChange pPrChange ' +
    'tblPrChange trPrChange tcPrChange sectPrChange numberingChange latentStyles tblStylePr pgSz pgMar cols docGrid ' +
    'noProof textAlignment eastAsianLayout vertAlign'
  ).split(' '),
);

function holdsPicture(element: XmlElement): boolean {
  return (
    childrenOf(element).some(({ name }) => name === 'blip' || name === 'imagedata') ||
    childrenOf(element).some(holdsPicture)
  );
}

/**
 * Headers are no part of the body, but some forms print the number and the date of the order in the header of the first
 * page only.
 */
function firstHeader(
  archive: Archive,
  body: XmlElement,
  relations: readonly Relation[],
  story: Story,
  blocks: readonly DraftBlock[],
): DraftBlock[] {
  const section = firstSection(body);
  const references = childrenOf(section, 'headerReference');
  const ofType = (type: string): string | undefined =>
    references.find(({ attributes }) => (attributes['type'] ?? 'default') === type)?.attributes['id'];
  const titlePage = childOf(section, 'titlePg');
  const id =
    (titlePage && isOn(titlePage) ? ofType('first') : undefined) ?? (titlePage ? undefined : ofType('default'));
  const target = relations.find((relation) => relation.id === id)?.target;
  const root = target === undefined ? undefined : partTree(archive, target, { ignored: LOOKS });
  if (!root) return [];
  const header = readBlocks(root.children, story);
  story.fields.length = 0;
  return holdsNewRequisites(header, blocks) ? header : [];
}

function firstSection(body: XmlElement): XmlElement | undefined {
  for (const paragraph of childrenOf(body, 'p')) {
    const section = childOf(childOf(paragraph, 'pPr'), 'sectPr');
    if (section) return section;
  }
  return childOf(body, 'sectPr');
}

/** The texts of foot- and endnotes, in the order of their marks. */
function notesAtEnd(footnotes: XmlElement | undefined, endnotes: XmlElement | undefined, story: Story): DraftBlock[] {
  const notes = new Map<string, XmlElement>();
  for (const note of childrenOf(footnotes, 'footnote')) notes.set(`f${note.attributes['id'] ?? ''}`, note);
  for (const note of childrenOf(endnotes, 'endnote')) notes.set(`e${note.attributes['id'] ?? ''}`, note);
  const blocks: DraftBlock[] = [];
  [...new Set(story.notes)].forEach((id, index) => {
    const note = notes.get(id);
    if (!note) return;
    const [first, ...others] = readBlocks(note.children, story);
    if (first?.kind === 'paragraph') blocks.push({ ...first, label: String(index + 1) }, ...others);
  });
  return blocks;
}

function repairsOf(left: LeftOut): Repair[] {
  const repairs: Repair[] = [];
  const tell = (code: string, words: readonly string[]): void => {
    if (words.length > 0) repairs.push({ code, at: null, words: words.join(' ').replace(/\s+/gu, ' ').trim() });
  };
  tell('hidden-text-left-out', left.hidden);
  tell('deleted-text-left-out', left.deleted);
  tell('text-under-merged-cell-left-out', left.covered);
  for (let count = left.nested.length; count > 0; count -= 1)
    repairs.push({ code: 'nested-table-flattened', at: null });
  for (let count = left.embedded.length; count > 0; count -= 1)
    repairs.push({ code: 'embedded-file-left-out', at: null });
  return repairs;
}
