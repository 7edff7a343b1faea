import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.d.ts';

/** The door: to what the person works with, or to the sign-in. */
export const load: PageServerLoad = ({ locals }) => redirect(303, locals.actor ? '/organizations' : '/sign-in');
