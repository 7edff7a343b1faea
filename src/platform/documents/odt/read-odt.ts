import type { Repair, SourceDocument } from '#domain/orders/source-document.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { openArchive } from '#platform/documents/archive.ts';
import { documentOf, MAX_TABLE_ROWS, type DraftBlock } from '#platform/documents/office/draft.ts';
import { partTree } from '#platform/documents/office/parts.ts';
import { draftText, holdsNewRequisites } from '#platform/documents/office/requisites.ts';
import { readOdtBlocks } from '#platform/documents/odt/blocks.ts';
import { Lists } from '#platform/documents/odt/lists.ts';
import type { OdtStory } from '#platform/documents/odt/paragraph.ts';
import { readOdtStyles, type OdtStyles } from '#platform/documents/odt/styles.ts';
import { childOf, childrenOf, ownTextOf, readXmlTree, type XmlElement } from '#platform/documents/xml.ts';

const ROWS = { rows: { name: 'table-row', limit: MAX_TABLE_ROWS } };

/** Reads an OpenDocument text (.odt, .ott, or flat .fodt) as it would be printed. Fails with `UnreadableFile` only. */
export function readOdt(bytes: Uint8Array): SourceDocument {
  const { content, common } = partsOf(bytes);
  const body = childOf(childOf(content, 'body'), 'text');
  if (!body) throw new UnreadableFile('damaged', { part: 'content.xml' });
  const sections = [common, content].flatMap((root) => [childOf(root, 'styles'), childOf(root, 'automatic-styles')]);
  const styles = readOdtStyles(sections);
  const story: OdtStory = {
    styles,
    lists: new Lists(styles.lists),
    notes: [],
    left: { hidden: [], covered: [], nested: [] },
  };
  const blocks = readOdtBlocks(body.children, story);
  if (draftText(blocks).trim() === '' && holdsPicture(body)) throw new UnreadableFile('scanned-without-text');
  const header = readOdtBlocks(firstHeader(common, body, styles)?.children ?? [], story);
  const requisites = holdsNewRequisites(header, blocks) ? header : [];
  const notes = story.notes.flatMap((note) => noteAtEnd(note, story));
  return documentOf([...requisites, ...blocks, ...notes], repairsOf(story, body));
}

function partsOf(bytes: Uint8Array): { content: XmlElement; common: XmlElement } {
  if (isFlat(bytes)) {
    const root = readXmlTree(bytes, 'document', ROWS);
    return { content: root, common: root };
  }
  const archive = openArchive(bytes);
  const manifest = partTree(archive, 'META-INF/manifest.xml');
  if (manifest && holds(manifest, 'encryption-data')) throw new UnreadableFile('encrypted');
  const content = partTree(archive, 'content.xml', ROWS);
  if (!content) throw new UnreadableFile('damaged', { part: 'content.xml' });
  return { content, common: partTree(archive, 'styles.xml') ?? content };
}

function isFlat(bytes: Uint8Array): boolean {
  const begin = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).replace(/^(?:ï»¿)?[\s\0]*/u, '');
  return begin.startsWith('<') || /^(?:ÿþ|þÿ)/u.test(begin);
}

function holds(element: XmlElement, name: string): boolean {
  return childrenOf(element).some((child) => child.name === name || holds(child, name));
}

function holdsPicture(element: XmlElement): boolean {
  return holds(element, 'image');
}

/** The header that only the first page has. */
function firstHeader(common: XmlElement, body: XmlElement, styles: OdtStyles): XmlElement | undefined {
  const pages = childrenOf(childOf(common, 'master-styles'), 'master-page');
  const first = childrenOf(body).find(({ name }) => name === 'p' || name === 'h' || name === 'table');
  const family = first?.name === 'table' ? 'table' : 'paragraph';
  const named = styles.of(family, first?.attributes['style-name']).masterPage;
  const page = pages.find(({ attributes }) => attributes['name'] === (named || 'Standard')) ?? pages[0];
  // A page style that is followed by another one serves a single page.
  return childOf(page, 'header-first') ?? (page?.attributes['next-style-name'] ? childOf(page, 'header') : undefined);
}

function noteAtEnd(note: XmlElement, story: OdtStory): DraftBlock[] {
  const citation = childOf(note, 'note-citation');
  const [first, ...others] = readOdtBlocks(childOf(note, 'note-body')?.children ?? [], story);
  if (first?.kind !== 'paragraph') return others;
  return [{ ...first, label: citation ? ownTextOf(citation) : '' }, ...others];
}

function repairsOf(story: OdtStory, body: XmlElement): Repair[] {
  const repairs: Repair[] = [];
  const tell = (code: string, words: readonly string[]): void => {
    if (words.length > 0) repairs.push({ code, at: null, words: words.join(' ').replace(/\s+/gu, ' ').trim() });
  };
  tell('hidden-text-left-out', story.left.hidden);
  tell('deleted-text-left-out', deletedWords(body));
  tell('text-under-merged-cell-left-out', story.left.covered);
  for (let count = story.left.nested.length; count > 0; count -= 1)
    repairs.push({ code: 'nested-table-flattened', at: null });
  return repairs;
}

/** Deleted text is kept apart from the body, so leaving it out needs no more than telling. */
function deletedWords(body: XmlElement): string[] {
  const words: string[] = [];
  const gather = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') words.push(child);
      else if (child.name !== 'change-info') gather(child);
    }
  };
  for (const region of childrenOf(childOf(body, 'tracked-changes'), 'changed-region')) {
    for (const deletion of childrenOf(region, 'deletion')) gather(deletion);
  }
  return words.filter((text) => text.trim() !== '');
}
