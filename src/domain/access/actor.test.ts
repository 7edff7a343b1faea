import { expect, test } from 'vitest';
import type { Actor } from '#domain/access/actor.ts';
import { isWithin, may, placesFor, scopesOf } from '#domain/access/actor.ts';
import { DEEDS, RIGHTS, ROLES } from '#domain/access/roles.ts';

const actor = (...roles: Actor['roles']): Actor => ({ personId: 'p', name: 'Мария Петрова', roles });

test('a municipal coordinator edits the schools of the municipality and no others', () => {
  const coordinator = actor({ role: 'municipal-coordinator', path: '1.20' });
  expect(may(coordinator, 'organization.edit', '1.20.345')).toBe(true);
  expect(may(coordinator, 'organization.edit', '1.21.346')).toBe(false);
  expect(may(coordinator, 'organization.edit', '1')).toBe(false);
});

test('a place is not within another whose number merely begins alike', () => {
  expect(isWithin('1.200', '1.20')).toBe(false);
  expect(isWithin('1.20.0', '1.20')).toBe(true);
});

test('two roles in two places add up, each at its own', () => {
  const both = actor({ role: 'school-coordinator', path: '1.20.345' }, { role: 'curator', path: '1.21.346' });
  expect(may(both, 'passport.edit', '1.20.345')).toBe(true);
  expect(may(both, 'passport.edit', '1.21.346')).toBe(false);
  expect(scopesOf(both)).toEqual(['1.20.345', '1.21.346']);
  expect(placesFor(both, 'passport.edit')).toEqual(['1.20.345']);
});

test('a place within another adds no scope', () => {
  expect(scopesOf(actor({ role: 'analyst', path: '1' }, { role: 'curator', path: '1.20.345' }))).toEqual(['1']);
});

test('every role may read organisations, and only the administrator runs the installation', () => {
  for (const role of ROLES) expect(RIGHTS[role]).toContain('organization.read');
  expect(ROLES.filter((role) => RIGHTS[role].includes('installation.administer'))).toEqual(['administrator']);
  expect(RIGHTS.administrator).toEqual(DEEDS);
});
