import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AnnotationMode, getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { PositionedPage } from '#domain/orders/raw-document.ts';
import { mainTurn, runsOfGlyphs } from '#platform/documents/pdf/glyph-runs.ts';
import type { Matrix } from '#platform/documents/pdf/matrix.ts';
import { IDENTITY, matrixOf } from '#platform/documents/pdf/matrix.ts';
import type { FontFacts, PageContent } from '#platform/documents/pdf/page-content.ts';
import { readPageContent } from '#platform/documents/pdf/page-content.ts';
import { tagsOf } from '#platform/documents/pdf/structure-tags.ts';
import { asCyrillic, TextLayer } from '#platform/documents/pdf/text-layer.ts';

/** Longer documents are no orders: they are refused rather than read for minutes. */
const PDF_PAGE_LIMIT = 400;
/** Characters of a whole document: about a thousand full pages. */
const CHARACTER_LIMIT = 3_000_000;

/**
 * The pages of a PDF: words with their places, ruling lines, structure tags.
 *
 * @throws {UnreadableFile} encrypted, damaged, too-many-pages, too-large, scanned-without-text
 */
export async function extractPages(bytes: Uint8Array): Promise<PositionedPage[]> {
  const task = getDocument({
    // pdf.js takes the buffer away from its owner.
    data: bytes.slice(),
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
    return await readPages(document, hasPictures(bytes));
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

type ReadPage = { content: PageContent; page: Omit<PositionedPage, 'runs'>; tree: unknown };

async function readPages(document: PDFDocumentProxy, pictures: boolean): Promise<PositionedPage[]> {
  const layer = new TextLayer();
  const read: (ReadPage | null)[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number).catch(() => null);
    if (page !== null) layer.count(page.content.glyphs);
    if (layer.characters > CHARACTER_LIMIT) throw new UnreadableFile('too-large', { limit: CHARACTER_LIMIT });
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
  const { content, page, tree } = read;
  const repairs: { code: string; words?: string }[] = [];
  let { glyphs } = content;
  if (glyphs.some((glyph) => misnamed.has(glyph.font))) {
    glyphs = glyphs.map((glyph) => (misnamed.has(glyph.font) ? { ...glyph, text: asCyrillic(glyph.text) } : glyph));
    repairs.push({ code: 'letters-decoded', words });
  }
  if (pictures && !glyphs.some((glyph) => glyph.text.trim() !== '')) repairs.push({ code: 'page-without-text', words });
  const marked = runsOfGlyphs(glyphs);
  const tags = tagsOf(tree, marked);
  return {
    ...page,
    runs: marked.map(({ run }) => run),
    ...(tags === null ? {} : { tags }),
    ...(repairs.length === 0 ? {} : { repairs }),
  };
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
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
    return { content: withinPage(content, width, height), page: { width, height, rules: content.rules }, tree };
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
  return /\/Subtype\s*\/Image\b/u.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  );
}

/** pdf.js reads these with the file system when given a path that ends with a slash. */
function packageFolder(name: string): string {
  return `${fileURLToPath(new URL(`../../${name}`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))}/`;
}
