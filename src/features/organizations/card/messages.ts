import type { Locale } from '#platform/i18n/locale.ts';
import { counted } from '#platform/i18n/plurals.ts';

export type CardWords = {
  readonly edit: string;
  readonly addBelow: string;
  readonly officialName: string;
  readonly kind: string;
  readonly type: string;
  readonly branch: string;
  readonly locality: string;
  readonly localities: Readonly<Record<'rural' | 'urban', string>>;
  readonly settlement: string;
  readonly address: string;
  readonly head: string;
  readonly email: string;
  readonly site: string;
  readonly openedOn: string;
  readonly closedOn: string;
  readonly closed: string;
  readonly successor: string;
  readonly mergedFrom: string;
  readonly ooCode: string;
  readonly vprLogin: string;
  readonly inn: string;
  readonly ogrn: string;
  readonly onThisPage: string;
  readonly children: string;
  readonly childrenFound: (count: number) => string;
  readonly code: string;
  readonly name: string;
  readonly passport: string;
  readonly names: string;
  readonly until: (day: string) => string;
  readonly formerParents: string;
  readonly aliases: string;
  readonly inTerritory: (name: string) => string;
  readonly groups: string;
  readonly group: string;
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly always: string;
  readonly people: string;
  readonly noPeople: string;
  readonly journal: string;
  readonly noJournal: string;
  readonly opora: string;
  readonly unknownAuthor: string;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Words of codes in the journal: «kind.school». */
  readonly values: Readonly<Record<string, string>>;
};

