import { placesFor } from '#domain/access/actor.ts';
import { sampleList } from '#features/accounts/invitations/sample-list.server.ts';
import { notFound } from '#web/refusal.ts';
import type { RequestHandler } from './$types.d.ts';

export const GET: RequestHandler = ({ locals: { actor } }) => {
  if (!actor || placesFor(actor, 'person.invite').length === 0) notFound();
  return new Response(sampleList(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
