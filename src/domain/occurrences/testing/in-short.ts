import type { Occurrence, Occurrences } from '#domain/occurrences/occurrence.ts';

/** So many are written out; of more only the first two and the last. */
const WRITTEN = 4;

/**
 * Occurrences on one line («2026-02-01…2026-02-28 → 2026-03-02»): the days meant, and after the arrow the day until which
 * one may report when it is another one. Or the code of the reason why there are none.
 */
export function inShort(occurrences: Occurrences): string {
  if (!occurrences.dated) {
    const { reason } = occurrences;
    return reason.code === 'after-event' ? `${reason.code} ${reason.after.count} ${reason.after.unit}` : reason.code;
  }
  const { list } = occurrences;
  if (list.length <= WRITTEN) return list.map(inDays).join('; ');
  return `${list.length}: ${[...list.slice(0, 2), ...list.slice(-1)].map(inDays).join('; ')}`;
}

function inDays({ from, to, due, outside, beforeOpora, whenAsked, calendarUnknown }: Occurrence): string {
  return [
    `${from}…${to}`,
    due === to ? '' : `→ ${due}`,
    outside === null ? '' : `+${outside}`,
    beforeOpora ? '+before-opora' : '',
    whenAsked ? '+asked' : '',
    calendarUnknown ? '+no-calendar' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
