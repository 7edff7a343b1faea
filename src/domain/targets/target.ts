export type Comparator = '>=' | '>' | '<=' | '<' | '=';

/** What is counted or measured in a planned result or a title, and how much of it is promised. */
export type Target = {
  /** The words that hold the target, as printed. */
  readonly text: string;
  readonly comparator: Comparator;
  readonly value: number;
  /** The counted noun in the nominative singular («договор», «педагогический работник»), `%` for per cent. */
  readonly unit: string;
  readonly kind: 'count' | 'percent';
  /** What the number is taken of, when the words name it («ШНОР», «педагогические работники»). */
  readonly of?: string;
  readonly in: 'result' | 'title';
};
