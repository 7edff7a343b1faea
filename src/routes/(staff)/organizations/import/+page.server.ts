import { fail, redirect } from '@sveltejs/kit';
import { importPosted, tryPosted } from '#features/organizations/exchange/files.server.ts';
import { rightsOverOrganizations } from '#features/organizations/rights.ts';
import { notFound, refused } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = ({ locals }) => {
  if (!rightsOverOrganizations(locals.actor).import) notFound();
};

export const actions = {
  /** The dry run: says what would be done. */
  try: async ({ locals, request }) => {
    const tried = await tryPosted(locals.ctx, await request.formData());
    return 'unreadable' in tried ? fail(422, tried) : tried;
  },
  load: async ({ locals, request }) => {
    const outcome = await importPosted(locals.ctx, await request.formData());
    if (!outcome.ok) return refused(outcome.refusal);
    redirect(303, '/organizations?reach=all');
  },
} satisfies Actions;
