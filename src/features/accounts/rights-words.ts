import type { Deed } from '#domain/access/roles.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** What a right allows, in words that go on «may …». */
export function rightsWords(locale: Locale): Readonly<Record<Deed, string>> {
  return WORDS[locale];
}

const WORDS: Record<Locale, Readonly<Record<Deed, string>>> = {
  ru: {
    'organization.read': 'видеть организации, их карточки и паспорта',
    'organization.edit': 'заводить, переименовывать, исправлять, закрывать организации',
    'organization.import': 'загружать организации из файла',
    'organization.export': 'выгружать организации в файл',
    'passport.edit': 'заполнять паспорт организации',
    'passport-field.edit': 'вести поля паспорта',
    'group.edit': 'вести группы исполнителей',
    'person.read': 'видеть людей и их роли',
    'person.invite': 'приглашать людей, закрывать и открывать им вход',
    'person.assign-role': 'давать и прекращать роли, не шире собственной',
    'journal.read': 'читать журнал изменений',
    'roadmap.read': 'видеть дорожные карты до утверждения',
    'roadmap.edit': 'загружать приказы, вести и отдавать на утверждение дорожные карты',
    'roadmap.approve': 'возвращать и утверждать дорожные карты',
    'installation.administer': 'управлять установкой',
  },
  en: {
    'organization.read': 'see organisations, their cards and passports',
    'organization.edit': 'make, rename, correct and close organisations',
    'organization.import': 'load organisations from a file',
    'organization.export': 'save organisations as a file',
    'passport.edit': 'fill in the passport of an organisation',
    'passport-field.edit': 'keep the fields of passports',
    'group.edit': 'keep groups of executors',
    'person.read': 'see people and their roles',
    'person.invite': 'invite people, close and open their accounts',
    'person.assign-role': 'give and end roles no wider than their own',
    'journal.read': 'read the journal of changes',
    'roadmap.read': 'see road maps before they are approved',
    'roadmap.edit': 'hand in orders, keep road maps and send them to be approved',
    'roadmap.approve': 'return and approve road maps',
    'installation.administer': 'administer the installation',
  },
};
