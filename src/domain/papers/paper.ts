/**
 * An official paper before it becomes a file: what stands on it and in which order, and what each part is. Fonts, sizes
 * and borders belong to the writers of formats.
 */
export type Paper = {
  /** For the properties of the file and the window of a reader. */
  readonly title: string;
  readonly sections: readonly PaperSection[];
};

/** Pages of one orientation; each section begins a new page. */
export type PaperSection = {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly PaperBlock[];
};

export type PaperBlock = PaperParagraph | PaperPair | PaperTable;

export type PaperParagraph = {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly text: string;
};

export type ParagraphStyle =
  | 'issuer' // name of the body above everything
  | 'kind' // «ПРИКАЗ»
  | 'place' // where the order was signed
  | 'order-title' // «Об утверждении …»
  | 'text'
  | 'verb' // «ПРИКАЗЫВАЮ:»
  | 'stamp' // «УТВЕРЖДЁН приказом …», in the right upper corner of an annex
  | 'annex-title'
  | 'heading' // of a part of the annex
  | 'item'; // of a list; its mark is part of the text

/** Two texts at the two margins of a line: date and number, position and name. */
export type PaperPair = {
  readonly kind: 'pair';
  readonly style: 'requisites' | 'signature';
  readonly left: string;
  readonly right: string;
};

export type PaperTable = {
  readonly kind: 'table';
  /** What the table holds: for those who hear it read aloud, and the name of its sheet. */
  readonly summary: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
};

/** `width` is a share: only its ratio to the others counts. */
export type PaperColumn = { readonly title: string; readonly width: number; readonly aligned: 'left' | 'centre' };

export type PaperRow =
  /** A title over the whole width. */
  | { readonly kind: 'section'; readonly text: string }
  /** One text a column. */
  | { readonly kind: 'cells'; readonly cells: readonly string[] };
