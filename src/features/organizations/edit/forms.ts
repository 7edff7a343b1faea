import * as v from 'valibot';
import { isInn, isOgrn, isVprLogin } from '#domain/organizations/codes.ts';
import { KINDS, SCHOOL_TYPES } from '#features/organizations/list-address.ts';

/** Text that may be missing: an empty field is none. */
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

function code(fits: (written: string) => boolean, fault: string) {
  return v.optional(
    v.pipe(
      v.string(),
      v.transform((written) => written.replaceAll(/[\s-]/gu, '')),
      v.check((written) => written === '' || fits(written), fault),
      v.transform((written) => (written === '' ? null : written)),
    ),
    '',
  );
}

function needed(most: number) {
  return v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(most, 'too-long'));
}

const day = v.pipe(v.string('needed'), v.nonEmpty('needed'), v.isoDate('day'));
const dayOrNone = v.optional(
  v.pipe(
    v.string(),
    v.check((written) => written === '' || v.is(v.pipe(v.string(), v.isoDate()), written), 'day'),
    v.transform((written) => (written === '' ? null : written)),
  ),
  '',
);
const version = v.pipe(v.string('needed'), v.regex(/^\d{1,9}$/u, 'needed'), v.transform(Number));
const recordOrNone = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\d{0,9}$/u, 'choice'),
    v.transform((written) => (written === '' ? null : Number(written))),
  ),
  '',
);
const record = v.pipe(v.string('needed'), v.regex(/^\d{1,9}$/u, 'needed'), v.transform(Number));
const officialName = v.pipe(needed(500), v.minLength(2, 'too-short'));
const basis = text(500);
const basisNeeded = needed(500);

const details = {
  ooCode: code((written) => /^\d{3}(?:\d{4})?$/u.test(written), 'oo-code'),
  vprLogin: code(isVprLogin, 'vpr-login'),
  inn: code(isInn, 'inn'),
  ogrn: code(isOgrn, 'ogrn'),
  settlement: text(200),
  address: text(500),
  headName: text(200),
  locality: v.optional(v.picklist(['', 'rural', 'urban'], 'choice'), ''),
  schoolType: v.optional(v.picklist(['', ...SCHOOL_TYPES], 'choice'), ''),
  branch: v.optional(v.literal('yes', 'choice')),
  email: v.optional(
    v.pipe(
      v.string(),
      v.check((written) => written === '' || v.is(v.pipe(v.string(), v.email()), written), 'email'),
      v.transform((written) => (written === '' ? null : written)),
    ),
    '',
  ),
  site: v.optional(
    v.pipe(
      v.string(),
      v.check((written) => /^(?:https?:\/\/)?[\p{L}\p{N}.-]+\.[\p{L}-]{2,}(?:\/\S*)?$|^$/u.test(written), 'site'),
      v.transform((written) => (written === '' ? null : written)),
    ),
    '',
  ),
  openedOn: dayOrNone,
};

/** Codes, place, head and addresses of an organisation. */
export const detailsForm = v.object({ version, basis, ...details });
export type Details = v.InferOutput<typeof detailsForm>;

/** A new organisation below another one. */
export const newForm = v.object({
  parentId: record,
  kind: v.picklist(KINDS, 'choice'),
  officialName,
  shortName: needed(200),
  basis,
  ...details,
});
export type NewOrganization = v.InferOutput<typeof newForm>;

/** The names from a day on; the present ones are kept as former. */
export const nameForm = v.object({ version, officialName, shortName: needed(200), from: day, basis: basisNeeded });

/** Values of the passport stand in fields `passport-…`, by its keys. */
export const passportForm = v.objectWithRest({ version, basis }, v.string());

export const aliasForm = v.object({ version, words: needed(300), territoryId: record });
export const aliasRemovalForm = v.object({ version, aliasId: record });

/** Where it belongs from a day on. */
export const movingForm = v.object({ version, parentId: record, movedOn: day, basis: basisNeeded });

/** The last day of work; a successor goes on with it. */
export const closingForm = v.object({ version, closedOn: day, successorId: recordOrNone, basis: basisNeeded });
export const reopeningForm = v.object({ version, basis: basisNeeded });
