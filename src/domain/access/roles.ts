/** The roles of Opora, the widest first. */
export const ROLES = [
  'administrator',
  'regional-coordinator',
  'analyst',
  'institute-staff',
  'municipal-coordinator',
  'school-coordinator',
  'curator',
  'controlling-head',
] as const;

export type Role = (typeof ROLES)[number];

/** One thing a person may be allowed to do; where, is decided by the place of the role. */
export type Deed = (typeof DEEDS)[number];

export const DEEDS = [
  'organization.read',
  'organization.edit',
  'organization.import',
  'organization.export',
  'passport.edit',
  'passport-field.edit',
  'group.edit',
  'person.read',
  'person.invite',
  'person.assign-role',
  'journal.read',
  'roadmap.read',
  'roadmap.edit',
  'roadmap.approve',
  'installation.administer',
] as const;

/** What keeping a territory takes, be it a region or a municipality. */
const KEEPING_A_TERRITORY: readonly Deed[] = [
  'organization.read',
  'organization.edit',
  'organization.import',
  'organization.export',
  'passport.edit',
  'group.edit',
  'person.read',
  'person.invite',
  'person.assign-role',
  'journal.read',
  'roadmap.read',
  'roadmap.edit',
  'roadmap.approve',
];

/**
 * What each role may do at its place and below: the one table of rights, shown in docs/security.md. Row-level security of
 * the database repeats the place, never the deed.
 */
export const RIGHTS: Readonly<Record<Role, readonly Deed[]>> = {
  administrator: DEEDS,
  'regional-coordinator': [...KEEPING_A_TERRITORY, 'passport-field.edit'],
  analyst: ['organization.read', 'organization.export', 'group.edit', 'journal.read', 'roadmap.read'],
  'institute-staff': ['organization.read'],
  'municipal-coordinator': KEEPING_A_TERRITORY,
  'school-coordinator': [
    'organization.read',
    'passport.edit',
    'person.read',
    'journal.read',
    'roadmap.read',
    'roadmap.edit',
  ],
  curator: ['organization.read'],
  'controlling-head': [
    'organization.read',
    'organization.export',
    'person.read',
    'journal.read',
    'roadmap.read',
    'roadmap.approve',
  ],
};

/** Roles that approve or administer sign in with a second factor. */
export const ROLES_WITH_SECOND_FACTOR: ReadonlySet<Role> = new Set([
  'administrator',
  'regional-coordinator',
  'municipal-coordinator',
  'controlling-head',
]);
