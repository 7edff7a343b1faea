/** What the bytes of a file are, told by the bytes alone. */
export type FileFormat = 'zip' | 'ole2' | 'pdf' | 'rtf' | 'html' | 'mhtml' | 'text' | 'unknown';

/** First bytes of formats that no plan is written in: pictures, sound, programs, archives, fonts, databases. */
const FOREIGN: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a], // TIFF
  [0x52, 0x49, 0x46, 0x46], // RIFF: WebP, AVI, WAV
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xca, 0xfe, 0xba, 0xbe], // Java, Mach-O
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0xfd, 0x37, 0x7a, 0x58], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x49, 0x44, 0x33], // MP3
  [0x4f, 0x67, 0x67, 0x53], // Ogg
  [0x00, 0x00, 0x01, 0x00], // icon
  [0x38, 0x42, 0x50, 0x53], // Photoshop
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
  [0x77, 0x4f, 0x46], // WOFF
  [0x41, 0x54, 0x26, 0x54, 0x46, 0x4f, 0x52, 0x4d], // DjVu
];

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const WINDOW = 4096;

/** The format of `bytes`; «text» is what is nothing else, and may still turn out to be noise when decoded. */
export function formatOf(bytes: Uint8Array): FileFormat {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (begins([0x50, 0x4b, 0x03, 0x04]) || begins([0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (begins(OLE2)) return 'ole2';
  if (FOREIGN.some(begins)) return 'unknown';
  const head = headOf(bytes);
  // Readers of PDF accept the mark within the first kilobyte; only at the beginning is it sure not to be prose.
  if (/^\s*%PDF-/u.test(head) || (/%PDF-\d/u.test(head.slice(0, 1024)) && /\bobj\b/u.test(head))) return 'pdf';
  if (/^\s*\{\\rtf/u.test(head)) return 'rtf';
  if (/^(?:MZ|\u0001BM|BM.{4}\0\0\0\0)/su.test(head) && head.includes('\0')) return 'unknown';
  if (
    /^\s*(?:from|mime-version|content-type|message-id|subject|date):/iu.test(head) &&
    /multipart\/|text\/html/iu.test(head)
  ) {
    return 'mhtml';
  }
  return isHtml(head) ? 'html' : 'text';
}

/** The first bytes as Latin letters; every second one where the file is UTF-16. */
function headOf(bytes: Uint8Array): string {
  const window = bytes.subarray(0, WINDOW);
  const isWide = (window[0] === 0xff && window[1] === 0xfe) || (window[0] === 0xfe && window[1] === 0xff);
  if (isWide) return String.fromCharCode(...window.filter((byte) => byte !== 0)).slice(2);
  const from = window[0] === 0xef && window[1] === 0xbb && window[2] === 0xbf ? 3 : 0;
  return String.fromCharCode(...window.subarray(from));
}

/** A page begins with a tag. Tags in the middle of a text are remnants, and the text stays plain. */
function isHtml(head: string): boolean {
  const start = head.replace(/^(?:\s|<!--[^]{0,2000}?-->|<\?xml[^>]{0,200}>)+/u, '');
  if (/^<(?:!doctype\s+html|html|head|body|meta|title)(?=[\s>])/iu.test(start)) return true;
  return /^<(?:table|div|p|center|h[1-6]|span|style|link|font|section|article|main|b|strong|ol|ul)(?=[\s>])/iu.test(
    start,
  );
}
