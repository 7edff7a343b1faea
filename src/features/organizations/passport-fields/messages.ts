import type { Locale } from '#platform/i18n/locale.ts';

export type PassportFieldWords = {
  readonly title: string;
  readonly about: string;
  readonly field: string;
  readonly titleRu: string;
  readonly titleEn: string;
  readonly type: string;
  readonly types: Readonly<Record<'number' | 'text' | 'boolean' | 'date', string>>;
  readonly typeHint: string;
  readonly unitRu: string;
  readonly unitEn: string;
  readonly unit: string;
  readonly place: string;
  readonly placeHint: string;
  readonly state: string;
  readonly inUse: string;
  readonly retiredOn: (day: string) => string;
  readonly deed: string;
  readonly edit: string;
  readonly editing: (title: string) => string;
  readonly newField: string;
  readonly add: string;
  readonly save: string;
  readonly retire: string;
  readonly retireAbout: string;
  readonly restore: string;
  readonly restoreAbout: string;
  readonly basis: string;
  readonly cancel: string;
  readonly refused: string;
  readonly refusals: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  readonly alreadyThere: string;
};

export function passportFieldWords(locale: Locale): PassportFieldWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, PassportFieldWords> = {
  ru: {
    title: 'Поля паспорта',
    about: 'Что школы указывают в паспорте: одни и те же поля для всего региона, в карточках, выгрузках и загрузках.',
    field: 'Поле',
    titleRu: 'Название по-русски',
    titleEn: 'Название по-английски',
    type: 'Что записывают',
    types: { number: 'число', text: 'текст', boolean: 'да или нет', date: 'дата' },
    typeHint: 'Потом не меняется: по нему хранятся значения.',
    unitRu: 'Единица по-русски',
    unitEn: 'Единица по-английски',
    unit: 'Единица',
    place: 'Место в списке',
    placeHint: 'Поля идут по возрастанию этого числа.',
    state: 'Состояние',
    inUse: 'используется',
    retiredOn: (day) => `не используется с ${day}`,
    deed: 'Действие',
    edit: 'Править',
    editing: (title) => `Правка поля: ${title}`,
    newField: 'Новое поле',
    add: 'Добавить поле',
    save: 'Сохранить',
    retire: 'Вывести из употребления',
    retireAbout: 'Поле исчезнет из форм, выгрузок и загрузок. Записанные значения сохранятся, журнал их покажет.',
    restore: 'Вернуть в употребление',
    restoreAbout: 'Поле снова появится в паспортах вместе с ранее записанными значениями.',
    basis: 'Основание',
    cancel: 'К новому полю',
    refused: 'Не удалось сохранить. Откройте страницу заново и повторите.',
    refusals: {
      'changed-by-someone-else': 'Пока вы правили, поле изменил кто-то другой. Откройте его заново.',
      forbidden: 'На это нет прав.',
      'already-there': 'Столбец или поле с таким названием уже есть.',
    },
    faults: {
      needed: 'Заполните поле.',
      choice: 'Выберите из списка.',
      'too-long': 'Слишком длинно. Сократите.',
      place: 'Укажите число от 0 до 9999.',
    },
    alreadyThere: 'Столбец или поле с таким названием уже есть.',
  },
  en: {
    title: 'Fields of passports',
    about:
      'What schools tell in their passports: the same fields for the whole region, on cards, in exports and imports.',
    field: 'Field',
    titleRu: 'Title in Russian',
    titleEn: 'Title in English',
    type: 'What is written',
    types: { number: 'a number', text: 'text', boolean: 'yes or no', date: 'a date' },
    typeHint: 'It does not change later: values are kept by it.',
    unitRu: 'Unit in Russian',
    unitEn: 'Unit in English',
    unit: 'Unit',
    place: 'Place in the list',
    placeHint: 'Fields stand in the order of this number.',
    state: 'State',
    inUse: 'in use',
    retiredOn: (day) => `not in use since ${day}`,
    deed: 'Action',
    edit: 'Edit',
    editing: (title) => `Edit the field: ${title}`,
    newField: 'New field',
    add: 'Add the field',
    save: 'Save',
    retire: 'Retire the field',
    retireAbout:
      'The field leaves forms, exports and imports. Values that are written stay, and the journal shows them.',
    restore: 'Take back into use',
    restoreAbout: 'The field stands in passports again, with the values that were written before.',
    basis: 'Basis',
    cancel: 'To a new field',
    refused: 'It could not be saved. Open the page again and repeat.',
    refusals: {
      'changed-by-someone-else': 'Somebody else changed the field while you were editing. Open it again.',
      forbidden: 'You may not do this.',
      'already-there': 'There is a column or a field of this title already.',
    },
    faults: {
      needed: 'Fill in this field.',
      choice: 'Choose from the list.',
      'too-long': 'Too long. Shorten it.',
      place: 'Give a number from 0 to 9999.',
    },
    alreadyThere: 'There is a column or a field of this title already.',
  },
};
