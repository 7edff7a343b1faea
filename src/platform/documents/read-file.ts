import type { RawDocument } from '#domain/orders/raw-document.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';
import { openArchive, type Archive } from '#platform/documents/archive.ts';
import { decodeText } from '#platform/documents/decode-text.ts';
import { formatOf } from '#platform/documents/detect.ts';
import { holdsHtmlTable, pageOfText } from '#platform/documents/html-in-text.ts';

/** The largest file that is read, bytes. */
export const MAX_FILE_SIZE = 50 * 1024 * 1024;

/** The largest HTML page or RTF document that is read, bytes. */
const MAX_MARKUP_SIZE = 6 * 1024 * 1024;

/**
 * Reads a file by what it holds, whatever its name says: the name only tells a table of text from prose later. Readers of
 * formats are loaded when their format is met. Throws `UnreadableFile` and nothing else.
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<RawDocument> {
  if (bytes.length === 0) throw new UnreadableFile('empty-file');
  if (bytes.length > MAX_FILE_SIZE) throw new UnreadableFile('too-large', { limit: MAX_FILE_SIZE, size: bytes.length });
  try {
    return await readAs(bytes, name);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    // A reader's own defect on hostile bytes must not look like a defect of the program; the cause stays for the log.
    const damaged = new UnreadableFile('damaged', { file: name });
    damaged.cause = error;
    throw damaged;
  }
}

async function readAs(bytes: Uint8Array, name: string): Promise<RawDocument> {
  const format = formatOf(bytes);
  switch (format) {
    case 'zip':
      return readOffice(bytes);
    case 'ole2':
      // Says which of the old or encrypted formats it is.
      openArchive(bytes);
      throw new UnreadableFile('unknown-format', { what: 'other' });
    case 'pdf':
      return (await import('#platform/documents/pdf/read-pdf.ts')).readPdf(bytes);
    case 'rtf': {
      limitMarkup(bytes);
      const { readRtf } = await import('#platform/documents/read-file-rtf.ts');
      return { kind: 'document', document: readRtf(bytes) };
    }
    case 'html':
      limitMarkup(bytes);
      return (await import('#platform/documents/html.ts')).readHtml(bytes);
    case 'mhtml': {
      const { pageOfArchive } = await import('#platform/documents/html-archive.ts');
      const page = pageOfArchive(bytes);
      limitMarkup(page.bytes);
      return (await import('#platform/documents/html.ts')).readHtml(page.bytes, page.charset);
    }
    case 'xml':
      limitMarkup(bytes);
      return { kind: 'document', document: await readXml(bytes) };
    case 'text':
      return readText(bytes, name);
    case 'picture':
    case 'djvu':
    case 'archive':
    case 'media':
    case 'program':
    case 'other':
      throw new UnreadableFile('unknown-format', { what: format });
    default:
      return format satisfies never;
  }
}

/** Markup takes many times its size in memory, so the limit is told before it is parsed. */
function limitMarkup(bytes: Uint8Array): void {
  if (bytes.length > MAX_MARKUP_SIZE) {
    throw new UnreadableFile('too-large', { limit: MAX_MARKUP_SIZE, size: bytes.length });
  }
}

/** Plain text; one with tables in marks of HTML is read as a page. */
async function readText(bytes: Uint8Array, name: string): Promise<RawDocument> {
  const text = decodedAs(name, bytes);
  if (text.trim() === '') throw new UnreadableFile('empty-file');
  if (!holdsHtmlTable(text)) return { kind: 'text', text };
  const page = new TextEncoder().encode(pageOfText(text));
  limitMarkup(page);
  return (await import('#platform/documents/html.ts')).readHtml(page, 'utf-8');
}

/** Under the name of an office file noise is no text in an unknown encoding but something else. */
function decodedAs(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    const isNamedText = !/\.\w{1,5}$/u.test(name) || /\.(?:txt|text|csv|tsv|md)$/iu.test(name);
    if (isNamedText || !(error instanceof UnreadableFile)) throw error;
    throw new UnreadableFile('unknown-format', { what: 'noise' });
  }
}

/** Office documents that are one XML file are told by their root element. */
async function readXml(bytes: Uint8Array): Promise<SourceDocument> {
  const head = /<(?:[\w-]{1,40}:)?([\w-]{1,40})[^>]*urn:(schemas-microsoft-com:office:spreadsheet|oasis:)/u.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replaceAll('\0', ''),
  );
  if (head?.[1] === 'Workbook') {
    const { readXmlTree } = await import('#platform/documents/xml.ts');
    const { readSpreadsheetXml, SPREADSHEET_ROWS } = await import('#platform/documents/xlsx/spreadsheet-xml.ts');
    return readSpreadsheetXml(readXmlTree(bytes, 'Workbook', { rows: SPREADSHEET_ROWS }));
  }
  if (head?.[1] === 'document') return (await import('#platform/documents/odt/read-odt.ts')).readOdt(bytes);
  throw new UnreadableFile('unknown-format', { what: 'xml' });
}

/** The office formats are zip files that differ in the parts they hold. */
async function readOffice(bytes: Uint8Array): Promise<RawDocument> {
  const archive = openArchive(bytes);
  const has = (part: RegExp): boolean => archive.names.some((name) => part.test(name));
  if (has(/^\/?word\/document\d*\.xml$/iu)) {
    const { readDocx } = await import('#platform/documents/docx/read-docx.ts');
    return { kind: 'document', document: readDocx(bytes) };
  }
  if (has(/^\/?xl\/workbook\.bin$/iu)) throw new UnreadableFile('unknown-format', { what: 'xlsb' });
  if (has(/^\/?xl\/workbook\.xml$/iu)) {
    const { readXlsx } = await import('#platform/documents/xlsx/read-xlsx.ts');
    return { kind: 'document', document: readXlsx(bytes) };
  }
  const what = foreignContainer(archive);
  if (what !== null) throw new UnreadableFile('unknown-format', { what });
  const { readOdt } = await import('#platform/documents/odt/read-odt.ts');
  return { kind: 'document', document: readOdt(bytes) };
}

/** What a zip file is when it is none of the documents that are read. */
function foreignContainer(archive: Archive): string | null {
  const holds = (part: RegExp): boolean => archive.names.some((name) => part.test(name));
  const type = new TextDecoder().decode(archive.read('mimetype') ?? new Uint8Array()).trim();
  if (holds(/^ppt\//iu) || /opendocument\.presentation/u.test(type)) return 'presentation';
  if (/opendocument\.spreadsheet/u.test(type)) return 'ods';
  if (type === 'application/epub+zip') return 'e-book';
  if (holds(/\.iwa$|^index\.zip$|^index\.apxl$/iu)) return 'apple';
  if (archive.has('content.xml')) return null;
  return archive.names.length === 0 || archive.has('[Content_Types].xml') ? 'other' : 'archive';
}
