import type { Locale } from '#platform/i18n/locale.ts';
import { formatDay } from '#platform/i18n/dates.ts';

/** Words of one's own account. */
export type OwnWords = {
  readonly title: string;
  readonly about: string;
  readonly saved: string;
  readonly name: string;
  readonly position: string;
  readonly language: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly organization: string;
  readonly save: string;
  readonly roles: string;
  readonly role: string;
  readonly place: string;
  readonly noRoles: string;
  readonly since: (from: string, until: string | null) => string;
  readonly validity: string;
  readonly rights: string;
  readonly passwordTitle: string;
  readonly presentPassword: string;
  readonly changePassword: string;
  readonly passwordChanged: string;
  readonly sessions: string;
  readonly device: string;
  readonly address: string;
  readonly began: string;
  readonly present: string;
  readonly end: string;
  readonly endAll: string;
  readonly sessionEnded: string;
  readonly secondFactor: string;
  readonly factorOn: string;
  readonly factorOff: string;
  readonly factorDemonstration: string;
  readonly setUp: string;
  readonly manage: string;
  readonly mustSetUp: string;
  readonly mustSetUpAbout: string;
  readonly begin: string;
  readonly beginAbout: string;
  readonly scan: string;
  readonly scanAbout: string;
  readonly qr: string;
  readonly secret: string;
  readonly openApp: string;
  readonly recoveryTitle: string;
  readonly recoveryAbout: string;
  readonly print: string;
  readonly enterCode: string;
  readonly code: string;
  readonly confirm: string;
  readonly factorSet: string;
  readonly factorSetAbout: string;
  readonly renew: string;
  readonly renewAbout: string;
  readonly renewed: string;
  readonly remove: string;
  readonly removeAbout: string;
  readonly startAgain: string;
};

