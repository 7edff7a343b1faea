import * as v from 'valibot';
import { ROLES } from '#domain/access/roles.ts';
import { email } from '#features/accounts/forms.ts';

const needed = v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(200, 'long'));
const optional = v.optional(v.pipe(v.string(), v.maxLength(200, 'long')), '');
const role = v.picklist(ROLES, 'role');
const day = v.pipe(v.string('day'), v.isoDate('day'));
const optionalDay = v.optional(v.union([v.literal(''), v.pipe(v.string(), v.isoDate())], 'day'), '');

/** Somebody new: who they are, where they work, and which role they begin with. */
export const inviteForm = v.object({
  name: needed,
  email,
  position: optional,
  organization: needed,
  role,
  /** Where the role holds; empty: where the person works. */
  place: optional,
});

/** One more role, for a time, perhaps in place of somebody else. */
export const roleForm = v.pipe(
  v.object({ role, place: needed, from: day, until: optionalDay, substitutes: optional, basis: optional }),
  v.forward(
    v.partialCheck([['from'], ['until']], ({ from, until }) => until === '' || until >= from, 'order'),
    ['until'],
  ),
);

/** The last day of a role. */
export const endRoleForm = v.object({
  assignment: v.pipe(v.string('needed'), v.regex(/^[1-9]\d{0,8}$/u, 'needed'), v.transform(Number)),
  lastDay: day,
  basis: optional,
});

/** Closing or opening an account, on some basis. */
export const accountForm = v.object({ basis: optional });

/** A list of people to invite. */
export const listForm = v.object({
  file: v.pipe(
    v.instance(File, 'file'),
    v.check((file) => file.size > 0, 'file'),
  ),
});

/** Nothing but the wish. */
export const emptyForm = v.object({});

export type InviteInput = v.InferOutput<typeof inviteForm>;
export type RoleInput = v.InferOutput<typeof roleForm>;
export type EndRoleInput = v.InferOutput<typeof endRoleForm>;
