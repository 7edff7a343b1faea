import * as v from 'valibot';

/** The largest file that is taken in. */
export const LARGEST_ORDER = 50_000_000;

/** An order as a file, or its text pasted; empty files are what browsers post for none. */
export const handInForm = v.pipe(
  v.object({
    ownerId: v.pipe(v.string('owner'), v.regex(/^\d{1,9}$/u, 'owner'), v.transform(Number)),
    file: v.optional(v.pipe(v.instance(File, 'needed'), v.maxSize(LARGEST_ORDER, 'too-large'))),
    text: v.optional(v.pipe(v.string('needed'), v.maxLength(1_000_000, 'too-long')), ''),
  }),
  v.forward(
    v.check(({ file, text }) => (file !== undefined && file.size > 0) || text !== '', 'needed'),
    ['file'],
  ),
);
