/** What the bytes of a file are, told by the bytes alone. */
export type FileFormat = 'zip' | 'ole2' | 'pdf' | 'rtf' | 'html' | 'mhtml' | 'xml' | 'text' | ForeignFormat;

/** Formats that no plan is read from; `details.what` of an `unknown-format` names one of them. */
export type ForeignFormat = 'picture' | 'djvu' | 'archive' | 'media' | 'program' | 'other';

/** First bytes; `null` stands for any byte. */
type Signature = readonly (number | null)[];

const FOREIGN: Readonly<Record<ForeignFormat, readonly Signature[]>> = {
  picture: [
    [0x89, 0x50, 0x4e, 0x47], // PNG
    [0xff, 0xd8, 0xff], // JPEG
    [0x47, 0x49, 0x46, 0x38], // GIF
    [0x49, 0x49, 0x2a, 0x00], // TIFF
    [0x4d, 0x4d, 0x00, 0x2a], // TIFF
    [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50], // WebP
    [0x42, 0x4d, null, null, null, null, 0, 0, 0, 0], // BMP
    [null, null, null, null, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], // HEIC: «ftyphei»
    [null, null, null, null, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x69, 0x66], // HEIF: «ftypmif»
    [0x00, 0x00, 0x01, 0x00], // icon
    [0x38, 0x42, 0x50, 0x53], // Photoshop
    [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50], // JPEG 2000
  ],
  djvu: [[0x41, 0x54, 0x26, 0x54, 0x46, 0x4f, 0x52, 0x4d]],
  archive: [
    [0x1f, 0x8b], // gzip
    [0x42, 0x5a, 0x68], // bzip2
    [0x37, 0x7a, 0xbc, 0xaf], // 7z
    [0x52, 0x61, 0x72, 0x21], // RAR
    [0xfd, 0x37, 0x7a, 0x58], // xz
    [0x28, 0xb5, 0x2f, 0xfd], // zstd
  ],
  media: [
    [0x52, 0x49, 0x46, 0x46], // RIFF: AVI, WAV
    [0x49, 0x44, 0x33], // MP3
    [0x4f, 0x67, 0x67, 0x53], // Ogg
    [0x1a, 0x45, 0xdf, 0xa3], // Matroska, WebM
    [null, null, null, null, 0x66, 0x74, 0x79, 0x70], // MP4, MOV
  ],
  program: [
    [0x7f, 0x45, 0x4c, 0x46], // ELF
    [0xca, 0xfe, 0xba, 0xbe], // Java, Mach-O
  ],
  other: [
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
    [0x77, 0x4f, 0x46], // WOFF
  ],
};

const OLE2: Signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const WINDOW = 4096;

/** The format of `bytes`; «text» is what is nothing else, and may still turn out to be noise when decoded. */
export function formatOf(bytes: Uint8Array): FileFormat {
  const begins = (signature: Signature): boolean =>
    signature.every((byte, index) => byte === null || bytes[index] === byte);
  if (begins([0x50, 0x4b, 0x03, 0x04]) || begins([0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (begins(OLE2)) return 'ole2';
  for (const [format, signatures] of Object.entries(FOREIGN)) {
    if (signatures.some(begins)) return format as ForeignFormat;
  }
  const head = headOf(bytes);
  // Readers of PDF accept the mark within the first kilobyte; only at the beginning is it sure not to be prose.
  if (/^\s*%PDF-/u.test(head) || (/%PDF-\d/u.test(head.slice(0, 1024)) && /\bobj\b/u.test(head))) return 'pdf';
  if (/^\s*\{\\rtf/u.test(head)) return 'rtf';
  if (/^(?:MZ|\u0001BM)/u.test(head) && head.includes('\0')) return 'program';
  if (
    /^\s*(?:from|mime-version|content-type|message-id|subject|date):/iu.test(head) &&
    /multipart\/|text\/html/iu.test(head)
  ) {
    return 'mhtml';
  }
  if (isHtml(head)) return 'html';
  return isXml(head) ? 'xml' : 'text';
}

/** The first bytes as Latin letters; every second one where the file is UTF-16. */
function headOf(bytes: Uint8Array): string {
  const window = bytes.subarray(0, WINDOW);
  const isWide = (window[0] === 0xff && window[1] === 0xfe) || (window[0] === 0xfe && window[1] === 0xff);
  if (isWide) return String.fromCharCode(...window.filter((byte) => byte !== 0)).slice(2);
  const from = window[0] === 0xef && window[1] === 0xbb && window[2] === 0xbf ? 3 : 0;
  return String.fromCharCode(...window.subarray(from));
}

/** Comments and instructions in front of the first tag. */
const PROLOGUE = /^(?:\s|<!--[^]{0,2000}?-->|<\?[a-z-]{1,40}\s[^>]{0,200}>)+/iu;

/** A page begins with a tag. Tags in the middle of a text are remnants, and the text stays plain. */
function isHtml(head: string): boolean {
  const start = head.replace(PROLOGUE, '');
  if (/^<(?:!doctype\s+html|html|head|body|meta|title)(?=[\s>])/iu.test(start)) return true;
  return /^<(?:table|div|p|center|h[1-6]|span|style|link|font|section|article|main|b|strong|ol|ul)(?=[\s>])/iu.test(
    start,
  );
}

function isXml(head: string): boolean {
  return /^\s*<\?xml\s/iu.test(head) && /^<[a-z]/iu.test(head.replace(PROLOGUE, ''));
}
