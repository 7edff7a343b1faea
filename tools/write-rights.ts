/**
 * Writes the tables of rights into docs/security.md, between their markers, from domain/access. With `--check` it writes
 * nothing and ends with 1 when they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { PLACES_OF_ROLES } from '#domain/access/giving-roles.ts';
import type { Deed, Role } from '#domain/access/roles.ts';
import { DEEDS, RIGHTS, ROLES, ROLES_WITH_SECOND_FACTOR } from '#domain/access/roles.ts';
import { accountWords } from '#features/accounts/messages.ts';
import { rightsWords } from '#features/accounts/rights-words.ts';
import { organizationWords } from '#features/organizations/messages.ts';

const GUIDE = 'docs/security.md';
const BEGIN = '<!-- rights: tools/write-rights.ts -->';
const END = '<!-- end of rights -->';

const deeds = rightsWords('ru');
const { roles } = accountWords('ru');
const { kinds } = organizationWords('ru');

const guide = readFileSync(GUIDE, 'utf8');
const begin = guide.indexOf(BEGIN);
const end = guide.indexOf(END);
if (begin < 0 || end < begin) throw new Error(`${GUIDE} lacks the markers of the tables`);
const written = `${guide.slice(0, begin)}${BEGIN}\n\n${placesOfRoles()}\n\n${deedsOfRoles()}\n\n${guide.slice(end)}`;
if (!process.argv.includes('--check')) writeFileSync(GUIDE, written);
else if (written !== guide) {
  console.log(`${GUIDE} tells other rights than src/domain/access: run node tools/write-rights.ts`);
  process.exitCode = 1;
}

function placesOfRoles(): string {
  const row = (role: Role) => [
    roles[role],
    PLACES_OF_ROLES[role].map((kind) => kinds[kind]).join(', '),
    ROLES_WITH_SECOND_FACTOR.has(role) ? 'обязателен' : 'по желанию',
  ];
  return table([['роль', 'где даётся', 'второй фактор'], ...ROLES.map(row)]);
}

function deedsOfRoles(): string {
  const row = (deed: Deed) => [deeds[deed], ...ROLES.map((role) => (RIGHTS[role].includes(deed) ? 'да' : '–'))];
  return table([['может', ...ROLES.map((role) => roles[role])], ...DEEDS.map(row)]);
}

/** Columns as wide as their widest cell: as the formatter of this repository has them. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
