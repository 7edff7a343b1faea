/**
 * Words known while a document is read: its own list of abbreviations, the dictionary of its territory, and national terms,
 * put together in that order of strength.
 */
export type Lexicon = {
  /** Expansion by abbreviation («ОО» → «общеобразовательная организация»). */
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Names of organisations and groups as they are written in executor cells, full or short. */
  readonly organizations: readonly string[];
};

/** A territory's dictionary: the data file that one can pass with `--dictionary`. */
export type TerritoryDictionary = {
  readonly territory?: string;
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly organizations: readonly string[];
};
