import type { SourceDocument } from '#domain/orders/source-document.ts';

/** What the bytes of a file hold before any layout is understood: the three things a reader of files can give. */
export type RawDocument =
  | { readonly kind: 'document'; readonly document: SourceDocument }
  /** Decoded text with `\n` as the only line end; offsets count its UTF-16 units. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pages'; readonly pages: readonly PositionedPage[] };

/** A page of a PDF. All lengths are points (1/72 inch); the origin is the top left corner, `y` grows downwards. */
export type PositionedPage = {
  readonly width: number;
  readonly height: number;
  /** Pieces of text in the order of the file. */
  readonly runs: readonly PositionedRun[];
  /** Ruling lines; thin filled rectangles are given as lines too. */
  readonly rules: readonly Rule[];
  /** Structure of a tagged PDF, where the file has one. */
  readonly tags?: TagNode;
  /** What the reader of the file mended or missed on this page; places are found by the layout. */
  readonly repairs?: readonly { readonly code: string; readonly words?: string }[];
};

export type PositionedRun = {
  readonly text: string;
  readonly x: number;
  /** Top of the line of text. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly height: number;
  readonly font?: string;
  /** The way text runs when not to the right: 90 upwards, 270 downwards, 180 upside down; the box is that of the page. */
  readonly turn?: 90 | 180 | 270;
  /** The file marks the run as no part of the text: page number, running head. */
  readonly artifact?: true;
};

export type Rule = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** A node of the structure tree («Table», «TR», «TD», «P»…) of one page; `runs` are indices into the page's runs. */
export type TagNode = {
  readonly role: string;
  readonly runs: readonly number[];
  readonly children: readonly TagNode[];
  readonly rowSpan?: number;
  readonly colSpan?: number;
};
