import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { sendLetters } from '#features/accounts/letters/send-letters.server.ts';
import { journal } from '#platform/context/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { aRegion } from '#tests/support/database.ts';
import { lettersOf, servicesOver, tokenIn } from '#tests/support/running.ts';
import { totp } from '#tests/support/served/totp.ts';
import type { ServedPages, Visitor } from '#tests/support/served/visitor.ts';
import { servedPages } from '#tests/support/served/visitor.ts';
import { recordStatements } from '#tests/support/statements.ts';

let region: TestDatabase;
let services: ReturnType<typeof servicesOver>;
let pages: ServedPages;
beforeAll(async () => {
  region = await aRegion();
  // Production: the demonstration has no second factor.
  services = servicesOver(region);
  pages = await servedPages(services);
});
afterAll(async () => {
  await pages.close();
  await services.close();
  await region.database.destroy();
});

const { people, exemplars } = demonstrationRegion();
const emailOf = (role: keyof typeof exemplars) => people.find(({ key }) => key === exemplars[role])?.email ?? '';
const password = DEMONSTRATION_PASSWORD;

test('a person signs in and comes to where they wanted to go, on this site only', async () => {
  const email = emailOf('analyst');
  const visitor = pages.visitor();
  expect(await visitor.get('/organizations?q=1')).toMatchObject({
    status: 303,
    location: '/sign-in?to=%2Forganizations%3Fq%3D1',
  });
  const entered = await visitor.post('/sign-in?to=%2Forganizations%3Fq%3D1', { email, password });
  expect(entered).toMatchObject({ status: 303, location: '/organizations?q=1' });
  expect((await visitor.get('/account')).text).toContain(email);
  const lured = await pages.visitor().post('/sign-in?to=https%3A%2F%2Fevil.example%2F', { email, password });
  expect(lured).toMatchObject({ status: 303, location: '/' });
});

test('a person reads pages in the language they once chose, on whichever device they sign in', async () => {
  const email = emailOf('analyst');
  const here = pages.visitor();
  await here.post('/sign-in', { email, password });
  expect((await here.get('/organizations')).text).toContain('<html lang="ru"');
  await here.post('/preferences', { locale: 'en', returnTo: '/organizations' });
  const elsewhere = pages.visitor();
  expect((await elsewhere.get('/sign-in')).text).toContain('<html lang="ru"');
  await elsewhere.post('/sign-in', { email, password });
  expect((await elsewhere.get('/organizations')).text).toContain('<html lang="en"');
  expect((await elsewhere.get('/account')).text).toContain('Language of pages');
});

test('a wrong password and an unknown person are refused alike', async () => {
  const answers = await Promise.all(
    [emailOf('analyst'), 'nobody@novoselye.example'].map((email) =>
      pages.visitor().post('/sign-in', { email, password: 'не тот пароль' }),
    ),
  );
  for (const { status, text } of answers) {
    expect(status).toBe(401);
    expect(text).toContain('Почта или пароль не подошли');
  }
});

test('guessing is stopped after ten tries, and other accounts at the same address are not', async () => {
  const email = emailOf('curator');
  const visitor = pages.visitor();
  for (let count = 0; count < 10; count += 1)
    expect((await visitor.post('/sign-in', { email, password: 'догадка' })).status).toBe(401);
  const stopped = await visitor.post('/sign-in', { email: email.toUpperCase(), password });
  expect(stopped.status).toBe(429);
  expect(stopped.text).toMatch(/Следующая – через \d+ с/u);
  const colleague = await pages.visitor().post('/sign-in', { email: emailOf('school-coordinator'), password });
  expect(colleague.status).toBe(303);
});

test('a forgotten password is answered alike for everybody, and set anew by a link that works once', async () => {
  const email = emailOf('institute-staff');
  const before = pages.visitor();
  await before.post('/sign-in', { email, password });
  const known = await pages.visitor().post('/password', { email });
  const unknown = await pages.visitor().post('/password', { email: 'nobody@novoselye.example' });
  expect(known.status).toBe(200);
  expect(unknown.text.replaceAll(/\d\d:\d\d/gu, '')).toBe(known.text.replaceAll(/\d\d:\d\d/gu, ''));
  expect(await sendLetters(services)).toBe(1);
  const token = tokenIn(lettersOf(services).at(-1) ?? '');
  // Who reads the database gets no link.
  const kept = await region.database.selectFrom('sign_in_verification').selectAll().execute();
  expect(kept).not.toEqual([]);
  expect(JSON.stringify(kept)).not.toContain(token);
  const link = `/password/${token}`;
  const visitor = pages.visitor();
  expect((await visitor.get(link)).text).toContain('Новый пароль');
  expect((await visitor.post(link, { newPassword: 'коротко' })).text).toContain('Не короче 10 знаков');
  expect(await visitor.post(link, { newPassword: 'совсем новый пароль' })).toMatchObject({ location: '/sign-in?set' });
  // The old password and the old session are gone, and so is the link.
  expect((await before.get('/account')).status).toBe(303);
  expect((await visitor.post('/sign-in', { email, password })).status).toBe(401);
  expect((await visitor.post('/sign-in', { email, password: 'совсем новый пароль' })).status).toBe(303);
  for (const used of [await visitor.get(link), await visitor.post(link, { newPassword: 'ещё один пароль' })]) {
    expect(used.text).toContain('Ссылка не действует');
    expect(used.text).toContain('Запросить новую ссылку');
  }
  const deeds = await region.database
    .selectFrom('journal_entry')
    .where('deed', '=', 'password.set')
    .select('id')
    .execute();
  expect(deeds).toHaveLength(1);
});

