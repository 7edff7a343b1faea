import * as v from 'valibot';

/** The views of a road map; without one it is the table of the order. */
export const VIEWS = ['timeline', 'executors', 'months'] as const;
export type View = (typeof VIEWS)[number];

/** What of a road map is shown, as its address says. */
export type ReadingAddress = v.InferOutput<typeof READING>;

/** Lines on a page. */
export const PAGE_SIZE = 100;

const number = (pattern: RegExp) =>
  v.optional(v.fallback(v.nullable(v.pipe(v.string(), v.regex(pattern), v.transform(Number))), null), null);

const READING = v.object({
  view: v.optional(v.fallback(v.nullable(v.picklist(VIEWS)), null), null),
  version: number(/^[1-9]\d{0,3}$/u),
  q: v.optional(v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''), ''),
  /** As `executorKey` gives it. */
  executor: v.optional(v.fallback(v.pipe(v.string(), v.maxLength(510)), ''), ''),
  section: number(/^[1-9]\d{0,8}$/u),
  /** Which twelve months of the plan the timeline shows, from 1. */
  part: number(/^[1-9]\d?$/u),
  page: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/u), v.transform(Number)), 1), '1'),
});

/** The address of the whole table. */
export const BARE: ReadingAddress = v.parse(READING, {});

/** Without any filter. */
export const NO_FILTERS = { q: '', executor: '', section: null } as const;

/** Reads the address; what is not understood is as if it were not there. */
export function readReadingAddress(parameters: URLSearchParams): ReadingAddress {
  const given = Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
  const parsed = v.safeParse(READING, given);
  return parsed.success ? parsed.output : BARE;
}

/** What of an address differs from the bare one, as text. */
export function parametersOf(address: ReadingAddress): Record<string, string> {
  return Object.fromEntries(
    (Object.keys(BARE) as (keyof ReadingAddress)[]).flatMap((name) =>
      address[name] === BARE[name] || address[name] === null ? [] : [[name, String(address[name])]],
    ),
  );
}

/** The address of the same road map with some of it changed; it begins at the first page. */
export function readingHref(base: string, address: ReadingAddress, change: Partial<ReadingAddress> = {}): string {
  const query = new URLSearchParams(parametersOf({ ...address, page: 1, ...change })).toString();
  return query === '' ? base : `${base}?${query}`;
}
