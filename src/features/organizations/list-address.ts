import * as v from 'valibot';

/** What the list of organisations shows, as its address says: filters, sorting and page. */
export type ListAddress = v.InferOutput<typeof LIST>;

export const KINDS = ['region', 'municipality', 'authority', 'school', 'institute', 'centre', 'partner'] as const;
export type Kind = (typeof KINDS)[number];

export const SORTS = ['name', '-name', 'code', '-code', 'place', '-place'] as const;
export type Sort = (typeof SORTS)[number];

/** Rows on a page. */
export const PAGE_SIZE = 50;

const LIST = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
  kind: v.optional(v.fallback(v.nullable(v.picklist(KINDS)), null), null),
  within: v.optional(
    v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^\d{1,9}$/u), v.transform(Number))), null),
    null,
  ),
  state: v.optional(v.fallback(v.picklist(['open', 'closed']), 'open'), 'open'),
  sort: v.optional(v.fallback(v.picklist(SORTS), 'name'), 'name'),
  page: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/u), v.transform(Number)), 1), '1'),
});

/** Reads the address; what is not understood is as if it were not there, so that an old link still opens the list. */
export function readListAddress(parameters: URLSearchParams): ListAddress {
  const given = Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
  const parsed = v.safeParse(LIST, given);
  return parsed.success ? parsed.output : v.parse(LIST, {});
}

/** The address of the same list with some of it changed; a change of anything but the page begins at the first page. */
export function listHref(address: ListAddress, change: Partial<ListAddress> = {}): string {
  const next: ListAddress = { ...address, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (next.q !== '') parameters.set('q', next.q);
  if (next.kind !== null) parameters.set('kind', next.kind);
  if (next.within !== null) parameters.set('within', String(next.within));
  if (next.state !== 'open') parameters.set('state', next.state);
  if (next.sort !== 'name') parameters.set('sort', next.sort);
  if (next.page !== 1) parameters.set('page', String(next.page));
  const query = parameters.toString();
  return query === '' ? '/organizations' : `/organizations?${query}`;
}
