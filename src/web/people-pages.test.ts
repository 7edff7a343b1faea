import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { aRegion } from '#tests/support/database.ts';
import { servicesOver } from '#tests/support/running.ts';
import type { ServedPages } from '#tests/support/served/visitor.ts';
import { servedPages } from '#tests/support/served/visitor.ts';

let region: TestDatabase;
let services: ReturnType<typeof servicesOver>;
let pages: ServedPages;
beforeAll(async () => {
  region = await aRegion();
  services = servicesOver(region, { OPORA_DEMO: 'yes' });
  pages = await servedPages(services);
});
afterAll(async () => {
  await pages.close();
  await services.close();
  await region.database.destroy();
});

const { people, exemplars } = demonstrationRegion();
const emailOf = (role: keyof typeof exemplars) => people.find(({ key }) => key === exemplars[role])?.email ?? '';

test('a coordinator invites a person and closes the account again, page by page', async () => {
  const visitor = pages.visitor();
  await visitor.post('/sign-in', { email: emailOf('regional-coordinator'), password: DEMONSTRATION_PASSWORD });
  expect((await visitor.get('/people')).text).toContain('Пригласить человека');
  expect((await visitor.get('/people/invite')).status).toBe(200);
  const fields = { name: 'Ветрова Нина', email: 'vetrova@novoselye.example', role: 'analyst', organization: '' };
  expect((await visitor.post('/people/invite', fields)).status).toBe(400);
  const invited = await visitor.post('/people/invite', { ...fields, organization: '#1' });
  expect(invited.location).toMatch(/^\/people\/[0-9a-f-]{36}\?did=invited$/u);
  const card = invited.location ?? '';
  expect((await visitor.get(card)).text).toContain('Человек приглашён');
  const [address = ''] = card.split('?');
  expect((await visitor.post(`${address}?/close`, { basis: 'ошибка' })).location).toBe(`${address}?did=closed`);
  expect((await visitor.get(address)).text).toContain('Вход закрыт');
  expect((await visitor.get('/people/invite-list')).status).toBe(200);
  const file = new File(['Школа;Почта\n1;a@b.ru\n'], 'школы.csv');
  const list = await visitor.post('/people/invite-list', { file });
  expect((await visitor.get(list.location ?? '')).text).toContain('Что исправить в файле');
});

test('those who may not read people find no such pages', async () => {
  const visitor = pages.visitor();
  await visitor.post('/sign-in', { email: emailOf('analyst'), password: DEMONSTRATION_PASSWORD });
  for (const address of ['/people', '/people/invite', '/people/invite-list', '/people/invite-list/sample.csv'])
    expect((await visitor.get(address)).status).toBe(404);
});
