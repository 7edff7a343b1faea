import * as v from 'valibot';

/** What the list of organisations shows, as its address says: filters, sorting and page. */
export type ListAddress = v.InferOutput<typeof LIST>;

export const KINDS = ['region', 'municipality', 'authority', 'school', 'institute', 'centre', 'partner'] as const;
export type Kind = (typeof KINDS)[number];

export const SCHOOL_TYPES = ['secondary', 'basic', 'primary', 'gymnasium', 'lyceum', 'boarding', 'evening'] as const;
export type SchoolType = (typeof SCHOOL_TYPES)[number];

export const STATES = ['open', 'closed', 'any'] as const;
export const PLACES = ['rural', 'urban'] as const;

export const SORTS = ['name', '-name', 'code', '-code', 'place', '-place'] as const;
export type Sort = (typeof SORTS)[number];

/** Rows on a page. */
export const PAGE_SIZE = 50;

/** Rows that one printing takes, some forty sheets: a region has about a thousand; more than that is a matter of XLSX. */
export const PRINTED_ROWS = 1500;

const record = v.optional(
  v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^\d{1,9}$/u), v.transform(Number))), null),
  null,
);

const LIST = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
  kind: v.optional(v.fallback(v.nullable(v.picklist(KINDS)), null), null),
  within: record,
  group: record,
  type: v.optional(v.fallback(v.nullable(v.picklist(SCHOOL_TYPES)), null), null),
  locality: v.optional(v.fallback(v.nullable(v.picklist(PLACES)), null), null),
  state: v.optional(v.fallback(v.picklist(STATES), 'open'), 'open'),
  /** People of a municipality or a school first see their own. */
  reach: v.optional(v.fallback(v.picklist(['own', 'all']), 'own'), 'own'),
  sort: v.optional(v.fallback(v.picklist(SORTS), 'name'), 'name'),
  page: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/u), v.transform(Number)), 1), '1'),
});

const BARE: ListAddress = v.parse(LIST, {});

/** Reads the address; what is not understood is as if it were not there, so that an old link still opens the list. */
export function readListAddress(parameters: URLSearchParams): ListAddress {
  const given = Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
  const parsed = v.safeParse(LIST, given);
  return parsed.success ? parsed.output : BARE;
}

/** The address of the same list with some of it changed; a change of anything but the page begins at the first page. */
export function listHref(address: ListAddress, change: Partial<ListAddress> = {}, path = '/organizations'): string {
  const next: ListAddress = { ...address, page: 1, ...change };
  const parameters = new URLSearchParams();
  for (const name of Object.keys(BARE) as (keyof ListAddress)[])
    if (next[name] !== BARE[name] && next[name] !== null) parameters.set(name, String(next[name]));
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}
