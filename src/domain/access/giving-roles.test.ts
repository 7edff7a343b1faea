import { expect, test } from 'vitest';
import type { Actor, RoleAtPlace } from '#domain/access/actor.ts';
import { fitsPlace, mayGiveRole, mayKeepAccount, PLACES_OF_ROLES, rolesToGive } from '#domain/access/giving-roles.ts';
import { RIGHTS, ROLES } from '#domain/access/roles.ts';

const REGION = '1';
const DISTRICT = '1.20';
const SCHOOL = '1.20.345';
const actor = (...roles: RoleAtPlace[]): Actor => ({ personId: 'me', name: 'Мария Петрова', roles });
const municipal = actor({ role: 'municipal-coordinator', path: DISTRICT });

test('nobody gives a role that allows more than their own roles do', () => {
  for (const role of ROLES)
    for (const given of rolesToGive(actor({ role, path: REGION }), REGION))
      for (const deed of RIGHTS[given]) expect(RIGHTS[role]).toContain(deed);
});

test('only an administrator makes administrators', () => {
  expect(ROLES.filter((role) => mayGiveRole(actor({ role, path: REGION }), 'administrator', REGION))).toEqual([
    'administrator',
  ]);
});

test('a municipal coordinator gives roles in the municipality, and none outside', () => {
  expect(mayGiveRole(municipal, 'school-coordinator', SCHOOL)).toBe(true);
  expect(mayGiveRole(municipal, 'school-coordinator', '1.21.400')).toBe(false);
  expect(mayGiveRole(municipal, 'municipal-coordinator', REGION)).toBe(false);
});

test('those who may not give roles give none, however little the role allows', () => {
  expect(rolesToGive(actor({ role: 'school-coordinator', path: SCHOOL }), SCHOOL)).toEqual([]);
  expect(rolesToGive(actor({ role: 'analyst', path: REGION }), SCHOOL)).toEqual([]);
});

test('rights of roles at other places do not add up to a role here', () => {
  const both = actor({ role: 'municipal-coordinator', path: DISTRICT }, { role: 'administrator', path: '1.21' });
  expect(mayGiveRole(both, 'administrator', DISTRICT)).toBe(false);
});

test('an account is kept by those who could give all its roles, and never by its own person', () => {
  const teacher = { id: 'other', path: SCHOOL, roles: [{ role: 'school-coordinator', path: SCHOOL }] } as const;
  expect(mayKeepAccount(municipal, teacher)).toBe(true);
  expect(mayKeepAccount(municipal, { ...teacher, id: 'me' })).toBe(false);
  expect(mayKeepAccount(municipal, { ...teacher, path: '1.21.400' })).toBe(false);
  const mighty = { ...teacher, roles: [{ role: 'administrator', path: REGION }] } as const;
  expect(mayKeepAccount(municipal, mighty)).toBe(false);
});

test('every role has a kind of place to hold at', () => {
  for (const role of ROLES) expect(PLACES_OF_ROLES[role].length).toBeGreaterThan(0);
  expect(fitsPlace('school-coordinator', 'school')).toBe(true);
  expect(fitsPlace('school-coordinator', 'institute')).toBe(false);
});
