import { deflateSync } from 'node:zlib';

/**
 * Writes small PDF files by hand, as producers of all kinds write them: for tests of the reader. Every letter is half a
 * font size wide, a space a quarter; `y` counts from the bottom of the page, as in PDF.
 */
export type RawPdfPage = {
  readonly width: number;
  readonly height: number;
  readonly rotate?: number;
  readonly content: string;
  /** Drawn over the page by «/Form Do». */
  readonly form?: string;
};

export type RawPdfOptions = {
  /** Without the table of letters the text reads as Latin letters with accents. */
  readonly withUnicode?: boolean;
  /** A picture over the page: a scan. */
  readonly withPicture?: boolean;
};

export const LETTER_WIDTH = 0.5;
export const SPACE_WIDTH = 0.25;

/** Width of a text in points. */
export function widthOfText(text: string, size: number): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter === ' ' ? SPACE_WIDTH : LETTER_WIDTH) * size, 0);
}

/** One line of text; `spacing` is the distance between letters that is asked for (Tc). */
export function textAt(x: number, y: number, size: number, text: string, spacing = 0): string {
  return `BT /F1 ${String(size)} Tf ${String(spacing)} Tc 1 0 0 1 ${String(x)} ${String(y)} Tm <${hexOf(text)}> Tj ET\n`;
}

/** Text that runs upwards, as in narrow header cells. */
export function textUpwards(x: number, y: number, size: number, text: string): string {
  return `BT /F1 ${String(size)} Tf 0 1 -1 0 ${String(x)} ${String(y)} Tm <${hexOf(text)}> Tj ET\n`;
}

export function strokedLine(x1: number, y1: number, x2: number, y2: number): string {
  return `0.5 w ${String(x1)} ${String(y1)} m ${String(x2)} ${String(y2)} l S\n`;
}

/** A border as Word writes it: a filled rectangle half a point thick. */
export function filledLine(x1: number, y1: number, x2: number, y2: number): string {
  return `${String(x1)} ${String(y1)} ${String(Math.max(0.48, x2 - x1))} ${String(Math.max(0.48, y2 - y1))} re f\n`;
}

/** The bytes of a file with these pages. */
export function rawPdf(pages: readonly RawPdfPage[], options: RawPdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (dictionary: string, body: string): number => {
    const packed = deflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    return add(
      `<< ${dictionary} /Filter /FlateDecode /Length ${String(packed.length)} >>\nstream\n${packed}\nendstream`,
    );
  };
  const catalog = add('');
  const tree = add('');
  const unicode = stream('', LETTERS);
  const widths = Array.from({ length: 256 }, (_, code) => (code === 32 ? 1000 * SPACE_WIDTH : 1000 * LETTER_WIDTH));
  const font = add(
    `<< /Type /Font /Subtype /TrueType /BaseFont /TimesNewRomanPSMT /FirstChar 0 /LastChar 255 /Widths [${widths.join(' ')}] ` +
      `/Encoding /WinAnsiEncoding ${options.withUnicode === false ? '' : `/ToUnicode ${String(unicode)} 0 R`} >>`,
  );
  const picture = stream(
    '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
    ' '.repeat(64),
  );
  const kids = pages.map((page) => {
    const form = stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Resources << /Font << /F1 ${String(font)} 0 R >> >>`,
      page.form ?? '',
    );
    const draw = `${page.content}${page.form === undefined ? '' : '/Form Do\n'}${options.withPicture === true ? `q ${String(page.width)} 0 0 ${String(page.height)} 0 0 cm /Picture Do Q\n` : ''}`;
    const content = stream('', draw);
    const pictures = options.withPicture === true ? ` /Picture ${String(picture)} 0 R` : '';
    return add(
      `<< /Type /Page /Parent ${String(tree)} 0 R /MediaBox [0 0 ${String(page.width)} ${String(page.height)}] ` +
        `/Rotate ${String(page.rotate ?? 0)} /Contents ${String(content)} 0 R ` +
        `/Resources << /Font << /F1 ${String(font)} 0 R >> /XObject << /Form ${String(form)} 0 R${pictures} >> >> >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${String(tree)} 0 R >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Kids [${kids.map((kid) => `${String(kid)} 0 R`).join(' ')}] /Count ${String(kids.length)} >>`;
  if (options.withPicture !== true) objects[picture - 1] = 'null';
  return assemble(objects, catalog);
}

function assemble(objects: readonly string[], catalog: number): Uint8Array {
  let file = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${String(objects.length + 1)} /Root ${String(catalog)} 0 R >>\nstartxref\n${String(table)}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

const HIGH = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index));

function hexOf(text: string): string {
  const codes = Array.from(text, (letter) =>
    letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : 128 + HIGH.indexOf(letter),
  );
  return codes.map((code) => code.toString(16).padStart(2, '0')).join('');
}

/** The table of letters of windows-1251. */
const LETTERS = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
  '1 begincodespacerange <00> <FF> endcodespacerange',
  '1 beginbfrange <20> <7E> <0020> endbfrange',
  '100 beginbfchar',
  ...Array.from(HIGH).slice(0, 100).map(entry(128)),
  'endbfchar',
  '28 beginbfchar',
  ...Array.from(HIGH).slice(100).map(entry(228)),
  'endbfchar endcmap end end',
].join('\n');

function entry(first: number): (letter: string, index: number) => string {
  return (letter, index) => `<${(first + index).toString(16)}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`;
}
