import { isInn, isOgrn, isVprLogin } from '#domain/organizations/codes.ts';
import type { PassportField } from '#features/organizations/card/organization-card.server.ts';
import { passportValue } from '#features/organizations/edit/fields/passport-value.ts';
import { KINDS, SCHOOL_TYPES } from '#features/organizations/list-address.ts';
import { organizationWords } from '#features/organizations/messages.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { Cell } from '#platform/sheets/sheet.ts';

/** A value as the database keeps it. */
export type Stored = string | number | boolean | null;

/** One column of the table in which organisations are exported and imported. */
export type Column = {
  /** The column of `organization`, `parent` or `passport.…`. */
  readonly key: string;
  readonly titles: Readonly<Record<Locale, string>>;
  readonly width: number;
  /** What a cell means; a string with `expected` is what should stand there instead (a key of messages). */
  readonly read: (written: string) => { readonly value: Stored } | { readonly expected: string };
  readonly write: (value: Stored, locale: Locale) => Cell;
};

const asIs = (value: Stored): Cell => value;

function text(key: string, ru: string, en: string, width: number, most = 500): Column {
  const read: Column['read'] = (written) =>
    written.length > most ? { expected: 'shorter' } : { value: written === '' ? null : written };
  return { key, titles: { ru, en }, width, read, write: asIs };
}

function checked(column: Column, fits: (written: string) => boolean, expected: string): Column {
  return {
    ...column,
    read: (written) => (written === '' ? { value: null } : fits(written) ? { value: written } : { expected }),
  };
}

function needed(column: Column): Column {
  return { ...column, read: (written) => (written === '' ? { expected: 'needed' } : column.read(written)) };
}

function choice(column: Column, words: Readonly<Record<Locale, Readonly<Record<string, string>>>>): Column {
  const codes = new Map<string, string>();
  for (const locale of ['ru', 'en'] as const)
    for (const [code, word] of Object.entries(words[locale])) codes.set(word.toLowerCase(), code);
  return {
    ...column,
    read: (written) => {
      const code = codes.get(written.toLowerCase());
      return written === '' ? { value: null } : code === undefined ? { expected: column.key } : { value: code };
    },
    write: (value, locale) => (typeof value === 'string' ? (words[locale][value] ?? value) : null),
  };
}

const YES_NO: Record<Locale, readonly [string, string]> = { ru: ['да', 'нет'], en: ['yes', 'no'] };

function yesNo(column: Column): Column {
  return {
    ...column,
    read: (written) => {
      if (written === '') return { value: null };
      if (/^(?:да|yes|true|1)$/iu.test(written)) return { value: true };
      return /^(?:нет|no|false|0)$/iu.test(written) ? { value: false } : { expected: 'yes-no' };
    },
    write: (value, locale) => (typeof value === 'boolean' ? YES_NO[locale][value ? 0 : 1] : null),
  };
}

function isDay(written: string): boolean {
  const day = new Date(`${written}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/u.test(written) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

function day(column: Column): Column {
  return {
    ...column,
    read: (written) => {
      const [, d, m, y] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/u.exec(written) ?? [];
      const iso = d && m && y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : written;
      return iso === '' ? { value: null } : isDay(iso) ? { value: iso } : { expected: 'day' };
    },
  };
}

const number = (written: string) => /^[1-9]\d{0,8}$/u.test(written);
const words = { ru: organizationWords('ru'), en: organizationWords('en') };
const only = (locale: Locale, from: 'kinds' | 'types', codes: readonly string[]) =>
  Object.fromEntries(Object.entries(words[locale][from]).filter(([code]) => codes.includes(code)));
const both = (from: 'kinds' | 'types', codes: readonly string[]) => ({
  ru: only('ru', from, codes),
  en: only('en', from, codes),
});

/** Columns that every organisation has. The first tells which record a row is; without it the code does. */
export const COLUMNS: readonly Column[] = [
  checked(text('id', '№ в Опоре', 'No. in Opora', 10), number, 'number'),
  needed(choice(text('kind', 'Вид', 'Kind', 16), both('kinds', KINDS))),
  text('parent', 'Входит в', 'Belongs to', 28),
  needed(text('official_name', 'Полное название', 'Official name', 60)),
  needed(text('short_name', 'Краткое название', 'Short name', 32, 200)),
  checked(text('oo_code', 'Код ОО', 'School code', 10), (written) => /^\d{3}(?:\d{4})?$/u.test(written), 'oo-code'),
  checked(text('vpr_login', 'Логин ВПР', 'National tests login', 14), isVprLogin, 'vpr-login'),
  checked(text('inn', 'ИНН', 'INN', 13), isInn, 'inn'),
  checked(text('ogrn', 'ОГРН', 'OGRN', 16), isOgrn, 'ogrn'),
  text('settlement', 'Населённый пункт', 'Settlement', 20, 200),
  text('address', 'Адрес', 'Address', 44),
  text('head_name', 'Руководитель', 'Head', 30, 200),
  yesNo(text('is_rural', 'Сельская', 'Rural', 9)),
  choice(text('school_type', 'Тип школы', 'Type of school', 12), both('types', SCHOOL_TYPES)),
  text('email', 'Почта', 'E-mail', 26, 200),
  text('site', 'Сайт', 'Site', 24, 200),
  day(text('opened_on', 'Открыта', 'Opened', 11)),
  day(text('closed_on', 'Закрыта', 'Closed', 11)),
];

/** Columns of the passport, as the territory has them. */
export function passportColumns(fields: readonly PassportField[]): Column[] {
  return fields.map((field): Column => {
    const unit = {
      ru: field.unitRu === null ? '' : `, ${field.unitRu}`,
      en: field.unitEn === null ? '' : `, ${field.unitEn}`,
    };
    const base = text(`passport.${field.key}`, `${field.titleRu}${unit.ru}`, `${field.titleEn}${unit.en}`, 12);
    return {
      ...base,
      read: (written) => {
        const value = passportValue(field, written);
        if (value === null) return { value: null };
        return value === 'unfit' ? { expected: `passport-${field.type}` } : value;
      },
      write: field.type === 'boolean' ? yesNo(base).write : asIs,
    };
  });
}
