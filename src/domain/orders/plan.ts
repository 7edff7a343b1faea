import type { Deadline, PlainDate } from '#domain/deadlines/deadline.ts';
import type { Target } from '#domain/targets/target.ts';

/**
 * The structured plan of one official document: what `opora parse` prints. The keys and their meaning are the contract
 * «structured road map»; `source`, `confidence` and `level` of detail beyond it are ours.
 */
export type Plan = {
  readonly file: string;
  readonly level: Level | null;
  readonly territory: string | null;
  readonly kind: 'order' | 'programme' | 'roadmap';
  readonly order: OrderRequisites;
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly columns: readonly string[];
  readonly sections: readonly Section[];
  readonly measures: readonly Measure[];
  readonly indicators: readonly Indicator[];
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly people: readonly Person[];
  readonly goals: readonly string[];
  readonly tasks: readonly string[];
  readonly schools: readonly string[];
  readonly basis: readonly BasisDocument[];
  /** Where the values above stand that carry no place of their own; null for one that no single words give. */
  readonly places?: PlanPlaces;
  /** How sure the values of the whole document are, 0…1; absent for those that are not printed. */
  readonly confidence?: Readonly<Partial<Record<'level' | 'territory' | 'period' | RequisiteField, number>>>;
  readonly warnings: readonly Warning[];
};

/** Lists in the order of the plan's own. */
export type PlanPlaces = {
  readonly territory: Place | null;
  readonly period: Place | null;
  readonly columns: readonly (Place | null)[];
  readonly abbreviations: Readonly<Record<string, Place | null>>;
  readonly people: readonly (Place | null)[];
  readonly goals: readonly (Place | null)[];
  readonly tasks: readonly (Place | null)[];
  readonly schools: readonly (Place | null)[];
  readonly basis: readonly (Place | null)[];
};

export type Level = 'regional' | 'municipal' | 'school';

type RequisiteField = 'number' | 'date' | 'issuer' | 'signatory' | 'title';

export type OrderRequisites = {
  readonly number: string | null;
  readonly date: PlainDate | null;
  readonly issuer: string | null;
  readonly signatory: string | null;
  readonly title: string | null;
  readonly source?: Readonly<Partial<Record<RequisiteField, Place>>>;
};

export type Section = {
  readonly number: string | null;
  readonly title: string;
  /** The heading as printed, where number and title leave words of it out («Раздел 1. …»). */
  readonly text?: string;
  readonly source?: Place;
  readonly confidence?: number;
};

export type Measure = {
  /** Order in the document, from 1. */
  readonly seq: number;
  /** As printed, without a trailing dot or bracket; null where none is printed. */
  readonly number: string | null;
  /** Index into the plan's sections. */
  readonly section: number | null;
  readonly title: string;
  readonly deadlineText: string | null;
  readonly deadline: Deadline;
  readonly responsible: readonly string[];
  /** The cell as printed, where the names leave words of it out («Соисполнители:», a name printed twice). */
  readonly responsibleText?: string;
  readonly result: string | null;
  readonly targets: readonly (Target & { readonly source?: Place; readonly confidence?: number })[];
  readonly publication: string | null;
  /** Columns of the table that the contract does not know («Примечание», «Участники»), by their titles. */
  readonly other?: Readonly<Record<string, string>>;
  readonly source: Readonly<Partial<Record<MeasureField, Place>>>;
  readonly confidence: Readonly<Partial<Record<MeasureField, number>>>;
};

export type MeasureField = 'number' | 'title' | 'deadline' | 'responsible' | 'result' | 'targets' | 'publication';

/** Where a value stands: page (when the format has pages), line, and the range of characters from first to last. */
export type Place = {
  readonly page: number | null;
  /** Line of the source text, from 1. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** The exact ranges when the value was put together from several places. */
  readonly parts?: readonly { readonly from: number; readonly to: number }[];
};

export type Indicator = {
  readonly number: string | null;
  readonly name: string;
  readonly source: string | null;
  /** As printed. */
  readonly target: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  /** Further columns of the table («Ответственный», «Срок»), by their titles. */
  readonly other?: Readonly<Record<string, string>>;
  readonly place?: Place;
  readonly confidence?: number;
};

export type Person = { readonly name: string; readonly role: string };

export type BasisDocument = {
  readonly number: string | null;
  readonly date: PlainDate | null;
  readonly issuer: string | null;
  readonly title: string | null;
};

/** What a warning says; the sentence for people stands in the catalogue of messages under this key. */
export type WarningCode =
  | 'rows-joined' // a row cut by a page was put together again
  | 'cells-shifted' // cells stood under the wrong columns
  | 'cell-doubled' // the same cell was printed twice
  | 'cell-repeated' // «то же» was read as the cell above
  | 'number-missing'
  | 'number-repeated'
  | 'numbers-skipped'
  | 'deadline-missing'
  | 'deadline-unclear'
  | 'responsible-missing'
  | 'result-missing'
  | 'text-cut' // a cell ends in the middle of a word or a sentence
  | 'unplaced-text' // words of the table that are in no field
  | 'title-mended' // words glued together in the title of the order
  | 'head-guessed' // the table has no row with titles of columns
  | 'layout-guessed' // borders of cells were restored from words
  | 'left-out'; // the reader of the file left something out: hidden text, a running head

/** What the reader repaired, or could not place; `measure` is the `seq` concerned. */
export type Warning = {
  readonly measure: number | null;
  readonly code: WarningCode;
  /** The source words concerned, where the warning is about words. */
  readonly words?: string;
  readonly source?: Place;
};
