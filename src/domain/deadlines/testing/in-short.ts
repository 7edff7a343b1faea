import type { Deadline } from '#domain/deadlines/deadline.ts';

/** The deadline on one line («months 2024-03…2024-05 [2024-03 2024-05] +request»): for examples of the grammar and of the guide. */
export function inShort({ kind, from, to, months, date, onRequest, byAgreement, schoolYear }: Deadline): string {
  const period = to === null ? (from ?? '') : from === to ? to : `${from ?? ''}…${to}`;
  return [
    kind,
    period,
    months.length > 0 ? `[${months.join(' ')}]` : '',
    date === undefined ? '' : `@${date}`,
    onRequest ? '+request' : '',
    byAgreement ? '+agreement' : '',
    schoolYear ? 'school' : '',
  ]
    .filter((piece) => piece !== '')
    .join(' ');
}
