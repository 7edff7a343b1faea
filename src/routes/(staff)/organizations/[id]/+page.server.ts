import { journalOfOrganization } from '#features/organizations/card/journal-of-organization.server.ts';
import { getOrganizationCard } from '#features/organizations/card/organization-card.server.ts';
import { pageNumber, recordId } from '#features/organizations/record-id.ts';
import { notFound } from '#web/refusal.ts';
import { serverOnly } from '#web/server-only.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = pageNumber(url.searchParams.get('page'));
  const id = recordId(params.id) ?? notFound();
  const [card, journal] = await Promise.all([
    getOrganizationCard(locals.ctx, id, page),
    journalOfOrganization(locals.ctx, id),
  ]);
  if (!card) return notFound();
  const { timeZone } = locals.services.config;
  return { card: serverOnly(card), journal: serverOnly(journal), page, timeZone };
};
