import type { Passage, Span } from '#domain/language/passage.ts';

/**
 * A document as any reader gives it: one plain text, and the blocks found in it. All offsets count UTF-16 units of `text`.
 *
 * Readers of office formats build `text` themselves (a line for each paragraph, cells of a row one after another, each
 * paragraph of a cell on a line of its own); for plain text it is the decoded file.
 */
export type SourceDocument = {
  readonly text: string;
  /** Offsets at which pages begin, ascending, the first of them 0; null where the format has no fixed pages. */
  readonly pages: readonly number[] | null;
  /** Paragraphs and tables in reading order. */
  readonly blocks: readonly Block[];
  /** What the reader had to repair or leave out (nested tables flattened, a header row repeated on each page, …). */
  readonly repairs: readonly Repair[];
};

export type Block = Paragraph | Table;

export type Paragraph = {
  readonly kind: 'paragraph';
  /** Physical lines where the source has them (plain text, PDF), else one passage. Not collapsed, not dehyphenated. */
  readonly lines: readonly Passage[];
  /** Automatic numbering or bullet that is not part of the text in the file («1.», «–»), as it is printed. */
  readonly label?: string;
  /** 1… for headings that the format marks as such. */
  readonly heading?: number;
};

export type Table = {
  readonly kind: 'table';
  /** Number of grid columns; every cell fits into it. */
  readonly width: number;
  readonly rows: readonly Row[];
  /** How sure the borders of cells are: read from the file's structure, measured from positions, or guessed from words. */
  readonly origin: 'structure' | 'geometry' | 'guess';
  /** The caption or heading that belongs to the table, when the format says so. */
  readonly caption?: Passage;
};

export type Row = {
  /** Ascending by column; columns that a vertically merged cell covers are given again with `merged: true` and no lines. */
  readonly cells: readonly Cell[];
  /** The format marks the row as a repeated header. */
  readonly header?: boolean;
  /** A page ends between the previous row and this one, or the source cuts the table here (a blank line, a new table). */
  readonly afterBreak?: boolean;
};

export type Cell = {
  /** First grid column, from 0. */
  readonly column: number;
  /** Number of grid columns covered, at least 1. */
  readonly span: number;
  /** Paragraphs or physical lines in order, empty ones left out; list labels («–», «1)») are kept in the text. */
  readonly lines: readonly Passage[];
  /** The cell is covered by a vertically merged cell above. */
  readonly merged?: boolean;
};

/** Something the reader mended or could not keep, told in a code and the place. */
export type Repair = {
  readonly code: string;
  readonly at: Span | null;
  /** The source words concerned, where words were left out of the blocks. */
  readonly words?: string;
};