test('who approves sets up the second factor before anything else, and needs its code from then on', async () => {
  const email = emailOf('municipal-coordinator');
  const visitor = pages.visitor();
  await visitor.post('/sign-in', { email, password });
  for (const address of ['/organizations', '/account'])
    expect(await visitor.get(address)).toMatchObject({ status: 303, location: '/account/second-factor' });
  expect((await visitor.post('/account?/save', { name: 'Иван', locale: 'ru' })).location).toBe(
    '/account/second-factor',
  );
  expect((await visitor.post('/account/second-factor?/begin', { password: 'чужой пароль' })).status).toBe(401);
  const begun = await visitor.post('/account/second-factor?/begin', { password });
  expect(begun.text).toContain('<svg');
  const secret = /secret=([A-Z2-7]+)/u.exec(begun.text)?.[1] ?? '';
  const [recoveryCode = ''] = recoveryCodesIn(begun.text);
  expect((await visitor.post('/account/second-factor?/confirm', { code: '000000' })).status).toBe(401);
  const confirmed = await visitor.post('/account/second-factor?/confirm', { code: totp(secret) });
  expect(confirmed.location).toBe('/account/second-factor?set');
  expect((await visitor.get('/organizations')).status).toBe(200);

  const asked = await signInTo(pages.visitor(), email);
  expect(asked.answer.location).toBe('/sign-in/code?to=%2Faccount');
  expect((await asked.visitor.get('/account')).status).toBe(303);
  expect((await asked.visitor.post('/sign-in/code', { code: '000000' })).status).toBe(401);
  await visitor.post('/preferences', { locale: 'en' });
  expect(await asked.visitor.post('/sign-in/code?to=%2Faccount', { code: totp(secret) })).toMatchObject({
    status: 303,
    location: '/account',
  });
  expect((await asked.visitor.get('/account')).text).toContain('<html lang="en"');

  const lost = await signInTo(pages.visitor(), email);
  expect((await lost.visitor.post('/sign-in/code', { code: recoveryCode })).status).toBe(303);
  const again = await signInTo(pages.visitor(), email);
  expect((await again.visitor.post('/sign-in/code', { code: recoveryCode })).status).toBe(401);
});

test('sessions are listed with their devices, and end one by one or all at once', async () => {
  const email = emailOf('school-coordinator');
  const phone = pages.visitor('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36');
  const desk = pages.visitor('Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0');
  await signInTo(phone, email);
  await signInTo(desk, email);
  const { text } = await desk.get('/account');
  expect(text).toContain('Chrome, Android');
  expect(text).toContain('Firefox, Windows');
  const [, session = ''] = /name="session" value="([^"]+)"/u.exec(text) ?? [];
  expect((await desk.post('/account?/end', { session })).location).toBe('/account?did=ended');
  await signInTo(phone, email);
  expect((await desk.post('/account?/endAll')).location).toBe('/sign-in');
  expect((await desk.get('/account')).status).toBe(303);
  expect((await phone.get('/account')).status).toBe(303);
});

test('whoever asks is asked of the database at every request, in one statement', async () => {
  const { visitor } = await signInTo(pages.visitor(), emailOf('school-coordinator'));
  await visitor.get('/account');
  const statements = recordStatements(services.pool);
  expect((await visitor.get('/organizations')).status).toBe(200);
  // The session with its person and roles; role and places; rows, their number, two filters.
  expect(statements()).toHaveLength(6);
});

test('a session that is no more and a role that was taken are refused at the next request', async () => {
  const email = emailOf('school-coordinator');
  const { visitor } = await signInTo(pages.visitor(), email);
  expect((await visitor.get('/people')).status).toBe(200);
  const person = region.database.selectFrom('person').where('email', '=', email).select('id');
  await region.database.transaction().execute(async (owner) => {
    await journal(owner, null, { deed: 'role.ended', path: null });
    await owner.deleteFrom('role_assignment').where('person_id', '=', person).execute();
  });
  expect((await visitor.get('/people')).status).not.toBe(200);
  expect((await visitor.get('/account')).status).toBe(200);
  await region.database.deleteFrom('sign_in_session').where('person_id', '=', person).execute();
  expect((await visitor.get('/account')).status).toBe(303);
});

test('a cookie that we did not sign opens nothing, also where its token is that of a session', async () => {
  const email = emailOf('institute-staff');
  const { id } = await region.database
    .selectFrom('person')
    .where('email', '=', email)
    .select('id')
    .executeTakeFirstOrThrow();
  const token = 'a-token-that-somebody-has-read-in-the-database';
  await sql`insert into sign_in_session (person_id, token, expires_at)
    values (${id}, ${token}, now() + interval '1 day')`.execute(region.database);
  const { authCookies } = await services.identity.$context;
  for (const signature of ['', `.${'A'.repeat(43)}=`])
    for (let time = 1; time <= 2; time += 1) {
      const headers = new Headers({
        cookie: `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}${signature}`)}`,
      });
      expect(await services.sessionToken(headers)).toBeNull();
    }
});

async function signInTo(visitor: Visitor, email: string) {
  return { visitor, answer: await visitor.post('/sign-in?to=%2Faccount', { email, password }) };
}

function recoveryCodesIn(html: string): string[] {
  return [...html.matchAll(/<li><code>([^<]+)<\/code><\/li>/gu)].map(([, code = '']) => code);
}
