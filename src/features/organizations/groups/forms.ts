import * as v from 'valibot';

function needed(most: number) {
  return v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(most, 'too-long'));
}
const day = v.pipe(v.string('needed'), v.nonEmpty('needed'), v.isoDate('day'));
const record = v.pipe(v.string('needed'), v.regex(/^\d{1,9}$/u, 'needed'), v.transform(Number));
const basis = needed(500);

/** A new group of an owner. */
export const groupForm = v.object({
  ownerId: record,
  title: needed(300),
  shortTitle: needed(100),
  all: v.optional(v.literal('yes', 'choice')),
});

/** Members are named by code, one a line or separated by commas: an order lists dozens of them. */
export const membersForm = v.object({
  codes: v.pipe(
    needed(20_000),
    v.transform((written) => [...new Set(written.split(/[\s,;]+/u).filter((code) => code !== ''))]),
    v.check((codes) => codes.length > 0, 'needed'),
  ),
  from: day,
  basis,
});

/** The last day of a membership. */
export const endingForm = v.object({ memberId: record, until: day, basis });
