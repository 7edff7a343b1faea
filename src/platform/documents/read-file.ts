import type { RawDocument } from '#domain/orders/raw-document.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { openArchive } from '#platform/documents/archive.ts';
import { decodeText } from '#platform/documents/decode-text.ts';
import { formatOf } from '#platform/documents/detect.ts';

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
    return await readAs(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    // A reader's own defect on hostile bytes must not look like a defect of the program; the cause stays for the log.
    const damaged = new UnreadableFile('damaged', { file: name });
    damaged.cause = error;
    throw damaged;
  }
}

async function readAs(bytes: Uint8Array): Promise<RawDocument> {
  const format = formatOf(bytes);
  switch (format) {
    case 'zip':
      return readOffice(bytes);
    case 'ole2':
      // Says which of the old or encrypted formats it is.
      openArchive(bytes);
      throw new UnreadableFile('unknown-format');
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
    case 'text': {
      const text = decodeText(bytes);
      if (text.trim() === '') throw new UnreadableFile('empty-file');
      return { kind: 'text', text };
    }
    case 'unknown':
      throw new UnreadableFile('unknown-format');
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

/** The office formats are zip files that differ in the parts they hold. */
async function readOffice(bytes: Uint8Array): Promise<RawDocument> {
  const archive = openArchive(bytes);
  const has = (part: RegExp): boolean => archive.names.some((name) => part.test(name));
  if (has(/^\/?word\/document\d*\.xml$/iu)) {
    const { readDocx } = await import('#platform/documents/docx/read-docx.ts');
    return { kind: 'document', document: readDocx(bytes) };
  }
  if (has(/^\/?xl\/workbook\.(?:xml|bin)$/iu)) {
    const { readXlsx } = await import('#platform/documents/xlsx/read-xlsx.ts');
    return { kind: 'document', document: readXlsx(bytes) };
  }
  if (archive.has('content.xml')) {
    const { readOdt } = await import('#platform/documents/odt/read-odt.ts');
    return { kind: 'document', document: readOdt(bytes) };
  }
  throw new UnreadableFile('unknown-format');
}
