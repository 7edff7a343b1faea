/** A municipal coordinator from an order to an approved road map, on pages without scripts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { arrangeOrder, PLAIN_FASHION } from '#demo/orders/writers/printed-order.ts';
import { writeText } from '#demo/orders/writers/text.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import type { ServedRegion } from '#tests/routes/served-region.ts';
import { aServedRegion } from '#tests/routes/served-region.ts';
import { readPage } from '#tests/routes/served-page.ts';
import { Visitor } from '#tests/routes/visitor.ts';

const { people, exemplars, roles } = demonstrationRegion();
const plan = inventPlan(11, { year: 2026, sections: 2, measures: 12 });
const order = writeText(arrangeOrder(plan, PLAIN_FASHION), 'bars');

let region: ServedRegion;
let coordinator: Visitor;
let elsewhere: Visitor;
beforeAll(async () => {
  region = await aServedRegion();
  const own = exemplars['municipal-coordinator'];
  const place = roles.find(({ personKey }) => personKey === own)?.organizationKey;
  const other = roles.find(
    ({ role, organizationKey, personKey, until }) =>
      role === 'municipal-coordinator' &&
      organizationKey !== place &&
      until === null &&
      roles.filter((one) => one.personKey === personKey).length === 1,
  )?.personKey;
  const signIn = (key: string | undefined) =>
    new Visitor(region.port).signIn(people.find((one) => one.key === key)?.email ?? '', DEMONSTRATION_PASSWORD);
  coordinator = await signIn(own);
  elsewhere = await signIn(other);
});
afterAll(() => region.close());

/** The value of a hidden field, or of an option that is chosen. */
const fieldOf = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]{0,80}value="([^"]*)"`, 'u').exec(html)?.[1] ?? '';

test('an order becomes a draft that only its own municipality sees, is looked through, approved and then read by all', async () => {
  const form = await coordinator.get('/roadmaps/new');
  const owner = /<option value="(\d+)"/u.exec(form.body)?.[1] ?? '';
  const handedIn = await coordinator.post('/roadmaps/new', { ownerId: owner, text: order });
  expect(handedIn.status, handedIn.body.slice(0, 300)).toBe(303);
  const address = handedIn.headers['location'] ?? '';
  expect(readPage((await coordinator.get(address)).body).text).toContain('Приказ читается');

  await region.readOrders();
  const draft = readPage((await coordinator.get(address)).body).text;
  for (const { title } of plan.truth.measures) expect(draft).toContain(title);
  expect((await elsewhere.get(address)).status).toBe(404);
  expect((await elsewhere.get(`${address}/review`)).status).toBe(404);

  for (let left = plan.truth.measures.length; left > 0; left -= 1) {
    const review = await coordinator.get(`${address}/review`);
    if (!review.body.includes('?/confirm')) break;
    const row = fieldOf(review.body, 'row');
    const confirmed = await coordinator.post(`${address}/review?/confirm`, {
      row,
      version: fieldOf(review.body, 'version'),
    });
    expect(confirmed.status).toBe(303);
  }
  expect((await coordinator.get(`${address}/review`)).body).toContain('всё просмотрено');

  const version = fieldOf((await coordinator.get(address)).body, 'version');
  const requisites = {
    number: '41',
    date: '2026-01-16',
    issuer: 'Управление образования',
    signatory: 'И. О. Начальник',
  };
  const approved = await coordinator.post(`${address}?/approve`, { version, ...requisites });
  expect(approved.status, approved.body.slice(0, 300)).toBe(303);
  const read = readPage((await elsewhere.get(address)).body).text;
  expect(read).toContain('утверждена');
  for (const { title } of plan.truth.measures) expect(read).toContain(title);
  expect((await coordinator.get(`${address}/review`)).status).toBe(404);
});

test('what is not a plan is told with what to do, and the way to another file', async () => {
  const form = await coordinator.get('/roadmaps/new');
  const owner = /<option value="(\d+)"/u.exec(form.body)?.[1] ?? '';
  const handedIn = await coordinator.post('/roadmaps/new', {
    ownerId: owner,
    text: 'Добрый день! <script>alert(1)</script>',
  });
  await region.readOrders();
  const { body } = await coordinator.get(handedIn.headers['location'] ?? '');
  expect(readPage(body).text).toContain('Прочитать приказ не удалось');
  expect(body).toContain('href="/roadmaps/new"');
  expect(body).not.toContain('<script>alert');
});
