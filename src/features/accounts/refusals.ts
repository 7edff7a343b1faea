import type { Refusal } from '#domain/outcome.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** What a refusal says to the person: what happened, and what to do. */
export type RefusalWords = { readonly title: string; readonly about?: string };

/** The words of a refusal about sign-in, people and their roles. */
export function refusalWords(locale: Locale, refusal: Refusal): RefusalWords {
  const words = WORDS[locale];
  if (refusal.code === 'sign-in.too-often') return { title: words.tooOften(refusal.seconds) };
  return words.told[refusal.code] ?? words.other;
}

type Words = {
  readonly tooOften: (seconds: number) => string;
  readonly told: Readonly<Partial<Record<Refusal['code'], RefusalWords>>>;
  /** Refusals that pages about people do not come to. */
  readonly other: RefusalWords;
};

const WORDS: Record<Locale, Words> = {
  ru: {
    tooOften: (seconds) => `Слишком много попыток. Следующая – через ${seconds} с.`,
    told: {
      'sign-in.refused': {
        title: 'Почта или пароль не подошли',
        about: 'Проверьте раскладку и регистр. Если пароль забыт, запросите ссылку, чтобы задать новый.',
      },
      'second-factor.refused': {
        title: 'Код не подошёл',
        about: 'Код приложения меняется каждые 30 секунд. Если прошло больше десяти минут, войдите заново.',
      },
      'password.refused': { title: 'Нынешний пароль не подошёл', about: 'Проверьте раскладку и регистр.' },
      'account.closed': { title: 'Вход для вас закрыт', about: 'Открыть его может координатор вашей организации.' },
      'link.void': {
        title: 'Ссылка не действует',
        about: 'Её уже использовали или она устарела. Запросите новую: письмо придёт за несколько минут.',
      },
      forbidden: { title: 'На это нет прав', about: 'Права даёт роль; роли дают координаторы.' },
      'not-found': { title: 'Не нашлось', about: 'Запись закрыли или она вне вашей области. Обновите страницу.' },
      'changed-by-someone-else': {
        title: 'Запись изменили после того, как вы её открыли',
        about: 'Обновите страницу и повторите.',
      },
      'already-there': {
        title: 'С этой почтой уже есть человек',
        about:
          'Найдите его в списке людей и дайте роль. Если его там нет, он работает в другом месте: обратитесь к координатору уровнем выше.',
      },
      'administrator.last': {
        title: 'Это последний администратор',
        about:
          'Без него некому будет давать роли. Сначала дайте роль администратора другому человеку: с сегодняшнего дня и без последнего дня.',
      },
      'role.unfit': { title: 'Эта роль не даётся в такой организации', about: 'Выберите другую роль или организацию.' },
      'organization.unclear': {
        title: 'Организация названа неточно',
        about: 'Укажите код или полное краткое название.',
      },
      'person.unclear': { title: 'Замещаемый не нашёлся', about: 'Укажите почту человека из вашей области.' },
      'list.unreadable': {
        title: 'Файл не прочитан',
        about: 'Нужна таблица XLSX или CSV, не больше 5 МБ и 5 000 строк, без пароля.',
      },
      'list.faulty': {
        title: 'В списке есть ошибки',
        about: 'Исправьте файл и загрузите снова: пока никто не приглашён.',
      },
    },
    other: { title: 'Не получилось', about: 'Обновите страницу и повторите.' },
  },
  en: {
    tooOften: (seconds) => `Too many tries. The next one in ${seconds} s.`,
    told: {
      'sign-in.refused': {
        title: 'The e-mail or the password did not fit',
        about: 'Check the keyboard layout and capitals. If the password is forgotten, ask for a link to set a new one.',
      },
      'second-factor.refused': {
        title: 'The code did not fit',
        about: 'The code of the app changes every 30 seconds. After ten minutes, sign in again.',
      },
      'password.refused': {
        title: 'The present password did not fit',
        about: 'Check the keyboard layout and capitals.',
      },
      'account.closed': { title: 'Your account is closed', about: 'The coordinator of your organisation can open it.' },
      'link.void': {
        title: 'The link is void',
        about: 'It was used already or is too old. Ask for a new one: the letter comes in a few minutes.',
      },
      forbidden: { title: 'You may not do this', about: 'Roles give rights; coordinators give roles.' },
      'not-found': {
        title: 'Nothing was found',
        about: 'It was closed or is not within your places. Reload the page.',
      },
      'changed-by-someone-else': {
        title: 'The record was changed after you had opened it',
        about: 'Reload the page and try again.',
      },
      'already-there': {
        title: 'There is a person with this e-mail already',
        about:
          'Find them in the list of people and give them a role. If they are not there, they work elsewhere: ask the coordinator above you.',
      },
      'administrator.last': {
        title: 'This is the last administrator',
        about:
          'Without them nobody could give roles. First make somebody else an administrator: from today on, without a last day.',
      },
      'role.unfit': {
        title: 'This role is not given at such an organisation',
        about: 'Choose another role or another organisation.',
      },
      'organization.unclear': {
        title: 'It is not clear which organisation is meant',
        about: 'Give its code or its full short name.',
      },
      'person.unclear': {
        title: 'Nobody to stand in for was found',
        about: 'Give the e-mail of a person within your places.',
      },
      'list.unreadable': {
        title: 'The file could not be read',
        about: 'It must be a table, XLSX or CSV, of at most 5 MB and 5,000 rows, without a password.',
      },
      'list.faulty': {
        title: 'There are mistakes in the list',
        about: 'Correct the file and upload it again: nobody is invited yet.',
      },
    },
    other: { title: 'It did not work', about: 'Reload the page and try again.' },
  },
};
