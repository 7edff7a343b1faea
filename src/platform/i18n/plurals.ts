import type { Locale } from '#platform/i18n/locale.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { NBSP } from '#platform/i18n/spaces.ts';

/**
 * The forms that a word takes after a number. Nominative Russian needs `one` (21 мероприятие), `few` (3 мероприятия) and
 * `other` (5 мероприятий); the genitive («у 21 школы», «у 3 школ») and English do with `one` and `other`. `fraction`
 * follows 1,5 («1,5 мероприятия») and is `few` unless given.
 */
export type PluralForms = {
  readonly one: string;
  readonly few?: string;
  readonly other: string;
  readonly fraction?: string;
};

/** The form that agrees with the count: «школы» for 21 in the genitive. */
export function plural(locale: Locale, count: number, forms: PluralForms): string {
  if (!Number.isInteger(count)) return forms.fraction ?? forms.few ?? forms.other;
  const rule = RULES[locale].select(count);
  if (rule === 'one') return forms.one;
  return rule === 'few' ? (forms.few ?? forms.other) : forms.other;
}

/** The count with its word, held together: «5 мероприятий», «1 240 школ». */
export function counted(locale: Locale, count: number, forms: PluralForms): string {
  return `${formatNumber(locale, count, 1)}${NBSP}${plural(locale, count, forms)}`;
}

const RULES: Record<Locale, Intl.PluralRules> = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
