import type { Role } from '#domain/access/roles.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type AccountWords = {
  readonly signIn: string;
  readonly email: string;
  readonly password: string;
  readonly enter: string;
  readonly refused: string;
  readonly refusedAbout: string;
  readonly tooOften: (seconds: number) => string;
  readonly forgotten: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly faults: Readonly<Record<string, string>>;
};

export function accountWords(locale: Locale): AccountWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, AccountWords> = {
  ru: {
    signIn: 'Вход',
    email: 'Электронная почта',
    password: 'Пароль',
    enter: 'Войти',
    refused: 'Почта или пароль не подошли',
    refusedAbout: 'Проверьте раскладку и регистр. Если пароль забыт, запросите ссылку, чтобы задать новый.',
    tooOften: (seconds) => `Слишком много попыток. Следующая — через ${seconds} с.`,
    forgotten: 'Не помню пароль',
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
    faults: { needed: 'Заполните поле.', email: 'Укажите адрес вида name@school.ru.', refused: 'Пароль не подошёл.' },
  },
  en: {
    signIn: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    enter: 'Sign in',
    refused: 'The e-mail or the password did not fit',
    refusedAbout:
      'Check the keyboard layout and capitals. If the password is forgotten, ask for a link to set a new one.',
    tooOften: (seconds) => `Too many tries. The next one in ${seconds} s.`,
    forgotten: 'I forgot my password',
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
    },
  },
};
