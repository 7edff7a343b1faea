/**
 * The walk: every route found in the tree of files, for every role, at a place of their own and at somebody else's. It
 * asks the pages as they are built and served, over a copy of the demonstration region.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may, placesFor } from '#domain/access/actor.ts';
import { ROLES } from '#domain/access/roles.ts';
import type { Person, Place } from '#tests/routes/people-and-places.ts';
import { everyPlace, personOfEachRole } from '#tests/routes/people-and-places.ts';
import { everyRoute } from '#tests/routes/routes.ts';
import type { Audience } from '#tests/routes/samples.ts';
import { SAMPLES } from '#tests/routes/samples.ts';
import { readPage } from '#tests/routes/served-page.ts';
import type { ServedRegion } from '#tests/routes/served-region.ts';
import { aServedRegion } from '#tests/routes/served-region.ts';
import type { Answer } from '#tests/routes/visitor.ts';
import { Visitor } from '#tests/routes/visitor.ts';

/** Compressed, with what the page loads. */
const FIRST_VISIT_BYTES = 100_000;
const NEXT_PAGE_BYTES = 20_000;
const STATEMENTS = 25;
const NOT_FOR_YOU = [303, 401, 403, 404];
/** What stands on a page when a word or a value is missing. */
const MISSING = /\bundefined\b|\bNaN\b|\[object |%opora\.|\{\w+\}/u;

const routes = everyRoute();
const sampled = routes.flatMap((route) => {
  const sample = SAMPLES[route.id];
  return sample ? [{ ...route, ...sample, name: route.id }] : [];
});
const pages = sampled.filter(({ page }) => page);
const deeds = sampled.flatMap((route) =>
  [...route.actions, ...route.methods].filter((name) => name !== 'GET').map((action) => ({ ...route, action })),
);

let region: ServedRegion;
let places: Place[];
let people: Person[];
const signedIn = new Map<string, Visitor>();
beforeAll(async () => {
  region = await aServedRegion();
  places = await everyPlace(region.database);
  people = await personOfEachRole(region.database, places);
});
afterAll(() => region.close());

test('every route has its sample, and every sample its route', () => {
  const known = new Set(Object.keys(SAMPLES));
  expect(routes.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
  expect([...known].filter((id) => !routes.some((route) => route.id === id))).toEqual([]);
  const unsampled = deeds.filter(({ id, action }) => !(action in (SAMPLES[id]?.forms ?? {})));
  expect(unsampled.map(({ id, action }) => `${id} ${action}`)).toEqual([]);
});

describe.each(ROLES)('%s', (role) => {
  test.each(sampled.filter((route) => route.page || route.methods.includes('GET')))(
    'opens $name where the rights say, and nothing leaks',
    async ({ address, audience }) => {
      const person = personIn(role);
      const visitor = await visitorOf(person);
      for (const place of placesOf(person)) {
        const at = address(place);
        if (at === null) continue;
        region.statements();
        const answer = await visitor.get(at);
        expectAccess(answer, audience, person, place);
        expect(answer.body).not.toMatch(/at .*\.(?:ts|js):\d+/u);
        expect(leaks(answer.body, person)).toEqual([]);
      }
    },
  );

  test.each(deeds)('does $action at $name where the rights say', async ({ id, action, address, methods }) => {
    const sample = SAMPLES[id]?.forms?.[action];
    if (!sample) return;
    const person = personIn(role);
    for (const place of placesOf(person)) {
      const at = address(place);
      if (at === null) continue;
      const visitor = await visitorOf(person);
      const before = await entries();
      const answer = await visitor.post(withAction(at, action, methods), sample.form(place));
      if (sample.endsSession) signedIn.clear();
      expect(answer.status, answer.body.slice(0, 300)).toBeLessThan(500);
      expect(leaks(answer.body, person)).toEqual([]);
      if (isAllowed(sample.audience, person, place))
        expect([403, 404].filter((status) => status !== sample.refusedWith)).not.toContain(answer.status);
      else {
        expect(NOT_FOR_YOU).toContain(answer.status);
        expect(await entries()).toEqual(before);
      }
    }
  });
});

describe('somebody who has not signed in', () => {
  test.each(sampled.filter((route) => route.page || route.methods.includes('GET')))(
    'is led to the door from $name',
    async ({ address, audience }) => {
      const place = personIn('school-coordinator').own;
      const answer = await new Visitor(region.port).get(address(place) ?? '/');
      if (audience === 'everyone') expect([200, 303, 404]).toContain(answer.status);
      else {
        expect(answer.status).toBe(303);
        expect(answer.headers['location']).toMatch(/^\/sign-in\?to=/u);
      }
      for (const { officialName } of places.filter(({ published }) => !published))
        expect(answer.body).not.toContain(officialName);
    },
  );

  test.each(deeds)('changes nothing by $action at $name', async ({ id, action, address, methods }) => {
    const sample = SAMPLES[id]?.forms?.[action];
    if (!sample) return;
    const place = personIn('school-coordinator').own;
    const before = await entries();
    const answer = await new Visitor(region.port).post(
      withAction(address(place) ?? '/', action, methods),
      sample.form(place),
    );
    if (sample.audience === 'everyone') expect(answer.status).toBeLessThan(500);
    else expect(NOT_FOR_YOU).toContain(answer.status);
    expect(await entries()).toEqual(before);
  });

  test.each(deeds)('$action at $name is refused from another origin', async ({ id, action, address, methods }) => {
    const place = personIn('administrator').own;
    const visitor = await visitorOf(personIn('administrator'));
    const form = SAMPLES[id]?.forms?.[action]?.form(place) ?? {};
    const answer = await visitor.post(withAction(address(place) ?? '/', action, methods), form, 'https://evil.example');
    expect(answer.status).toBe(403);
  });
});

describe.each(['ru', 'en'] as const)('in %s', (locale) => {
  test.each(pages)('$name is whole, light, and asks the database little', async ({ address, statements, bytes }) => {
    const person = personIn('administrator');
    const visitor = (await new Visitor(region.port).signIn(person.email, person.password)).speak(locale);
    for (const reader of [visitor, new Visitor(region.port).speak(locale)]) {
      region.statements();
      const answer = await reader.get(address(person.own) ?? '/');
      const sent = region.statements();
      expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(statements ?? STATEMENTS);
      expectHeaders(answer);
      if (answer.status !== 200) continue;
      const page = readPage(answer.body);
      expect(
        page.faults.map(
          (fault) => `${fault}: ${answer.body.split('\n')[Number(/\d+$/u.exec(fault)?.[0]) - 1]?.slice(0, 200) ?? ''}`,
        ),
      ).toEqual([]);
      expect(page.ownStyles).toEqual([]);
      expect(page.language).toBe(locale);
      expect(page.text).not.toMatch(MISSING);
      expect(answer.bytes).toBeLessThanOrEqual(bytes ?? NEXT_PAGE_BYTES);
      expect(answer.bytes + (await bytesOf(page.loads))).toBeLessThanOrEqual(FIRST_VISIT_BYTES);
    }
  });
});

test.each(deeds)('$action at $name says what an empty form lacks', async ({ action, address, methods }) => {
  const person = personIn('administrator');
  const visitor = await new Visitor(region.port).signIn(person.email, person.password);
  const answer = await visitor.post(withAction(address(person.own) ?? '/', action, methods), {});
  // Among the deeds is ending all sessions.
  signedIn.clear();
  expect(answer.status, answer.body.slice(0, 300)).toBeLessThan(500);
  if (answer.headers['content-type']?.startsWith('text/html')) expect(readPage(answer.body).text).not.toMatch(MISSING);
});

test('a NUL in an address or a form is no defect', async () => {
  const visitor = await visitorOf(personIn('administrator'));
  for (const address of ['/roadmaps?q=a%00b', '/organizations?q=%00', '/password/%00'])
    expect((await visitor.get(address)).status, address).toBe(400);
  const group = { ownerId: '1', title: 'Школы\0 дня', shortTitle: 'Группа\0 дня' };
  expect((await visitor.post('/groups', group)).status).toBe(303);
});

test('an address of nothing is not found', async () => {
  const visitor = await visitorOf(personIn('administrator'));
  for (const address of ['/nothing', '/organizations/0', '/organizations/99999999', '/organizations/x'])
    expect((await visitor.get(address)).status, address).toBe(404);
});

test('an address of nothing says so in the language of the visitor and leads back', async () => {
  const visitor = await visitorOf(personIn('administrator'));
  for (const address of ['/nothing', '/organizations/99999999']) {
    const { body } = await visitor.get(address);
    const { text, language } = readPage(body);
    expect(text, address).toContain('Такой страницы нет');
    expect(body, address).toContain('href="/"');
    expect(language, address).toBe('ru');
  }
});

function personIn(role: string): Person {
  const person = people.find((candidate) => candidate.role === role);
  if (!person) throw new Error(`nobody shows the role ${role}`);
  return person;
}

function placesOf(person: Person): Place[] {
  const published = places.find((place) => place.published && person.sees(place)) ?? person.own;
  return [person.own, published, ...(person.foreign ? [person.foreign] : [])];
}

async function visitorOf(person: Person): Promise<Visitor> {
  const known = signedIn.get(person.email);
  if (known) return known;
  const visitor = await new Visitor(region.port).signIn(person.email, person.password);
  signedIn.set(person.email, visitor);
  return visitor;
}

function withAction(address: string, action: string, methods: readonly string[]): string {
  if (action === 'default' || methods.includes(action)) return address;
  return `${address}${address.includes('?') ? '&' : '?'}/${action}`;
}

function isAllowed(audience: Audience, person: Person, place: Place): boolean {
  if (typeof audience === 'string') return audience !== 'nobody';
  if (audience.at === 'region') return may(person.actor, audience.deed, place.path.split('.')[0] ?? '');
  if (audience.at === 'anywhere') return placesFor(person.actor, audience.deed).length > 0;
  // What is published is read by everyone who has signed in.
  if ((audience.deed === 'organization.read' || audience.deed === 'roadmap.read') && place.published) return true;
  return may(person.actor, audience.deed, place.path);
}

function expectAccess(answer: Answer, audience: Audience, person: Person, place: Place): void {
  if (audience === 'everyone') expect([200, 303, 404]).toContain(answer.status);
  else if (isAllowed(audience, person, place)) expect(answer.status, answer.body.slice(0, 300)).toBe(200);
  else if (typeof audience === 'object' && audience.at === 'place' && !person.sees(place))
    expect(answer.status).toBe(404);
  else expect([403, 404]).toContain(answer.status);
}

/** Names and codes of organisations that the person may not see. */
function leaks(body: string, person: Person): string[] {
  return places
    .filter((place) => !person.sees(place))
    .flatMap(({ officialName, codes }) => [officialName, ...codes])
    .filter((secret) => body.includes(secret));
}

async function entries(): Promise<number> {
  const { count } = await region.database
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function expectHeaders({ headers, status, cookies }: Answer): void {
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toMatch(/^(?:same-origin|no-referrer|strict-origin-when-cross-origin)$/u);
  for (const cookie of cookies) expect(cookie).toMatch(/samesite=(?:lax|strict)/iu);
  if (status !== 200) return;
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['cache-control']).toMatch(/no-store|private|no-cache/u);
}

/** What a first visit loads besides the page: style sheets with their fonts, scripts, pictures. */
async function bytesOf(addresses: readonly string[]): Promise<number> {
  const visitor = new Visitor(region.port);
  let bytes = 0;
  const seen = new Set<string>();
  const wanted = [...addresses];
  for (let address = wanted.pop(); address !== undefined; address = wanted.pop()) {
    const absolute = new URL(address, 'http://opora.example').pathname;
    if (seen.has(absolute)) continue;
    seen.add(absolute);
    const answer = await visitor.get(absolute);
    expect(answer.status, absolute).toBe(200);
    expect(answer.headers['cache-control'], absolute).toContain('immutable');
    bytes += answer.bytes;
    if (absolute.endsWith('.css'))
      for (const [, inner = ''] of answer.body.matchAll(/url\(["']?([^"')]+)/gu))
        if (!inner.startsWith('data:')) wanted.push(new URL(inner, `http://opora.example${absolute}`).pathname);
  }
  return bytes;
}
