import * as v from 'valibot';

const version = v.pipe(v.string('needed'), v.regex(/^\d{1,9}$/u, 'needed'), v.transform(Number));
const text = (most: number) => v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(most, 'too-long'));

/** Sends a draft to the one who approves, or takes a version back. */
export const moveForm = v.object({ version });

/** Returns a version with what is to be mended. */
export const returnForm = v.object({ version, words: text(4000) });

/** The order that approves a version. */
export const approveForm = v.object({
  version,
  number: text(50),
  date: v.pipe(v.string('needed'), v.nonEmpty('needed'), v.isoDate('day')),
  issuer: text(500),
  signatory: text(200),
});
