import { streamXlsxRows } from 'hucre/xlsx';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { openArchive } from '#platform/documents/archive.ts';
import { decodeText } from '#platform/documents/decode-text.ts';
import { partTree } from '#platform/documents/office/parts.ts';
import { childOf, childrenOf } from '#platform/documents/xml.ts';

/** A row as it was read: its number as the program shows it, and the texts of its cells. */
export type ReadRow = { readonly number: number; readonly cells: readonly string[] };

export type ReadSheet = { readonly name: string; readonly rows: readonly ReadRow[] };

export type SheetLimits = { readonly bytes: number; readonly rows: number };

/**
 * Reads the first sheet of an XLSX workbook, or a CSV text, row by row: no more rows are held than the limit allows. Fails
 * with `UnreadableFile` only. Rows without a value are left out.
 */
export async function readSheet(bytes: Uint8Array, fileName: string, limits: SheetLimits): Promise<ReadSheet> {
  if (bytes.length === 0) throw new UnreadableFile('empty-file');
  if (bytes.length > limits.bytes) throw new UnreadableFile('too-large', { limit: limits.bytes, size: bytes.length });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? readWorkbook(bytes, limits) : { name: fileName, rows: readCsv(decodeText(bytes), limits) };
}

async function readWorkbook(bytes: Uint8Array, limits: SheetLimits): Promise<ReadSheet> {
  // Unpacking each part once within limits proves that it is no bomb and not cut off, before another reader is given it.
  const archive = openArchive(bytes);
  for (const name of archive.names) archive.read(name);
  const workbook = partTree(archive, 'xl/workbook.xml');
  if (workbook?.name !== 'workbook') throw new UnreadableFile('unknown-format');
  const [first] = childrenOf(childOf(workbook, 'sheets'), 'sheet');
  const rows: ReadRow[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) {
      const cells = values.map(textOf);
      if (cells.every((text) => text === '')) continue;
      if (rows.length >= limits.rows) throw new UnreadableFile('too-many-rows', { limit: limits.rows });
      rows.push({ number: index + 1, cells });
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged');
  }
  return { name: first?.attributes['name'] ?? '', rows };
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Fields apart by semicolons, commas or tabs, whichever the head has most of; quotes may hold all of them. */
export function readCsv(text: string, limits: Pick<SheetLimits, 'rows'>): ReadRow[] {
  const head = text.slice(0, text.search(/[\r\n]|$/u));
  const separator = [';', '\t', ','].toSorted((one, other) => head.split(other).length - head.split(one).length)[0];
  const rows: ReadRow[] = [];
  let cells: string[] = [];
  let field = '';
  let quoted = false;
  let number = 1;
  const endRow = () => {
    cells.push(plain(field));
    field = '';
    if (cells.some((cell) => cell !== '')) {
      if (rows.length >= limits.rows) throw new UnreadableFile('too-many-rows', { limit: limits.rows });
      rows.push({ number, cells });
    }
    cells = [];
    number += 1;
  };
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') field += sign === '\r' ? '' : sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && field.trim() === '') {
      quoted = true;
      field = '';
    } else if (sign === separator) {
      cells.push(plain(field));
      field = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') field += sign;
  }
  if (field !== '' || cells.length > 0) endRow();
  return rows;
}

/** Our own writer puts an apostrophe before what a program would take for a formula. */
function plain(field: string): string {
  return field.trim().replace(/^'(?=[=+\-@\t])/u, '');
}
