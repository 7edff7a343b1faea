import type { DraftCell, DraftRow } from '#platform/documents/office/draft.ts';

type Merge = 'none' | 'first' | 'rest';
type Definition = { readonly right: number; readonly across: Merge; readonly down: Merge };
type RtfRow = {
  readonly definitions: readonly Definition[];
  readonly cells: readonly string[][];
  readonly header: boolean;
};

/** Borders of cells nearer than this (twentieths of a point) are the same line drawn twice. */
const SAME_BORDER = 60;

/** The rows of a table as the controls of RTF give them: cells by their right borders, merges by marks. */
export class RtfTable {
  private rows: RtfRow[] = [];
  private definitions: Definition[] = [];
  private cells: string[][] = [];
  private paragraphs: string[] = [];
  private across: Merge = 'none';
  private down: Merge = 'none';
  private header = false;

  /** A control of the row's description; others are ignored. */
  define(word: string, parameter: number): void {
    if (word === 'trowd') {
      this.definitions = [];
      this.header = false;
      [this.across, this.down] = ['none', 'none'];
    } else if (word === 'trhdr') this.header = true;
    else if (word === 'clmgf') this.across = 'first';
    else if (word === 'clmrg') this.across = 'rest';
    else if (word === 'clvmgf') this.down = 'first';
    else if (word === 'clvmrg') this.down = 'rest';
    else if (word === 'cellx' && this.definitions.length < 200) {
      this.definitions.push({ right: parameter, across: this.across, down: this.down });
      [this.across, this.down] = ['none', 'none'];
    }
  }

  addParagraph(text: string): void {
    if (text !== '') this.paragraphs.push(text);
  }

  endCell(text: string): void {
    this.addParagraph(text);
    this.cells.push(this.paragraphs);
    this.paragraphs = [];
  }

  endRow(): void {
    if (this.cells.length > 0)
      this.rows.push({ definitions: this.definitions, cells: this.cells, header: this.header });
    this.cells = [];
  }

  /** The rows so far, on a grid of all their borders; the table begins anew. */
  take(): DraftRow[] {
    if (this.cells.length > 0 || this.paragraphs.length > 0) {
      if (this.paragraphs.length > 0) this.endCell('');
      this.endRow();
    }
    const borders = bordersOf(this.rows);
    const rows = this.rows.map((row) => placed(row, borders));
    this.rows = [];
    return rows;
  }
}

function bordersOf(rows: readonly RtfRow[]): number[] {
  const all = new Set(rows.flatMap((row) => row.definitions.map((definition) => definition.right)));
  const borders: number[] = [];
  for (const border of [...all].sort((a, b) => a - b)) {
    if (borders.length === 0 || border - (borders.at(-1) ?? 0) > SAME_BORDER) borders.push(border);
  }
  return borders;
}

function placed(row: RtfRow, borders: readonly number[]): DraftRow {
  const cells: DraftCell[] = [];
  let column = 0;
  row.cells.forEach((paragraphs, index) => {
    const definition = row.definitions[index];
    const border =
      definition === undefined ? -1 : borders.findLastIndex((at) => at <= definition.right + SAME_BORDER / 2);
    const end = Math.max(column + 1, border + 1);
    const last = cells.at(-1);
    if (definition?.across === 'rest' && last !== undefined) {
      cells[cells.length - 1] = { ...last, span: end - last.column, paragraphs: [...last.paragraphs, ...paragraphs] };
    } else {
      const merged = definition?.down === 'rest' && paragraphs.length === 0;
      cells.push({ column, span: end - column, paragraphs, ...(merged ? { merged: true } : {}) });
    }
    column = end;
  });
  return { cells, ...(row.header ? { header: true } : {}) };
}
