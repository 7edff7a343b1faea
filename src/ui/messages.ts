import { formatNumber } from '#platform/i18n/numbers.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { NBSP } from '#platform/i18n/spaces.ts';
import { useLocale } from '#ui/locale.ts';

/** Words that belong to the design system itself; what a page is about comes in as props. */
export type UiWords = {
  readonly brand: string;
  readonly skip: string;
  readonly search: string;
  readonly searchFor: string;
  readonly language: string;
  readonly otherLanguage: string;
  readonly weakSight: string;
  readonly weakSightAbout: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly sections: string;
  readonly more: string;
  readonly whereYouAre: string;
  readonly dataAsOf: (moment: string) => string;
  readonly source: string;
  readonly demonstration: string;
  readonly demoBar: string;
  readonly optional: string;
  readonly show: string;
  readonly hide: string;
  readonly noChoice: string;
  readonly apply: string;
  readonly resetFilters: string;
  readonly unfilter: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly range: (first: number, last: number, total: number) => string;
  readonly page: (page: number) => string;
  readonly formErrors: (count: number) => string;
  readonly typeToConfirm: (expected: string) => string;
  readonly basis: string;
  readonly was: string;
  readonly became: string;
  readonly nothing: string;
  readonly changes: string;
  readonly print: string;
  /** Words of a person in the quotation marks of the language. */
  readonly quoted: (text: string) => string;
  readonly keys: string;
  /** A key, and what it does. */
  readonly keyDeeds: readonly (readonly [string, string])[];
};

/** The words of the design system in the language of the page, inside a component: `const words = useWords()`. */
export function useWords(): () => UiWords {
  const locale = useLocale();
  return () => WORDS[locale()];
}

const WORDS: Record<Locale, UiWords> = {
  ru: {
    brand: 'Опора',
    skip: 'К содержанию',
    search: 'Поиск',
    searchFor: 'Поиск по школам, мероприятиям, документам и людям',
    language: 'Язык',
    otherLanguage: 'English',
    weakSight: 'Версия для слабовидящих',
    weakSightAbout: 'Крупный шрифт и высокий контраст',
    signIn: 'Войти',
    signOut: 'Выйти',
    sections: 'Разделы',
    more: 'Ещё',
    whereYouAre: 'Где вы',
    dataAsOf: (moment) => `Данные на ${moment}`,
    source: 'Источник: рабочая система «Опора»',
    demonstration: 'Демонстрация',
    demoBar: 'Демонстрация: область, люди и числа вымышлены, вход без второго фактора.',
    optional: 'можно не заполнять',
    show: 'показать',
    hide: 'скрыть',
    noChoice: 'не выбрано',
    apply: 'Отобрать',
    resetFilters: 'Снять отбор',
    unfilter: 'снять отбор',
    pages: 'Страницы списка',
    previous: 'Назад',
    next: 'Дальше',
    range: (first, last, total) => rangeOf('ru', 'из', first, last, total),
    page: (page) => `Страница ${page}`,
    formErrors: (count) => (count === 1 ? 'Исправьте одно поле' : `Исправьте поля: ${count}`),
    typeToConfirm: (expected) => `Это нельзя отменить. Чтобы подтвердить, наберите «${expected}»`,
    basis: 'Основание',
    was: 'было',
    became: 'стало',
    nothing: 'пусто',
    changes: 'Что изменилось',
    print: 'Печать',
    quoted: (text) => `«${text}»`,
    keys: 'Клавиши',
    keyDeeds: [
      ['/', 'к поиску'],
      ['↓ ↑', 'по строкам таблицы, начиная с её заголовка'],
      ['Home End', 'к первой и последней строке таблицы'],
      ['Enter', 'открыть строку'],
      ['Esc', 'закрыть меню'],
      ['?', 'эта подсказка'],
    ],
  },
  en: {
    brand: 'Opora',
    skip: 'Skip to content',
    search: 'Search',
    searchFor: 'Search for schools, measures, documents and people',
    language: 'Language',
    otherLanguage: 'Русский',
    weakSight: 'Version for weak sight',
    weakSightAbout: 'Large type and high contrast',
    signIn: 'Sign in',
    signOut: 'Sign out',
    sections: 'Sections',
    more: 'More',
    whereYouAre: 'You are here',
    dataAsOf: (moment) => `Data as of ${moment}`,
    source: 'Source: Opora',
    demonstration: 'Demonstration',
    demoBar: 'Demonstration: the region, its people and numbers are invented; signing in takes no second factor.',
    optional: 'optional',
    show: 'show',
    hide: 'hide',
    noChoice: 'not chosen',
    apply: 'Filter',
    resetFilters: 'Clear filters',
    unfilter: 'clear this filter',
    pages: 'Pages of the list',
    previous: 'Back',
    next: 'Next',
    range: (first, last, total) => rangeOf('en', 'of', first, last, total),
    page: (page) => `Page ${page}`,
    formErrors: (count) => (count === 1 ? 'One field needs correcting' : `${count} fields need correcting`),
    typeToConfirm: (expected) => `This cannot be undone. To confirm, type “${expected}”`,
    basis: 'Basis',
    was: 'was',
    became: 'became',
    nothing: 'empty',
    changes: 'What changed',
    print: 'Print',
    quoted: (text) => `“${text}”`,
    keys: 'Keys',
    keyDeeds: [
      ['/', 'to the search'],
      ['↓ ↑', 'through the rows of a table, from its head on'],
      ['Home End', 'to the first and the last row of a table'],
      ['Enter', 'open the row'],
      ['Esc', 'close a menu'],
      ['?', 'these words'],
    ],
  },
};

function rangeOf(locale: Locale, of: string, first: number, last: number, total: number): string {
  const rows = `${formatNumber(locale, first)}–${formatNumber(locale, last)}`;
  return [first === last ? formatNumber(locale, first) : rows, of, formatNumber(locale, total)].join(NBSP);
}
