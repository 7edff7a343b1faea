import type { Locale } from '#platform/i18n/locale.ts';
import { counted } from '#platform/i18n/plurals.ts';

export type GroupWords = {
  readonly title: string;
  readonly name: string;
  readonly shortTitle: string;
  readonly owner: string;
  readonly members: string;
  readonly allSchools: string;
  readonly organization: string;
  readonly code: string;
  readonly period: string;
  readonly basis: string;
  readonly on: string;
  readonly show: string;
  readonly found: (count: number) => string;
  readonly nobody: string;
  readonly nobodyAbout: string;
  readonly add: string;
  readonly codes: string;
  readonly codesHint: string;
  readonly memberFrom: string;
  readonly end: string;
  readonly endOf: (name: string) => string;
  readonly lastDay: string;
  readonly newGroup: string;
  readonly create: string;
  readonly refused: string;
  readonly unknownCodes: (codes: string) => string;
  readonly faults: Readonly<Record<string, string>>;
  readonly refusals: Readonly<Record<string, string>>;
};

export function groupWords(locale: Locale): GroupWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, GroupWords> = {
  ru: {
    title: 'Группы исполнителей',
    name: 'Название',
    shortTitle: 'Кратко, как в приказах',
    owner: 'Чья',
    members: 'Сейчас входит',
    allSchools: 'Входят все школы территории, новые тоже',
    organization: 'Организация',
    code: 'Код',
    period: 'Срок',
    basis: 'Основание',
    on: 'Состав на день',
    show: 'Показать',
    found: (count) => counted('ru', count, { one: 'организация', few: 'организации', other: 'организаций' }),
    nobody: 'На этот день в группе никого',
    nobodyAbout: 'Здесь появятся организации, включённые в группу.',
    add: 'Включить в группу',
    codes: 'Коды организаций',
    codesHint: 'Через пробел, запятую или с новой строки: можно вставить столбец из таблицы.',
    memberFrom: 'В группе с',
    end: 'Исключить',
    endOf: (name) => `Исключить: ${name}`,
    lastDay: 'Последний день в группе',
    newGroup: 'Новая группа',
    create: 'Создать группу',
    refused: 'Не удалось сохранить',
    unknownCodes: (codes) => `Нет таких организаций среди ваших: ${codes}. Никто не включён: исправьте коды.`,
    faults: {
      needed: 'Заполните поле.',
      day: 'Укажите день.',
      choice: 'Выберите из списка.',
      'too-long': 'Слишком длинно.',
    },
    refusals: {
      'already-there': 'Такая запись уже есть.',
      'organization.unfit': 'Последний день должен быть позже первого.',
      forbidden: 'На это нет прав.',
    },
  },
  en: {
    title: 'Groups of executors',
    name: 'Name',
    shortTitle: 'In short, as in orders',
    owner: 'Of',
    members: 'Members now',
    allSchools: 'Holds all schools of the territory, new ones too',
    organization: 'Organisation',
    code: 'Code',
    period: 'Period',
    basis: 'Basis',
    on: 'Members on the day',
    show: 'Show',
    found: (count) => counted('en', count, { one: 'organisation', other: 'organisations' }),
    nobody: 'Nobody is in the group on this day',
    nobodyAbout: 'Organisations of the group will appear here.',
    add: 'Take into the group',
    codes: 'Codes of organisations',
    codesHint: 'Separated by spaces, commas or lines: a column of a table may be pasted.',
    memberFrom: 'In the group from',
    end: 'Let go',
    endOf: (name) => `Let go: ${name}`,
    lastDay: 'Last day in the group',
    newGroup: 'New group',
    create: 'Make the group',
    refused: 'It could not be saved',
    unknownCodes: (codes) => `None of yours has these codes: ${codes}. Nobody was taken in: correct the codes.`,
    faults: {
      needed: 'Fill in this field.',
      day: 'Give a day.',
      choice: 'Choose from the list.',
      'too-long': 'Too long.',
    },
    refusals: {
      'already-there': 'There is such a record already.',
      'organization.unfit': 'The last day must be after the first.',
      forbidden: 'You may not do this.',
    },
  },
};