export function cardWords(locale: Locale): CardWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, CardWords> = {
  ru: {
    edit: 'Править',
    addBelow: 'Добавить сюда',
    officialName: 'Полное название',
    kind: 'Вид',
    type: 'Тип школы',
    branch: 'филиал',
    locality: 'Местность',
    localities: { rural: 'село', urban: 'город' },
    settlement: 'Населённый пункт',
    address: 'Адрес',
    head: 'Руководитель',
    email: 'Почта',
    site: 'Сайт',
    openedOn: 'Открыта',
    closedOn: 'Закрыта',
    closed: 'закрыта',
    successor: 'Преемник',
    mergedFrom: 'Присоединились',
    ooCode: 'Код ОО',
    vprLogin: 'Логин ВПР',
    inn: 'ИНН',
    ogrn: 'ОГРН',
    onThisPage: 'На этой странице',
    children: 'Что входит',
    childrenFound: (count) => counted('ru', count, { one: 'организация', few: 'организации', other: 'организаций' }),
    code: 'Код',
    name: 'Название',
    passport: 'Паспорт',
    names: 'Названия',
    until: (day) => `до ${day}`,
    formerParents: 'Куда входила раньше',
    aliases: 'Как ещё называют',
    inTerritory: (name) => `в пределах: ${name}`,
    groups: 'Группы исполнителей',
    group: 'Группа',
    from: 'С',
    to: 'По',
    basis: 'Основание',
    always: 'как все школы',
    people: 'Люди',
    noPeople: 'Учётных записей здесь нет.',
    journal: 'Журнал изменений',
    noJournal: 'После загрузки запись никто не менял.',
    opora: 'Опора',
    unknownAuthor: 'автор не указан',
    yes: 'да',
    no: 'нет',
    unknown: 'нет данных',
    fields: {
      official_name: 'Полное название',
      short_name: 'Краткое название',
      oo_code: 'Код ОО',
      vpr_login: 'Логин ВПР',
      inn: 'ИНН',
      ogrn: 'ОГРН',
      settlement: 'Населённый пункт',
      address: 'Адрес',
      head_name: 'Руководитель',
      is_rural: 'Сельская',
      school_type: 'Тип школы',
      is_branch: 'Филиал',
      email: 'Почта',
      site: 'Сайт',
      opened_on: 'Открыта',
      closed_on: 'Закрыта',
      successor_id: 'Преемник',
      parent_id: 'Входит в',
      kind: 'Вид',
      words: 'Вариант названия',
      territory_id: 'Территория',
      group_id: 'Группа',
      member_from: 'В группе с',
      member_until: 'В группе по',
      valid_until: 'Название действовало до',
      passport: 'Паспорт',
    },
    values: {
      'school_type.secondary': 'средняя',
      'school_type.basic': 'основная',
      'school_type.primary': 'начальная',
      'school_type.gymnasium': 'гимназия',
      'school_type.lyceum': 'лицей',
      'school_type.boarding': 'интернат',
      'school_type.evening': 'вечерняя',
      'kind.school': 'школа',
      'kind.authority': 'орган управления',
      'kind.institute': 'институт',
      'kind.centre': 'центр',
      'kind.partner': 'партнёр',
      'kind.municipality': 'муниципалитет',
      'kind.region': 'регион',
    },
  },
  en: {
    edit: 'Edit',
    addBelow: 'Add below',
    officialName: 'Official name',
    kind: 'Kind',
    type: 'Type of school',
    branch: 'branch',
    locality: 'Locality',
    localities: { rural: 'village', urban: 'town' },
    settlement: 'Settlement',
    address: 'Address',
    head: 'Head',
    email: 'E-mail',
    site: 'Site',
    openedOn: 'Opened',
    closedOn: 'Closed',
    closed: 'closed',
    successor: 'Successor',
    mergedFrom: 'Merged into it',
    ooCode: 'School code',
    vprLogin: 'Login of national tests',
    inn: 'Tax number (INN)',
    ogrn: 'Registration number (OGRN)',
    onThisPage: 'On this page',
    children: 'What belongs to it',
    childrenFound: (count) => counted('en', count, { one: 'organisation', other: 'organisations' }),
    code: 'Code',
    name: 'Name',
    passport: 'Passport',
    names: 'Names',
    until: (day) => `until ${day}`,
    formerParents: 'Where it belonged before',
    aliases: 'Other names in use',
    inTerritory: (name) => `within: ${name}`,
    groups: 'Groups of executors',
    group: 'Group',
    from: 'From',
    to: 'Until',
    basis: 'Basis',
    always: 'as all schools',
    people: 'People',
    noPeople: 'Nobody has an account here.',
    journal: 'Journal of changes',
    noJournal: 'Nobody has changed the record since it was loaded.',
    opora: 'Opora',
    unknownAuthor: 'author not known',
    yes: 'yes',
    no: 'no',
    unknown: 'no data',
    fields: {
      official_name: 'Official name',
      short_name: 'Short name',
      oo_code: 'School code',
      vpr_login: 'Login of national tests',
      inn: 'INN',
      ogrn: 'OGRN',
      settlement: 'Settlement',
      address: 'Address',
      head_name: 'Head',
      is_rural: 'Rural',
      school_type: 'Type of school',
      is_branch: 'Branch',
      email: 'E-mail',
      site: 'Site',
      opened_on: 'Opened',
      closed_on: 'Closed',
      successor_id: 'Successor',
      parent_id: 'Belongs to',
      kind: 'Kind',
      words: 'Other name',
      territory_id: 'Territory',
      group_id: 'Group',
      member_from: 'In the group from',
      member_until: 'In the group until',
      valid_until: 'Name used until',
      passport: 'Passport',
    },
    values: {
      'school_type.secondary': 'secondary',
      'school_type.basic': 'basic',
      'school_type.primary': 'primary',
      'school_type.gymnasium': 'gymnasium',
      'school_type.lyceum': 'lyceum',
      'school_type.boarding': 'boarding',
      'school_type.evening': 'evening',
      'kind.school': 'school',
      'kind.authority': 'authority',
      'kind.institute': 'institute',
      'kind.centre': 'centre',
      'kind.partner': 'partner',
      'kind.municipality': 'municipality',
      'kind.region': 'region',
    },
  },
};
