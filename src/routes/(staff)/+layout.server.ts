import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types.d.ts';

/** The workspace is for people who have signed in; everyone else is led to the door and back. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  if (!locals.actor) redirect(303, `/sign-in?to=${encodeURIComponent(`${url.pathname}${url.search}`)}`);
};
