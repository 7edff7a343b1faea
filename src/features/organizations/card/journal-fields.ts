import type { Journal, JournalChange } from '#features/organizations/card/journal-of-organization.server.ts';
import type { PassportField } from '#features/organizations/card/organization-card.server.ts';
import type { CardWords } from '#features/organizations/card/messages.ts';
import { formatDay } from '#platform/i18n/dates.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';

/** What a field was and became, in words. */
export type FieldInWords = {
  readonly field: string;
  readonly was: string | undefined;
  readonly became: string | undefined;
};

export type Wording = {
  readonly locale: Locale;
  readonly words: CardWords;
  readonly passportFields: readonly PassportField[];
  readonly names: Journal['names'];
};

/** The changed fields of a record; fields that Opora keeps for itself are left out. */
export function changedFields(change: JournalChange, wording: Wording): FieldInWords[] {
  const was = change.was ?? {};
  const became = change.became ?? {};
  const fields = [...new Set([...Object.keys(was), ...Object.keys(became)])];
  return fields.flatMap((field): FieldInWords[] => {
    if (field === 'passport') return passportChanges(was[field], became[field], wording);
    const label = wording.words.fields[field];
    if (label === undefined) return [];
    const [before, after] = [inWords(field, was[field], wording), inWords(field, became[field], wording)];
    return before === after ? [] : [{ field: label, was: before, became: after }];
  });
}

function passportChanges(was: unknown, became: unknown, wording: Wording): FieldInWords[] {
  const before = isRecord(was) ? was : {};
  const after = isRecord(became) ? became : {};
  return wording.passportFields.flatMap(({ key, titleRu, titleEn }) => {
    const [one, other] = [inWords(key, before[key], wording), inWords(key, after[key], wording)];
    return one === other ? [] : [{ field: wording.locale === 'ru' ? titleRu : titleEn, was: one, became: other }];
  });
}

function inWords(field: string, value: unknown, { locale, words, names }: Wording): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    if (field.endsWith('_id'))
      return names[`${field === 'group_id' ? 'group' : 'organization'} ${value}`] ?? `${value}`;
    return formatNumber(locale, value, 2);
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d\d-\d\d$/u.test(value)) return formatDay(locale, value);
  return words.values[`${field}.${value}`] ?? value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
