/**
 * Everything that the journal says was done, as keys of messages (platform/i18n/deed-words). A deed that is not here cannot be
 * journalled; one without words does not compile. Never rename one: entries keep their key for good.
 */
export const JOURNALLED_DEEDS = [
  'demonstration.loaded',
  'administrator.created',
  'organization.created',
  'organization.edited',
  'organization.renamed',
  'organization.moved',
  'organization.closed',
  'organization.merged',
  'organization.reopened',
  'organization.imported',
  'passport.edited',
  'passport-field.added',
  'passport-field.changed',
  'passport-field.retired',
  'passport-field.restored',
  'alias.added',
  'alias.removed',
  'group.created',
  'group.member-added',
  'group.member-ended',
  'person.invited',
  'person.invited-by-list',
  'person.own-data',
  'person.link-sent',
  'role.assigned',
  'role.ended',
  'account.closed',
  'account.opened',
  'password.set',
  'password.changed',
  'second-factor.set',
  'second-factor.removed',
  'recovery-codes.renewed',
  'sessions.ended',
] as const;

export type JournalledDeed = (typeof JOURNALLED_DEEDS)[number];
