import { readPeopleAddress } from '#features/accounts/people/list-address.ts';
import { listPeople } from '#features/accounts/people/list-people.server.ts';
import { notFound } from '#web/refusal.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = readPeopleAddress(url.searchParams);
  return { address, list: (await listPeople(locals.ctx, address)) ?? notFound() };
};
