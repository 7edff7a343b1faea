import * as v from 'valibot';

/** What the list of road maps shows, as its address says. */
export type RoadmapListAddress = v.InferOutput<typeof LIST>;

export const LEVELS = ['regional', 'municipal', 'school'] as const;

/** In force: an approved version; in work: a version that is not approved yet; ended: by an order or withdrawn. */
export const STANDINGS = ['in-force', 'in-work', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Rows on a page. */
export const PAGE_SIZE = 50;

const LIST = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
  level: v.optional(v.fallback(v.nullable(v.picklist(LEVELS)), null), null),
  within: v.optional(
    v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^\d{1,9}$/u), v.transform(Number))), null),
    null,
  ),
  year: v.optional(v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^20\d\d$/u), v.transform(Number))), null), null),
  standing: v.optional(v.fallback(v.nullable(v.picklist(STANDINGS)), null), null),
  page: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/u), v.transform(Number)), 1), '1'),
});

const BARE: RoadmapListAddress = v.parse(LIST, {});

/** Reads the address; what is not understood is as if it were not there, so that an old link still opens the list. */
export function readRoadmapListAddress(parameters: URLSearchParams): RoadmapListAddress {
  const given = Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
  const parsed = v.safeParse(LIST, given);
  return parsed.success ? parsed.output : BARE;
}

/** The address of the same list with some of it changed; a change of anything but the page begins at the first page. */
export function roadmapListHref(address: RoadmapListAddress, change: Partial<RoadmapListAddress> = {}): string {
  const next: RoadmapListAddress = { ...address, page: 1, ...change };
  const parameters = new URLSearchParams();
  for (const name of Object.keys(BARE) as (keyof RoadmapListAddress)[])
    if (next[name] !== BARE[name] && next[name] !== null) parameters.set(name, String(next[name]));
  const query = parameters.toString();
  return query === '' ? '/roadmaps' : `/roadmaps?${query}`;
}
