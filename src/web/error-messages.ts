import type { Locale } from '#platform/i18n/locale.ts';

/** What a page says instead of itself: what happened, and what to do. */
export type ErrorWords = {
  readonly of: (status: number, reference: string | undefined) => { readonly title: string; readonly text: string };
  readonly status: (status: number) => string;
  readonly home: string;
};

/** The words in the language of the page; a page that failed before its language was known speaks Russian. */
export function errorWords(locale: Locale | undefined): ErrorWords {
  return WORDS[locale ?? 'ru'];
}

const WORDS: Record<Locale, ErrorWords> = {
  ru: {
    of: (status, reference) => {
      if (status === 404)
        return {
          title: 'Такой страницы нет',
          text: 'Адрес набран с ошибкой, запись убрана или находится не в вашем ведении.',
        };
      if (status === 403) return { title: 'Это действие вам недоступно', text: 'Нужные права даёт ваш администратор.' };
      if (status === 413)
        return { title: 'Файл слишком велик', text: 'Разделите его на части и загрузите по очереди.' };
      return {
        title: 'Не получилось',
        text:
          reference === undefined
            ? 'Вернитесь назад и попробуйте ещё раз.'
            : `Ошибка записана под номером ${reference}: назовите его администратору. То, что сохранено раньше, цело.`,
      };
    },
    status: (status) => `Ответ ${status}`,
    home: 'К началу',
  },
  en: {
    of: (status, reference) => {
      if (status === 404)
        return {
          title: 'There is no such page',
          text: 'The address is mistyped, the record is gone, or it is not in your charge.',
        };
      if (status === 403)
        return { title: 'You may not do this', text: 'Your administrator gives the rights it needs.' };
      if (status === 413) return { title: 'The file is too large', text: 'Split it and upload the parts in turn.' };
      return {
        title: 'It did not work',
        text:
          reference === undefined
            ? 'Go back and try again.'
            : `The error is kept under number ${reference}: tell it to the administrator. What was saved before is safe.`,
      };
    },
    status: (status) => `Answer ${status}`,
    home: 'To the start',
  },
};
