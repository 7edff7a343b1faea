import { redirect } from '@sveltejs/kit';
import { askIdentity } from '#web/identity.ts';
import type { RequestHandler } from './$types.d.ts';

export const POST: RequestHandler = async (event) => {
  await askIdentity(event, '/sign-out', {});
  redirect(303, '/sign-in');
};
