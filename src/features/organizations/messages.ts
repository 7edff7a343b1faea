import type { Kind } from '#features/organizations/list-address.ts';
import type { Locale } from '#platform/i18n/locale.ts';

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
  readonly open: string;
  readonly closed: string;
  readonly name: string;
  readonly code: string;
  readonly place: string;
  readonly closedOn: (day: string) => string;
  readonly nothingTitle: string;
  readonly nothingText: string;
  readonly clear: string;
  readonly kinds: Readonly<Record<Kind, string>>;
};

export function organizationWords(locale: Locale): OrganizationWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, OrganizationWords> = {
  ru: {
    title: 'Организации',
    list: 'Организации: название, вид, код, место',
    filters: 'Отбор организаций',
    search: 'Название, код, ИНН',
    kind: 'Вид',
    anyKind: 'любой',
    municipality: 'Муниципалитет',
    anyMunicipality: 'все',
    state: 'Состояние',
    open: 'работает',
    closed: 'закрыта',
    name: 'Название',
    code: 'Код',
    place: 'Место',
    closedOn: (day) => `закрыта ${day}`,
    nothingTitle: 'Ничего не нашлось',
    nothingText: 'По этому отбору нет организаций из тех, что вам видны. Проверьте слова или снимите отбор.',
    clear: 'Снять отбор',
    kinds: {
      region: 'регион',
      municipality: 'муниципалитет',
      authority: 'орган управления',
      school: 'школа',
      institute: 'институт',
      centre: 'центр',
      partner: 'партнёр',
    },
  },
  en: {
    title: 'Organisations',
    list: 'Organisations: name, kind, code, place',
    filters: 'Filter organisations',
    search: 'Name, code, tax number',
    kind: 'Kind',
    anyKind: 'any',
    municipality: 'Municipality',
    anyMunicipality: 'all',
    state: 'State',
    open: 'open',
    closed: 'closed',
    name: 'Name',
    code: 'Code',
    place: 'Place',
    closedOn: (day) => `closed on ${day}`,
    nothingTitle: 'Nothing was found',
    nothingText: 'None of the organisations you may see fits these filters. Check the words or clear the filters.',
    clear: 'Clear the filters',
    kinds: {
      region: 'region',
      municipality: 'municipality',
      authority: 'authority',
      school: 'school',
      institute: 'institute',
      centre: 'centre',
      partner: 'partner',
    },
  },
};