export function ownWords(locale: Locale): OwnWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, OwnWords> = {
  ru: {
    title: 'Мой вход',
    about: 'О себе',
    saved: 'Сохранено',
    name: 'Фамилия, имя, отчество',
    position: 'Должность',
    language: 'Язык страниц',
    languages: { ru: 'русский', en: 'английский' },
    organization: 'Место работы',
    save: 'Сохранить',
    roles: 'Мои роли',
    role: 'Роль',
    place: 'Где',
    noRoles: 'Ролей пока нет. Их даёт координатор вашей организации.',
    since: (from, until) =>
      until === null ? `с ${formatDay('ru', from)}` : `${formatDay('ru', from)} – ${formatDay('ru', until)}`,
    validity: 'Действует',
    rights: 'Что эти роли разрешают',
    passwordTitle: 'Пароль',
    presentPassword: 'Нынешний пароль',
    changePassword: 'Сменить пароль',
    passwordChanged: 'Пароль изменён. На других устройствах вход завершён.',
    sessions: 'Где выполнен вход',
    device: 'Устройство',
    address: 'Адрес',
    began: 'С какого времени',
    present: 'это устройство',
    end: 'Завершить',
    endAll: 'Выйти везде',
    sessionEnded: 'Вход на том устройстве завершён',
    secondFactor: 'Второй шаг входа',
    factorOn: 'Включён: кроме пароля нужен код из приложения.',
    factorOff: 'Выключен: для входа хватает пароля.',
    factorDemonstration: 'В демонстрации выключен для всех.',
    setUp: 'Включить',
    manage: 'Изменить',
    mustSetUp: 'Включите второй шаг входа',
    mustSetUpAbout:
      'Ваша роль утверждает документы или управляет доступом, поэтому одного пароля мало. Остальное откроется сразу после этого.',
    begin: 'Начать',
    beginAbout:
      'Понадобится телефон с приложением для кодов: Яндекс Ключ, FreeOTP, Google Authenticator или другим. Введите пароль ещё раз.',
    scan: '1. Добавьте Опору в приложение',
    scanAbout: 'Наведите камеру приложения на рисунок или введите ключ вручную.',
    qr: 'QR-код с ключом; тот же ключ напечатан рядом буквами',
    secret: 'Ключ',
    openApp: 'Открыть в приложении на этом устройстве',
    recoveryTitle: '2. Сохраните коды восстановления',
    recoveryAbout:
      'Каждый заменяет код приложения один раз, если телефон потерян. Больше они не будут показаны: распечатайте или перепишите.',
    print: 'Распечатайте страницу (Ctrl+P) и храните не у компьютера.',
    enterCode: '3. Введите код из приложения',
    code: 'Шесть цифр',
    confirm: 'Включить второй шаг',
    factorSet: 'Второй шаг входа включён',
    factorSetAbout: 'При следующем входе понадобится код из приложения.',
    renew: 'Новые коды восстановления',
    renewAbout: 'Старые перестанут действовать.',
    renewed: 'Вот новые коды: больше они не будут показаны',
    remove: 'Выключить',
    removeAbout:
      'Понадобится, чтобы перейти на другой телефон. Если второй шаг обязателен для вашей роли, его придётся сразу включить снова.',
    startAgain: 'Начать заново',
  },
  en: {
    title: 'My account',
    about: 'About me',
    saved: 'Saved',
    name: 'Full name',
    position: 'Position',
    language: 'Language of pages',
    languages: { ru: 'Russian', en: 'English' },
    organization: 'Works at',
    save: 'Save',
    roles: 'My roles',
    role: 'Role',
    place: 'Where',
    noRoles: 'No roles yet. The coordinator of your organisation gives them.',
    since: (from, until) =>
      until === null ? `since ${formatDay('en', from)}` : `${formatDay('en', from)} – ${formatDay('en', until)}`,
    validity: 'Valid',
    rights: 'What these roles allow',
    passwordTitle: 'Password',
    presentPassword: 'Present password',
    changePassword: 'Change the password',
    passwordChanged: 'The password is changed. Other devices are signed out.',
    sessions: 'Where you are signed in',
    device: 'Device',
    address: 'Address',
    began: 'Since',
    present: 'this device',
    end: 'End',
    endAll: 'Sign out everywhere',
    sessionEnded: 'That device is signed out',
    secondFactor: 'Second step of sign-in',
    factorOn: 'On: besides the password, a code of the app is needed.',
    factorOff: 'Off: the password is enough.',
    factorDemonstration: 'Off for everyone in the demonstration.',
    setUp: 'Turn on',
    manage: 'Change',
    mustSetUp: 'Turn the second step of sign-in on',
    mustSetUpAbout:
      'Your role approves documents or gives access, so a password alone is not enough. Everything else opens right after this.',
    begin: 'Begin',
    beginAbout:
      'You need a phone with an app for codes: FreeOTP, Google Authenticator or another one. Enter your password once more.',
    scan: '1. Add Opora to the app',
    scanAbout: 'Point the camera of the app at the picture, or type the key.',
    qr: 'QR code with the key; the same key is printed beside it in letters',
    secret: 'Key',
    openApp: 'Open in an app on this device',
    recoveryTitle: '2. Keep the recovery codes',
    recoveryAbout:
      'Each stands in for a code of the app once, should the phone be lost. They will not be shown again: print them or write them down.',
    print: 'Print this page (Ctrl+P) and keep it away from the computer.',
    enterCode: '3. Enter a code of the app',
    code: 'Six figures',
    confirm: 'Turn the second step on',
    factorSet: 'The second step is on',
    factorSetAbout: 'The next sign-in asks for a code of the app.',
    renew: 'New recovery codes',
    renewAbout: 'The old ones stop working.',
    renewed: 'These are the new codes: they will not be shown again',
    remove: 'Turn off',
    removeAbout:
      'Needed to move to another phone. If your role requires the second step, it must be turned on again at once.',
    startAgain: 'Start again',
  },
};
