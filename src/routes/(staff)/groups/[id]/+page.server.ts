import { addMembers, endMembership } from '#features/organizations/groups/change-groups.server.ts';
import { endingForm, membersForm } from '#features/organizations/groups/forms.ts';
import { getGroup, MEMBERS_ON_PAGE } from '#features/organizations/groups/groups.server.ts';
import { dayInAddress, pageNumber, recordId } from '#features/organizations/record-id.ts';
import { answerForm } from '#web/answer-form.ts';
import { notFound } from '#web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.d.ts';

const idOf = ({ params }: { params: { id: string } }) => recordId(params.id) ?? notFound();

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = pageNumber(url.searchParams.get('page'));
  const on = dayInAddress(url.searchParams.get('on')) ?? locals.ctx.clock.today();
  const group = (await getGroup(locals.ctx, idOf({ params }), { on, page })) ?? notFound();
  return { group, page, pageSize: MEMBERS_ON_PAGE };
};

const toGroup = (id: number) => `/groups/${id}`;

export const actions = {
  add: (event: RequestEvent) =>
    answerForm(event, 'add', membersForm, (input) => addMembers(event.locals.ctx, idOf(event), input), toGroup),
  end: (event: RequestEvent) =>
    answerForm(event, 'end', endingForm, (input) => endMembership(event.locals.ctx, idOf(event), input), toGroup),
} satisfies Actions;
