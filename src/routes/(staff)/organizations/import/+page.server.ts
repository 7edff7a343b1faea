import { fail, redirect } from '@sveltejs/kit';
import { importPosted, tryPosted } from '#features/organizations/exchange/files.server.ts';
import { getImported } from '#features/organizations/exchange/imported.server.ts';
import { importedHref, readImportedAddress } from '#features/organizations/exchange/imported-address.ts';
import { rightsOverOrganizations } from '#features/organizations/rights.ts';
import { notFound, refused } from '#web/refusal.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!rightsOverOrganizations(locals.actor).import) notFound();
  return { imported: await getImported(locals.ctx, readImportedAddress(url.searchParams)) };
};

export const actions = {
  /** The dry run: says what would be done. */
  try: async ({ locals, request }) => {
    const tried = await tryPosted(locals.ctx, await request.formData());
    return 'unreadable' in tried ? fail(422, tried) : tried;
  },
  load: async ({ locals, request }) => {
    const form = await request.formData();
    const outcome = await importPosted(locals.ctx, form);
    if (!outcome.ok) return refused(outcome.refusal);
    redirect(303, importedHref(outcome.value, form.get('unchanged')));
  },
} satisfies Actions;
