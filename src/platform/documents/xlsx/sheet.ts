import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from '#platform/documents/office/draft.ts';
import { readXmlEvents } from '#platform/documents/xml.ts';

/** A cell as it is stored: the value by kind, its place counted from 0, and the number of its style. */
export type StoredCell = {
  readonly column: number;
  readonly style: number;
  /** `shared` is an index into the shared strings, `number` a number to be formatted, `text` is ready. */
  readonly kind: 'shared' | 'number' | 'boolean' | 'date' | 'text';
  /** Empty for cells that have a style only. */
  readonly value: string;
};

export type StoredRow = { readonly index: number; readonly cells: readonly StoredCell[] };

/** Half-open ranges of rows and columns. */
export type MergedRange = Readonly<Record<'top' | 'left' | 'bottom' | 'right', number>>;

export type StoredSheet = { readonly rows: readonly StoredRow[]; readonly merges: readonly MergedRange[] };

/** Reads one worksheet part. Rows without any value are not kept, so a formatted but empty million costs nothing. */
export function readSheet(bytes: Uint8Array, part: string): StoredSheet {
  const sheet = new SheetEvents();
  readXmlEvents(bytes, part, sheet);
  return sheet;
}

/** Cells in rows with values, styled empty ones included. */
const MAX_CELLS = 1_000_000;

class SheetEvents {
  readonly rows: StoredRow[] = [];
  readonly merges: MergedRange[] = [];
  private kept = 0;
  private row = -1;
  private column = -1;
  private cells: StoredCell[] = [];
  private filled = false;
  private type = '';
  private style = 0;
  private value = '';
  private taking = false;
  private phonetic = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row': {
        const told = Number(attributes['r']);
        this.row = Number.isInteger(told) && told > this.row ? told - 1 : this.row + 1;
        this.column = -1;
        this.cells = [];
        this.filled = false;
        return;
      }
      case 'c':
        this.column = columnOf(attributes['r'] ?? '') ?? this.column + 1;
        this.type = attributes['t'] ?? 'n';
        this.style = Number(attributes['s'] ?? 0) || 0;
        this.value = '';
        return;
      case 'rPh':
        this.phonetic = true;
        return;
      case 'v':
      case 't':
        this.taking = !this.phonetic;
        return;
      case 'mergeCell':
        this.merge(attributes['ref'] ?? '');
        return;
      default:
    }
  }

  text(text: string): void {
    if (this.taking) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.taking = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row' && this.filled) {
      this.rows.push({ index: this.row, cells: this.cells });
      this.kept += this.cells.length;
      if (this.rows.length > MAX_TABLE_ROWS || this.kept > MAX_CELLS)
        throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_ROWS });
    }
  }

  private endCell(): void {
    const { column, style, value } = this;
    if (column >= MAX_TABLE_COLUMNS) {
      if (value.trim() !== '') throw new UnreadableFile('too-many-rows', { limit: MAX_TABLE_COLUMNS, of: 'columns' });
      return;
    }
    this.filled ||= value.trim() !== '';
    this.cells.push({ column, style, kind: KINDS[this.type] ?? 'text', value });
  }

  private merge(reference: string): void {
    const [from, to] = reference.split(':').map(placeOf);
    if (!from || !to || this.merges.length >= 100_000) return;
    this.merges.push({
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row) + 1,
      right: Math.min(MAX_TABLE_COLUMNS, Math.max(from.column, to.column) + 1),
    });
  }
}

const KINDS: Readonly<Record<string, StoredCell['kind']>> = { s: 'shared', n: 'number', b: 'boolean', d: 'date' };

function placeOf(reference: string): { row: number; column: number } | null {
  const column = columnOf(reference);
  const row = Number(/\d{1,7}$/u.exec(reference)?.[0] ?? Number.NaN) - 1;
  return column === null || !(row >= 0) ? null : { row, column };
}

/** «A1» → 0, «AB7» → 27. */
function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < Math.min(4, reference.length); at += 1) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return at === 0 ? null : column - 1;
}
