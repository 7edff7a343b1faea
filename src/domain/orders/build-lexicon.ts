import type { Lexicon, TerritoryDictionary } from '#domain/orders/lexicon.ts';
import { NATIONAL_TERMS } from '#domain/orders/national-terms.ts';

/**
 * The words known while a document is read: its own abbreviations first, then the territory's dictionary, then national
 * terms. Organisations are those of the dictionary and the abbreviations whose expansion names a body.
 */
export function buildLexicon(
  own: ReadonlyMap<string, { readonly expansion: string }>,
  dictionary: TerritoryDictionary | undefined,
): Lexicon {
  const abbreviations = new Map(Object.entries(NATIONAL_TERMS));
  for (const [short, long] of Object.entries(dictionary?.abbreviations ?? {})) abbreviations.set(short, long);
  for (const [short, { expansion }] of own) abbreviations.set(short, expansion);
  const organizations = new Set(dictionary?.organizations ?? []);
  for (const [short, long] of abbreviations) if (NAMES_BODY.test(long)) organizations.add(short);
  for (const { expansion } of own.values()) if (NAMES_BODY.test(expansion)) organizations.add(expansion);
  return { abbreviations, organizations: [...organizations] };
}

/** Expansions that name those who act: organisations, groups, commissions, officers. */
const NAMES_BODY =
  /^(?:[а-яё-]+\s){0,6}?(?:министерств|департамент|комитет|управлени|отдел|администраци|учреждени|организаци|институт|центр|школ|гимнази|лице|комисси|служб|объединени|орган|сотрудник|педагог|директор|заместител|консилиум|совет|фонд|академи|университет)/iu;
