import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AnnotationMode, getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { PositionedPage } from '#domain/orders/raw-document.ts';
import type { MarkedRun } from '#platform/documents/pdf/glyph-runs.ts';
import { mainTurn, runsOfGlyphs } from '#platform/documents/pdf/glyph-runs.ts';
import type { Matrix } from '#platform/documents/pdf/matrix.ts';
import { IDENTITY, matrixOf } from '#platform/documents/pdf/matrix.ts';
import type { FontFacts, Glyph, PageContent } from '#platform/documents/pdf/page-content.ts';
import { readPageContent } from '#platform/documents/pdf/page-content.ts';
import { refuseBombs } from '#platform/documents/pdf/packed-streams.ts';
import { tagsOf } from '#platform/documents/pdf/structure-tags.ts';
import { asCyrillic, maySpellCyrillic, TextLayer } from '#platform/documents/pdf/text-layer.ts';

/** Longer documents are no orders: they are refused rather than read for minutes. */
const PDF_PAGE_LIMIT = 400;
/** Characters of a whole document: about five hundred full pages. */
const CHARACTER_LIMIT = 1_500_000;

/**
 * The pages of a PDF: words with their places, ruling lines, structure tags. pdf.js takes the bytes away from the caller.
 *
 * @throws {UnreadableFile} encrypted, damaged, too-many-pages, too-large, zip-bomb, scanned-without-text
 */
