import type { Role } from '#domain/access/roles.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** Words of the door, and names of roles and faults that all pages about people share. */
export type AccountWords = {
  readonly signIn: string;
  readonly whatThisIs: string;
  readonly whoMayEnter: string;
  readonly email: string;
  readonly password: string;
  readonly enter: string;
  readonly forgotten: string;
  readonly passwordSet: string;
  readonly codeTitle: string;
  readonly code: string;
  readonly codeHint: string;
  readonly again: string;
  readonly forgottenTitle: string;
  readonly forgottenHint: string;
  readonly sendLink: string;
  readonly toSignIn: string;
  readonly askedTitle: string;
  readonly askedAbout: string;
  readonly newPasswordTitle: string;
  readonly newPassword: string;
  readonly newPasswordHint: string;
  readonly setPassword: string;
  readonly askAgain: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly faults: Readonly<Record<string, string>>;
};

export function accountWords(locale: Locale): AccountWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, AccountWords> = {
  ru: {
    signIn: 'Вход',
    whatThisIs: 'Опора – рабочая система поддержки школ',
    whoMayEnter:
      'Планы, сроки, отчёты и результаты помощи школам. Войти может тот, кого пригласил координатор района или региона. В пароле никто помочь не может: он известен только вам.',
    email: 'Электронная почта',
    password: 'Пароль',
    enter: 'Войти',
    forgotten: 'Не помню пароль',
    passwordSet: 'Пароль задан. Войдите с ним.',
    codeTitle: 'Второй шаг входа',
    code: 'Код',
    codeHint: 'Шесть цифр из приложения на телефоне. Если телефона нет под рукой – один из кодов восстановления.',
    again: 'Войти заново',
    forgottenTitle: 'Новый пароль',
    forgottenHint: 'На неё придёт ссылка, чтобы задать пароль.',
    sendLink: 'Прислать ссылку',
    toSignIn: 'Ко входу',
    askedTitle: 'Письмо отправлено, если такая почта у нас есть',
    askedAbout:
      'Оно придёт за несколько минут; посмотрите и в «Спаме». Ссылка в нём действует сутки. Письма нет – проверьте адрес или обратитесь к координатору, который вас пригласил.',
    newPasswordTitle: 'Задать пароль',
    newPassword: 'Новый пароль',
    newPasswordHint: 'Не короче 10 знаков. Лучше всего – несколько слов, которые больше нигде не стоят рядом.',
    setPassword: 'Задать пароль',
    askAgain: 'Запросить новую ссылку',
    roles: {
      administrator: 'администратор',
      'regional-coordinator': 'региональный координатор',
      analyst: 'аналитик',
      'institute-staff': 'сотрудник института',
      'municipal-coordinator': 'муниципальный координатор',
      'school-coordinator': 'координатор школы',
      curator: 'куратор',
      'controlling-head': 'руководитель, контролирующий исполнение',
    },
    faults: {
      needed: 'Заполните поле.',
      email: 'Укажите адрес вида name@school.ru.',
      refused: 'Пароль не подошёл.',
      code: 'Код не подошёл.',
      long: 'Не длиннее 200 знаков.',
      day: 'Укажите день.',
      order: 'Последний день не может быть раньше первого.',
      role: 'Выберите роль.',
      file: 'Выберите файл.',
      'password.short': 'Не короче 10 знаков.',
      'password.long': 'Не длиннее 200 знаков.',
    },
  },
  en: {
    signIn: 'Sign in',
    whatThisIs: 'Opora: the working system of support for schools',
    whoMayEnter:
      'Plans, deadlines, reports and results of support for schools. Those may enter whom a coordinator of the district or the region has invited. Nobody can help with a password: only you know it.',
    email: 'E-mail',
    password: 'Password',
    enter: 'Sign in',
    forgotten: 'I forgot my password',
    passwordSet: 'The password is set. Sign in with it.',
    codeTitle: 'Second step',
    code: 'Code',
    codeHint: 'Six figures from the app on your phone. Without the phone: one of the recovery codes.',
    again: 'Start again',
    forgottenTitle: 'New password',
    forgottenHint: 'A link to set a password will come to it.',
    sendLink: 'Send the link',
    toSignIn: 'To the sign-in',
    askedTitle: 'The letter is sent, if we know this e-mail',
    askedAbout:
      'It comes in a few minutes; look into the spam folder too. Its link holds for a day. No letter: check the address or ask the coordinator who invited you.',
    newPasswordTitle: 'Set a password',
    newPassword: 'New password',
    newPasswordHint: 'At least 10 characters. Best of all: a few words that stand together nowhere else.',
    setPassword: 'Set the password',
    askAgain: 'Ask for a new link',
    roles: {
      administrator: 'administrator',
      'regional-coordinator': 'regional coordinator',
      analyst: 'analyst',
      'institute-staff': 'institute staff',
      'municipal-coordinator': 'municipal coordinator',
      'school-coordinator': 'school coordinator',
      curator: 'curator',
      'controlling-head': 'controlling head',
    },
    faults: {
      needed: 'Fill in this field.',
      email: 'Give an address such as name@school.example.',
      refused: 'The password did not fit.',
      code: 'The code did not fit.',
      long: 'At most 200 characters.',
      day: 'Give a day.',
      order: 'The last day cannot be before the first.',
      role: 'Choose a role.',
      file: 'Choose a file.',
      'password.short': 'At least 10 characters.',
      'password.long': 'At most 200 characters.',
    },
  },
};
