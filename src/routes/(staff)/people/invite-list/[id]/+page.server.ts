import { redirect } from '@sveltejs/kit';
import { dryRun, inviteList } from '#features/accounts/invitations/invite-list.server.ts';
import { notFound, refused } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const load: PageServerLoad = async ({ locals, params }) => {
  const run = (UUID.test(params.id) ? await dryRun(locals.ctx, params.id) : null) ?? notFound();
  const { findings, newcomers, roles, already, fileName } = run;
  const list = { sheet: run.list.sheet, heads: run.list.heads };
  return { checked: { findings, already, fileName, list, invited: newcomers.length, assigned: roles.length } };
};

export const actions = {
  default: async ({ locals, params }) => {
    if (!UUID.test(params.id)) notFound();
    const invited = await inviteList(locals.ctx, params.id);
    return invited.ok ? redirect(303, '/people?state=invited') : refused(invited.refusal);
  },
} satisfies Actions;
