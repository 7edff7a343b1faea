import * as v from 'valibot';

function needed(most: number) {
  return v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(most, 'too-long'));
}
function text(most: number) {
  return v.optional(
    v.pipe(
      v.string(),
      v.maxLength(most, 'too-long'),
      v.transform((written) => (written === '' ? null : written)),
    ),
    '',
  );
}
const record = v.pipe(v.string('needed'), v.regex(/^\d{1,9}$/u, 'needed'), v.transform(Number));
const words = {
  titleRu: needed(200),
  titleEn: needed(200),
  unitRu: text(30),
  unitEn: text(30),
  place: v.pipe(v.string('needed'), v.regex(/^\d{1,4}$/u, 'place'), v.transform(Number)),
  basis: text(500),
};

/** The kinds of values that a field of passports may hold. */
export const FIELD_TYPES = ['number', 'text', 'boolean', 'date'] as const;

export const fieldForm = v.object({ type: v.picklist(FIELD_TYPES, 'choice'), ...words });
/** The kind of a field stays: values of it are stored. */
export const fieldChangeForm = v.object({ id: record, version: record, ...words });
export const fieldUseForm = v.object({ id: record, version: record, basis: text(500) });