export async function extractPages(bytes: Uint8Array): Promise<PositionedPage[]> {
  refuseManyPages(bytes);
  await refuseBombs(bytes);
  const pictures = hasPictures(bytes);
  const task = getDocument({
    data: bytes,
    cMapUrl: packageFolder('cmaps'),
    standardFontDataUrl: packageFolder('standard_fonts'),
    wasmUrl: packageFolder('wasm'),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: false,
    // Pictures are never looked at: decoding them would take the most time.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise.catch(refuse);
    if (document.numPages > PDF_PAGE_LIMIT) {
      throw new UnreadableFile('too-many-pages', { limit: PDF_PAGE_LIMIT, pages: document.numPages });
    }
    return await readPages(document, pictures);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

type ReadPage = {
  /** Kept only where letters may turn out to be misnamed: they take many times the memory of words. */
  readonly glyphs: readonly Glyph[] | null;
  readonly words: readonly MarkedRun[];
  readonly page: Omit<PositionedPage, 'runs'>;
  readonly tree: unknown;
};

async function readPages(document: PDFDocumentProxy, pictures: boolean): Promise<PositionedPage[]> {
  const layer = new TextLayer();
  const read: (ReadPage | null)[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number, layer).catch(() => null);
    if (layer.characters > CHARACTER_LIMIT)
      throw new UnreadableFile('too-large', { limit: CHARACTER_LIMIT, of: 'characters' });
    read.push(page);
  }
  if (read.every((page) => page === null)) throw new UnreadableFile('damaged', { part: 'pages' });
  if (layer.isMeaningless) throw new UnreadableFile('scanned-without-text', { part: 'fonts', pages: read.length });
  if (layer.characters === 0 && pictures) throw new UnreadableFile('scanned-without-text', { pages: read.length });
  const misnamed = layer.misnamedFonts();
  return read.map((page, index) => finishPage(page, index + 1, pictures, misnamed));
}

function finishPage(
  read: ReadPage | null,
  number: number,
  pictures: boolean,
  misnamed: ReadonlySet<string>,
): PositionedPage {
  const words = String(number);
  if (read === null) return { width: 0, height: 0, runs: [], rules: [], repairs: [{ code: 'page-damaged', words }] };
  const { glyphs, page, tree } = read;
  const repairs: { code: string; words?: string }[] = [];
  let marked = read.words;
  if (glyphs?.some((glyph) => misnamed.has(glyph.font)) === true) {
    marked = runsOfGlyphs(
      glyphs.map((glyph) => (misnamed.has(glyph.font) ? { ...glyph, text: asCyrillic(glyph.text) } : glyph)),
    );
    repairs.push({ code: 'letters-decoded', words });
  }
  if (pictures && marked.length === 0) repairs.push({ code: 'page-without-text', words });
  const tags = tagsOf(tree, marked);
  return {
    ...page,
    runs: marked.map(({ run }) => run),
    ...(tags === null ? {} : { tags }),
    ...(repairs.length === 0 ? {} : { repairs }),
  };
}

async function readPage(document: PDFDocumentProxy, number: number, layer: TextLayer): Promise<ReadPage> {
  const page = await document.getPage(number);
  try {
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    const tree: unknown = await page.getStructTree().catch(() => null);
    const fontFacts = (name: string): FontFacts => factsOfFont(page, name);
    let viewport = page.getViewport({ scale: 1 });
    let content = readPageContent(operators, matrixOf(viewport.transform) ?? IDENTITY, fontFacts);
    const turn = mainTurn(content.glyphs);
    if (turn !== 0) {
      // A landscape page laid on a portrait sheet without saying so: turned until its text is upright.
      viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
      content = readPageContent(operators, matrixOf(viewport.transform) ?? IDENTITY, fontFacts);
    }
    const { width, height } = viewport;
    const { glyphs, rules } = withinPage(content, width, height);
    layer.count(glyphs);
    return {
      glyphs: glyphs.some((glyph) => maySpellCyrillic(glyph.text)) ? glyphs : null,
      words: runsOfGlyphs(glyphs),
      page: { width, height, rules },
      tree,
    };
  } finally {
    page.cleanup();
  }
}

/** Text beside the sheet is never printed: marks of the producer, leftovers of editing. */
function withinPage(content: PageContent, width: number, height: number): PageContent {
  const glyphs = content.glyphs.filter(({ x, y }) => x > -2 && y > -2 && x < width + 2 && y < height + 2);
  return { ...content, glyphs };
}

const UNIT: Matrix = [0.001, 0, 0, 0.001, 0, 0];

function factsOfFont(page: PDFPageProxy, name: string): FontFacts {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
  if (typeof font !== 'object' || font === null) return { unit: UNIT[0], vertical: false };
  const matrix = ('fontMatrix' in font ? matrixOf(font.fontMatrix) : null) ?? UNIT;
  return { unit: matrix[0], vertical: 'vertical' in font && font.vertical === true };
}

function refuse(reason: unknown): never {
  const name = reason instanceof Error ? reason.name : '';
  throw name === 'PasswordException' ? new UnreadableFile('encrypted') : new UnreadableFile('damaged');
}

/** Stream dictionaries stand in the file uncompressed, so a picture shows in its bytes. */
function hasPictures(bytes: Uint8Array): boolean {
  return countNamed(bytes, '/Image', /\/Subtype\s*$/u, 1) > 0;
}

/** Before pdf.js loads a tree of a hundred thousand pages. Changed files hold older states of their pages too. */
function refuseManyPages(bytes: Uint8Array): void {
  const limit = 5 * PDF_PAGE_LIMIT;
  if (countNamed(bytes, '/Page', /\/Type\s*$/u, limit) >= limit) {
    throw new UnreadableFile('too-many-pages', { limit: PDF_PAGE_LIMIT });
  }
}

/** How often the name stands behind this key, counted up to `limit`. */
function countNamed(bytes: Uint8Array, name: string, key: RegExp, limit: number): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = file.indexOf(name); at >= 0 && count < limit; at = file.indexOf(name, at + name.length)) {
    const after = file.toString('latin1', at + name.length, at + name.length + 1);
    if (!/[A-Za-z0-9]/u.test(after) && key.test(file.toString('latin1', Math.max(0, at - 20), at))) count += 1;
  }
  return count;
}

/** pdf.js reads these with the file system when given a path that ends with a slash. */
function packageFolder(name: string): string {
  return `${fileURLToPath(new URL(`../../${name}`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))}/`;
}
