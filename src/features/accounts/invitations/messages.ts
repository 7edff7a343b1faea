import type { FindingCode } from '#features/accounts/invitations/check-list.ts';
import type { Column } from '#features/accounts/invitations/list-layout.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** Words of inviting by a list. */
export type InvitationWords = {
  readonly title: string;
  readonly about: string;
  readonly file: string;
  readonly fileHint: string;
  readonly template: string;
  readonly check: string;
  readonly checked: string;
  readonly sheet: string;
  readonly good: string;
  readonly summary: (invited: number, assigned: number, already: number) => string;
  readonly faulty: (count: number) => string;
  readonly nothingToDo: string;
  readonly findings: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
  readonly head: string;
  readonly more: (count: number) => string;
  readonly inviteAll: string;
  readonly another: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly codes: Readonly<Record<FindingCode, string>>;
};

export function invitationWords(locale: Locale): InvitationWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, InvitationWords> = {
  ru: {
    title: 'Пригласить списком',
    about: 'Список сначала проверяется: вы увидите, что в нём не так. Приглашаются либо все, либо никто.',
    file: 'Таблица XLSX или CSV',
    fileHint: 'Столбцы: организация (код или название), ФИО, электронная почта, должность, роль.',
    template: 'Скачать образец',
    check: 'Проверить список',
    checked: 'Проверка списка',
    sheet: 'Лист',
    good: 'Ошибок нет',
    summary: (invited, assigned, already) =>
      `Новых людей: ${invited}. Новых ролей у тех, кто уже есть: ${assigned}. Уже приглашены: ${already}.`,
    faulty: (count) => `Ошибок: ${count}. Пока они есть, никто не приглашается`,
    nothingToDo: 'Приглашать некого: все из списка уже здесь.',
    findings: 'Что исправить в файле',
    row: 'Строка',
    column: 'Столбец',
    value: 'Написано',
    expected: 'Нужно',
    head: 'шапка',
    more: (count) => `И ещё ${count}: исправьте эти и проверьте снова.`,
    inviteAll: 'Пригласить всех',
    another: 'Загрузить другой файл',
    columns: {
      organization: 'Организация',
      name: 'ФИО',
      email: 'Электронная почта',
      position: 'Должность',
      role: 'Роль',
    },
    codes: {
      'column-missing': 'такой столбец в первой строке',
      needed: 'заполнить ячейку',
      long: 'не длиннее 200 знаков',
      email: 'адрес вида name@school.ru',
      twice: 'одна строка на человека, роль и организацию',
      'organization-unknown': 'код или название действующей организации вашей области',
      'organization-several': 'код: такое название у нескольких организаций',
      'role-unknown': 'название роли, например «координатор школы»',
      'role-unfit': 'роль, которая бывает в такой организации',
      forbidden: 'роль, которую вы вправе дать в этой организации',
      'email-taken': 'другой адрес: с этим уже есть человек вне вашей области',
    },
  },
  en: {
    title: 'Invite by a list',
    about: 'The list is checked first: you will see what is wrong with it. Either all are invited or nobody.',
    file: 'Table, XLSX or CSV',
    fileHint: 'Columns: organisation (code or name), full name, e-mail, position, role.',
    template: 'Download a sample',
    check: 'Check the list',
    checked: 'The list as checked',
    sheet: 'Sheet',
    good: 'No mistakes',
    summary: (invited, assigned, already) =>
      `New people: ${invited}. New roles of people who are here: ${assigned}. Invited already: ${already}.`,
    faulty: (count) => `Mistakes: ${count}. While there are any, nobody is invited`,
    nothingToDo: 'There is nobody to invite: everyone in the list is here.',
    findings: 'What to correct in the file',
    row: 'Row',
    column: 'Column',
    value: 'Written',
    expected: 'Expected',
    head: 'head',
    more: (count) => `And ${count} more: correct these and check again.`,
    inviteAll: 'Invite all',
    another: 'Upload another file',
    columns: { organization: 'Organisation', name: 'Full name', email: 'E-mail', position: 'Position', role: 'Role' },
    codes: {
      'column-missing': 'such a column in the first row',
      needed: 'a filled cell',
      long: 'at most 200 characters',
      email: 'an address such as name@school.example',
      twice: 'one row for a person, role and organisation',
      'organization-unknown': 'code or name of an open organisation within your places',
      'organization-several': 'a code: several organisations have this name',
      'role-unknown': 'the name of a role, such as “school coordinator”',
      'role-unfit': 'a role that there is at such an organisation',
      forbidden: 'a role that you may give at this organisation',
      'email-taken': 'another address: a person outside your places has this one',
    },
  },
};
