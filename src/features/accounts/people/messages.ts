import type { Locale } from '#platform/i18n/locale.ts';
import { formatDay } from '#platform/i18n/dates.ts';

/** Words of the list of people, of their cards and of inviting. */
export type PeopleWords = {
  readonly title: string;
  readonly filters: string;
  readonly search: string;
  readonly role: string;
  readonly anyRole: string;
  readonly municipality: string;
  readonly anyMunicipality: string;
  readonly state: string;
  readonly states: Readonly<Record<'open' | 'invited' | 'closed', string>>;
  readonly name: string;
  readonly place: string;
  readonly nothingTitle: string;
  readonly nothingText: string;
  readonly clear: string;
  readonly invite: string;
  readonly inviteMany: string;
  readonly inviteAbout: string;
  readonly organization: string;
  readonly organizationHint: string;
  readonly rolePlace: string;
  readonly rolePlaceHint: string;
  readonly position: string;
  readonly send: string;
  readonly perhaps: string;
  readonly did: Readonly<Record<'invited' | 'assigned' | 'ended' | 'closed' | 'opened' | 'sent', string>>;
  readonly works: string;
  readonly account: string;
  readonly closedSince: (day: string) => string;
  readonly notYetIn: string;
  readonly secondFactorOn: string;
  readonly roles: string;
  readonly noRoles: string;
  readonly valid: string;
  readonly since: (from: string, until: string | null) => string;
  readonly substitutes: string;
  readonly basis: string;
  readonly basisHint: string;
  readonly give: string;
  readonly from: string;
  readonly until: string;
  readonly substitutesHint: string;
  readonly end: string;
  readonly lastDay: string;
  readonly lastDayHint: string;
  readonly close: string;
  readonly closeAbout: string;
  readonly open: string;
  readonly sendLink: string;
  readonly journal: string;
  readonly noJournal: string;
  readonly opora: string;
  readonly fields: Readonly<Record<string, string>>;
};

