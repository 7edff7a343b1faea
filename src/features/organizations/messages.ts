import type { Kind, SchoolType } from '#features/organizations/list-address.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { counted } from '#platform/i18n/plurals.ts';

export type OrganizationWords = {
  readonly title: string;
  readonly list: string;
  readonly filters: string;
  readonly search: string;
  readonly kind: string;
  readonly anyKind: string;
  readonly municipality: string;
  readonly anyMunicipality: string;
  readonly state: string;
  readonly states: Readonly<Record<'open' | 'closed' | 'any', string>>;
  readonly type: string;
  readonly locality: string;
  readonly localities: Readonly<Record<'rural' | 'urban', string>>;
  readonly group: string;
  readonly any: string;
  readonly reach: string;
  readonly own: string;
  readonly everyone: string;
  readonly found: (count: number) => string;
  readonly create: string;
  readonly import: string;
  readonly groups: string;
  readonly passportFields: string;
  readonly name: string;
  readonly code: string;
  readonly place: string;
  readonly closedOn: (day: string) => string;
  readonly nothingTitle: string;
  readonly nothingText: string;
  readonly clear: string;
  readonly lookEverywhere: string;
  readonly print: string;
  readonly printed: string;
  readonly printedAbout: string;
  readonly toList: string;
  readonly filteredBy: (labels: string) => string;
  readonly cut: (shown: number, total: number) => string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly types: Readonly<Record<SchoolType, string>>;
};

export function organizationWords(locale: Locale): OrganizationWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, OrganizationWords> = {
  ru: {
    title: 'Организации',
    list: 'Организации: название, вид, код, место',
    filters: 'Отбор организаций',
    search: 'Название, номер, код, ИНН',
    kind: 'Вид',
    anyKind: 'любой',
    municipality: 'Муниципалитет',
    anyMunicipality: 'все',
    state: 'Состояние',
    states: { open: 'работают', closed: 'закрыты', any: 'любое' },
    type: 'Тип школы',
    locality: 'Местность',
    localities: { rural: 'село', urban: 'город' },
    group: 'Группа',
    any: 'любая',
    reach: 'Чьи организации показать',
    own: 'Мои',
    everyone: 'Все, что мне видны',
    found: (count) => counted('ru', count, { one: 'организация', few: 'организации', other: 'организаций' }),
    create: 'Добавить',
    import: 'Загрузить из таблицы',
    groups: 'Группы исполнителей',
    passportFields: 'Поля паспорта',
    name: 'Название',
    code: 'Код',
    place: 'Место',
    closedOn: (day) => `закрыта ${day}`,
    nothingTitle: 'Ничего не нашлось',
    nothingText: 'По этому отбору нет организаций из тех, что вам видны. Проверьте слова или снимите отбор.',
    clear: 'Снять отбор',
    lookEverywhere: 'Искать среди всех, что мне видны',
    print: 'Печать',
    printed: 'Список для печати',
    printedAbout: 'Весь отобранный список, без деления на страницы. Печать: Ctrl + P.',
    toList: 'К списку',
    filteredBy: (labels) => `Отбор: ${labels}`,
    cut: (shown, total) =>
      `Напечатаны первые ${formatNumber('ru', shown)} из ${formatNumber('ru', total)}. Сузьте отбор или выгрузите список в XLSX.`,
    kinds: {
      region: 'регион',
      municipality: 'муниципалитет',
      authority: 'орган управления',
      school: 'школа',
      institute: 'институт',
      centre: 'центр',
      partner: 'партнёр',
    },
    types: {
      secondary: 'средняя',
      basic: 'основная',
      primary: 'начальная',
      gymnasium: 'гимназия',
      lyceum: 'лицей',
      boarding: 'интернат',
      evening: 'вечерняя',
    },
  },
  en: {
    title: 'Organisations',
    list: 'Organisations: name, kind, code, place',
    filters: 'Filter organisations',
    search: 'Name, number, code, tax number',
    kind: 'Kind',
    anyKind: 'any',
    municipality: 'Municipality',
    anyMunicipality: 'all',
    state: 'State',
    states: { open: 'open', closed: 'closed', any: 'any' },
    type: 'Type of school',
    locality: 'Locality',
    localities: { rural: 'village', urban: 'town' },
    group: 'Group',
    any: 'any',
    reach: 'Whose organisations to show',
    own: 'Mine',
    everyone: 'All I may see',
    found: (count) => counted('en', count, { one: 'organisation', other: 'organisations' }),
    create: 'Add',
    import: 'Load from a table',
    groups: 'Groups of executors',
    passportFields: 'Fields of passports',
    name: 'Name',
    code: 'Code',
    place: 'Place',
    closedOn: (day) => `closed on ${day}`,
    nothingTitle: 'Nothing was found',
    nothingText: 'None of the organisations you may see fits these filters. Check the words or clear the filters.',
    clear: 'Clear the filters',
    lookEverywhere: 'Look among all I may see',
    print: 'Print',
    printed: 'List for printing',
    printedAbout: 'The whole filtered list, not divided into pages. To print: Ctrl + P.',
    toList: 'To the list',
    filteredBy: (labels) => `Filtered by: ${labels}`,
    cut: (shown, total) =>
      `The first ${formatNumber('en', shown)} of ${formatNumber('en', total)} are printed. Narrow the filters or export the list as XLSX.`,
    kinds: {
      region: 'region',
      municipality: 'municipality',
      authority: 'authority',
      school: 'school',
      institute: 'institute',
      centre: 'centre',
      partner: 'partner',
    },
    types: {
      secondary: 'secondary',
      basic: 'basic',
      primary: 'primary',
      gymnasium: 'gymnasium',
      lyceum: 'lyceum',
      boarding: 'boarding',
      evening: 'evening',
    },
  },
};
