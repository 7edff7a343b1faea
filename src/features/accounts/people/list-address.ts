import * as v from 'valibot';
import { ROLES } from '#domain/access/roles.ts';

/** What the list of people shows, as its address says: filters, sorting and page. */
export type PeopleAddress = v.InferOutput<typeof LIST>;

export const PEOPLE_SORTS = ['name', '-name', 'place', '-place'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** Rows on a page. */
export const PEOPLE_ON_PAGE = 50;

const LIST = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
  role: v.optional(v.fallback(v.nullable(v.picklist(ROLES)), null), null),
  within: v.optional(
    v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^\d{1,9}$/u), v.transform(Number))), null),
    null,
  ),
  state: v.optional(v.fallback(v.picklist(['open', 'invited', 'closed']), 'open'), 'open'),
  sort: v.optional(v.fallback(v.picklist(PEOPLE_SORTS), 'name'), 'name'),
  page: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/u), v.transform(Number)), 1), '1'),
});

/** Reads the address; what is not understood is as if it were not there, so that an old link still opens the list. */
export function readPeopleAddress(parameters: URLSearchParams): PeopleAddress {
  const given = Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
  const parsed = v.safeParse(LIST, given);
  return parsed.success ? parsed.output : v.parse(LIST, {});
}

/** The address of the same list with some of it changed; a change of anything but the page begins at the first page. */
export function peopleHref(address: PeopleAddress, change: Partial<PeopleAddress> = {}): string {
  const next: PeopleAddress = { ...address, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (next.q !== '') parameters.set('q', next.q);
  if (next.role !== null) parameters.set('role', next.role);
  if (next.within !== null) parameters.set('within', String(next.within));
  if (next.state !== 'open') parameters.set('state', next.state);
  if (next.sort !== 'name') parameters.set('sort', next.sort);
  if (next.page !== 1) parameters.set('page', String(next.page));
  const query = parameters.toString();
  return query === '' ? '/people' : `/people?${query}`;
}