export function peopleWords(locale: Locale): PeopleWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, PeopleWords> = {
  ru: {
    title: 'Люди',
    filters: 'Отбор людей',
    search: 'Имя, почта, место работы',
    role: 'Роль',
    anyRole: 'любая',
    municipality: 'Муниципалитет',
    anyMunicipality: 'все',
    state: 'Вход',
    states: { open: 'открыт', invited: 'ещё не входили', closed: 'закрыт' },
    name: 'Имя',
    place: 'Место работы',
    nothingTitle: 'Никого не нашлось',
    nothingText: 'По этому отбору нет людей из вашей области. Проверьте слова или снимите отбор.',
    clear: 'Снять отбор',
    invite: 'Пригласить человека',
    inviteMany: 'Пригласить списком',
    inviteAbout: 'Придёт письмо со ссылкой, чтобы задать пароль. Ссылка действует 14 дней.',
    organization: 'Место работы',
    organizationHint: 'Код или краткое название организации.',
    rolePlace: 'Где действует роль',
    rolePlaceHint: 'Если не там, где человек работает: код или название.',
    position: 'Должность',
    send: 'Пригласить',
    perhaps: 'Возможно, это:',
    did: {
      invited: 'Приглашение поставлено в очередь и скоро уйдёт',
      assigned: 'Роль дана',
      ended: 'Роль завершена',
      closed: 'Вход закрыт',
      opened: 'Вход открыт',
      sent: 'Письмо со ссылкой поставлено в очередь',
    },
    works: 'Место работы',
    account: 'Вход',
    closedSince: (day) => `закрыт с ${formatDay('ru', day)}`,
    notYetIn: 'приглашён, пароль ещё не задан',
    secondFactorOn: 'открыт, со вторым шагом',
    roles: 'Роли',
    noRoles: 'Ролей нет.',
    valid: 'Действует',
    since: (from, until) =>
      until === null ? `с ${formatDay('ru', from)}` : `${formatDay('ru', from)} – ${formatDay('ru', until)}`,
    substitutes: 'Замещает',
    basis: 'Основание',
    basisHint: 'Номер и дата приказа, письмо или причина.',
    give: 'Дать роль',
    from: 'Первый день',
    until: 'Последний день',
    substitutesHint: 'Почта того, кого человек замещает.',
    end: 'Завершить роль',
    lastDay: 'Последний день роли',
    lastDayHint: 'День до начала роли снимает её совсем.',
    close: 'Закрыть вход',
    closeAbout: 'Человек больше не войдёт, открытые сеансы завершатся. Записи останутся, вход можно открыть снова.',
    open: 'Открыть вход',
    sendLink: 'Прислать ссылку ещё раз',
    journal: 'Журнал',
    noJournal: 'Изменений пока нет.',
    opora: 'Опора',
    fields: {
      full_name: 'Имя',
      email: 'Почта',
      position: 'Должность',
      organization_id: 'Организация',
      locale: 'Язык',
      closed_at: 'Закрыт',
      role: 'Роль',
      valid_from: 'Первый день',
      valid_until: 'Последний день',
      basis: 'Основание',
    },
  },
  en: {
    title: 'People',
    filters: 'Filter people',
    search: 'Name, e-mail, place of work',
    role: 'Role',
    anyRole: 'any',
    municipality: 'Municipality',
    anyMunicipality: 'all',
    state: 'Account',
    states: { open: 'open', invited: 'never signed in', closed: 'closed' },
    name: 'Name',
    place: 'Works at',
    nothingTitle: 'Nobody was found',
    nothingText: 'Nobody within your places fits these filters. Check the words or clear the filters.',
    clear: 'Clear the filters',
    invite: 'Invite a person',
    inviteMany: 'Invite by a list',
    inviteAbout: 'A letter comes with a link to set a password. The link holds for 14 days.',
    organization: 'Works at',
    organizationHint: 'Code or short name of the organisation.',
    rolePlace: 'Where the role holds',
    rolePlaceHint: 'If not where the person works: code or name.',
    position: 'Position',
    send: 'Invite',
    perhaps: 'Perhaps one of these:',
    did: {
      invited: 'The invitation is queued and will leave soon',
      assigned: 'The role is given',
      ended: 'The role is ended',
      closed: 'The account is closed',
      opened: 'The account is open',
      sent: 'The letter with the link is queued',
    },
    works: 'Works at',
    account: 'Account',
    closedSince: (day) => `closed since ${formatDay('en', day)}`,
    notYetIn: 'invited, no password set yet',
    secondFactorOn: 'open, with a second step',
    roles: 'Roles',
    noRoles: 'No roles.',
    valid: 'Valid',
    since: (from, until) =>
      until === null ? `since ${formatDay('en', from)}` : `${formatDay('en', from)} – ${formatDay('en', until)}`,
    substitutes: 'Stands in for',
    basis: 'Basis',
    basisHint: 'Number and date of the order, a letter, or the reason.',
    give: 'Give a role',
    from: 'First day',
    until: 'Last day',
    substitutesHint: 'E-mail of whom the person stands in for.',
    end: 'End the role',
    lastDay: 'Last day of the role',
    lastDayHint: 'A day before the first one takes the role back.',
    close: 'Close the account',
    closeAbout:
      'The person can no longer sign in, open sessions end. Records stay, and the account can be opened again.',
    open: 'Open the account',
    sendLink: 'Send the link again',
    journal: 'Journal',
    noJournal: 'No changes yet.',
    opora: 'Opora',
    fields: {
      full_name: 'Name',
      email: 'E-mail',
      position: 'Position',
      organization_id: 'Organisation',
      locale: 'Language',
      closed_at: 'Closed',
      role: 'Role',
      valid_from: 'First day',
      valid_until: 'Last day',
      basis: 'Basis',
    },
  },
};
