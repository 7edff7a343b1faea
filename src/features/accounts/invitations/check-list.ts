import * as v from 'valibot';
import type { Actor } from '#domain/access/actor.ts';
import { may } from '#domain/access/actor.ts';
import { fitsPlace, mayGiveRole } from '#domain/access/giving-roles.ts';
import type { Role } from '#domain/access/roles.ts';
import { ROLES } from '#domain/access/roles.ts';
import { email } from '#features/accounts/forms.ts';
import type { Column, ListRow, ReadList } from '#features/accounts/invitations/list-layout.ts';
import { COLUMNS, OPTIONAL } from '#features/accounts/invitations/list-layout.ts';
import { accountWords } from '#features/accounts/messages.ts';

/** What is wrong with a cell; a key of messages, which say what was expected. */
export type FindingCode =
  | 'column-missing'
  | 'needed'
  | 'long'
  | 'email'
  | 'twice'
  | 'organization-unknown'
  | 'organization-several'
  | 'role-unknown'
  | 'role-unfit'
  | 'forbidden'
  | 'email-taken';

/** A place of the file and what is wrong there; `row` is null for the head. */
export type Finding = {
  readonly row: number | null;
  readonly column: Column;
  readonly value: string;
  readonly code: FindingCode;
};

export type Place = {
  readonly id: number;
  readonly path: string;
  readonly kind: string;
  readonly code: string | null;
  readonly names: readonly string[];
};

/** What there is already: organisations and people within the places of the acting person, and addresses taken anywhere. */
export type Present = {
  readonly places: readonly Place[];
  readonly people: readonly { readonly id: string; readonly email: string }[];
  readonly roles: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
};

/** One row understood: who gets which role where. */
export type Invitation = {
  readonly email: string;
  readonly name: string;
  readonly position: string | null;
  readonly place: Place;
  readonly role: Role;
};

export type CheckedList = {
  readonly findings: readonly Finding[];
  /** People who are not there yet, each with all their roles of the list. */
  readonly newcomers: readonly (readonly Invitation[])[];
  /** Roles for people who are there already. */
  readonly roles: readonly (Invitation & { readonly personId: string })[];
  /** Rows that ask for what is so already. */
  readonly already: number;
};

/** The key by which a held role is known. */
export function roleKey(personId: string, role: string, placeId: number): string {
  return `${personId} ${role} ${placeId}`;
}

/** Checks a list against what is there: all findings, and what is to be done when there are none. */
export function checkList(list: ReadList, present: Present, actor: Actor): CheckedList {
  const missing = COLUMNS.filter((column) => !OPTIONAL.has(column) && list.heads[column] === null);
  if (missing.length > 0)
    return {
      findings: missing.map((column) => ({ row: null, column, value: '', code: 'column-missing' })),
      newcomers: [],
      roles: [],
      already: 0,
    };
  const places = indexOf(present.places);
  const ids = new Map(present.people.map(({ id, email: address }) => [address.toLowerCase(), id]));
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const newcomers = new Map<string, Invitation[]>();
  const roles: (Invitation & { personId: string })[] = [];
  let already = 0;
  for (const row of list.rows) {
    const read = understand(row, places, actor, present.taken, ids);
    const key = 'findings' in read ? '' : roleKey(read.email, read.role, read.place.id);
    if ('findings' in read) findings.push(...read.findings);
    else if (seen.has(key)) findings.push(findingOf(row, 'email', 'twice'));
    else {
      const personId = ids.get(read.email);
      if (personId === undefined) newcomers.set(read.email, [...(newcomers.get(read.email) ?? []), read]);
      else if (present.roles.has(roleKey(personId, read.role, read.place.id))) already += 1;
      else roles.push({ ...read, personId });
    }
    seen.add(key);
  }
  return { findings, newcomers: [...newcomers.values()], roles, already };
}

type Places = ReadonlyMap<string, readonly Place[]>;

function understand(
  row: ListRow,
  places: Places,
  actor: Actor,
  taken: ReadonlySet<string>,
  ids: ReadonlyMap<string, string>,
): Invitation | { readonly findings: readonly Finding[] } {
  const empty = COLUMNS.filter((column) => !OPTIONAL.has(column) && row[column] === '');
  const long = COLUMNS.filter((column) => row[column].length > 200);
  const findings = [
    ...empty.map((column) => findingOf(row, column, 'needed')),
    ...long.map((column) => findingOf(row, column, 'long')),
  ];
  const address = row.email.toLowerCase();
  if (row.email !== '' && !v.is(email, row.email)) findings.push(findingOf(row, 'email', 'email'));
  else if (taken.has(address) && !ids.has(address)) findings.push(findingOf(row, 'email', 'email-taken'));
  const role = ROLE_WORDS.get(row.role.toLowerCase());
  if (row.role !== '' && role === undefined) findings.push(findingOf(row, 'role', 'role-unknown'));
  const [place, another] = places.get(inShort(row.organization)) ?? [];
  if (row.organization !== '' && !place) findings.push(findingOf(row, 'organization', 'organization-unknown'));
  if (another) findings.push(findingOf(row, 'organization', 'organization-several'));
  if (findings.length > 0 || !place || role === undefined) return { findings };
  if (!fitsPlace(role, place.kind)) return { findings: [findingOf(row, 'role', 'role-unfit')] };
  if (!may(actor, 'person.invite', place.path) || !mayGiveRole(actor, role, place.path))
    return { findings: [findingOf(row, 'role', 'forbidden')] };
  return { email: address, name: row.name, position: row.position === '' ? null : row.position, place, role };
}

function findingOf(row: ListRow, column: Column, code: FindingCode): Finding {
  return { row: row.number, column, value: row[column], code };
}

function indexOf(places: readonly Place[]): Places {
  const found = new Map<string, Place[]>();
  for (const place of places)
    for (const word of new Set([place.code ?? '', ...place.names].map(inShort)))
      if (word !== '') found.set(word, [...(found.get(word) ?? []), place]);
  return found;
}

/** Names are compared without quotes, signs and «ё». */
function inShort(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A role is named by its code or in either language. */
const ROLE_WORDS: ReadonlyMap<string, Role> = new Map(
  ROLES.flatMap((role) =>
    [role, accountWords('ru').roles[role], accountWords('en').roles[role]].map((word) => [word, role] as const),
  ),
);
