import * as v from 'valibot';

const record = v.pipe(v.string('needed'), v.regex(/^\d{1,9}$/u, 'needed'), v.transform(Number));
const optional = (most: number) =>
  v.pipe(
    v.optional(v.pipe(v.string('needed'), v.maxLength(most, 'too-long')), ''),
    v.transform((text) => (text === '' ? null : text)),
  );

/** A row and what the person saw of it. */
export const rowForm = v.object({ row: record, version: record });

/** A row as a person writes it; deadline, executors and targets are read from the words. */
export const editForm = v.object({
  row: record,
  version: record,
  number: optional(50),
  title: v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(4000, 'too-long')),
  deadlineText: optional(500),
  executors: v.pipe(
    v.optional(v.pipe(v.string('needed'), v.maxLength(10_000, 'too-long')), ''),
    v.transform((written) =>
      written
        .split(/[\r\n;]+/u)
        .map((words) => words.trim().replace(/,$/u, '').slice(0, 500))
        .filter((words) => words !== ''),
    ),
  ),
  result: optional(4000),
  publication: optional(2000),
});

/** A row that is no measure, and why. */
export const dropForm = v.object({
  row: record,
  version: record,
  reason: v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(1000, 'too-long')),
});

/** Where a new row stands: behind this one. */
export const addForm = v.object({ after: record });
