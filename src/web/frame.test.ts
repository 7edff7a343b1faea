import { expect, test } from 'vitest';
import { frameOf } from '#web/frame.ts';

test.each([
  ['/organizations', '/(staff)/organizations', ['organizations: page']],
  ['/organizations/7/edit', '/(staff)/organizations/[id]/edit', ['organizations: within']],
  ['/groups', '/(staff)/groups', ['organizations: within']],
  ['/groups/4', '/(staff)/groups/[id]', ['organizations: within']],
  ['/people/invite', '/(staff)/people/invite', ['people: within']],
  ['/account', '/(staff)/account', ['account: page']],
  ['/account/second-factor', '/(staff)/account/second-factor', ['account: within']],
  ['/nothing', null, []],
])('on %s one is told where one stands', (address, route, expected) => {
  const frame = aFrameAt(address, route);
  const links = [...frame.sections, ...('links' in frame.person ? frame.person.links : [])];
  expect(links.flatMap(({ href, current }) => (current === undefined ? [] : [`${href.slice(1)}: ${current}`]))).toEqual(
    expected,
  );
});

test('words sought among people are not put into the search of everything', () => {
  expect(aFrameAt('/people?q=школа', '/(staff)/people').search?.words).toBe('');
  expect(aFrameAt('/search?q=школа', '/(staff)/search').search?.words).toBe('школа');
});

function aFrameAt(address: string, route: string | null) {
  const actor = {
    personId: 'p1',
    name: 'Петрова Мария Ивановна',
    roles: [{ role: 'regional-coordinator', path: '1' }],
  };
  const services = {
    config: { timeZone: 'Asia/Novosibirsk', mode: 'production' },
    clock: { now: () => new Date('2026-10-12T01:00:00Z') },
  };
  const locals = { locale: 'ru', weakSight: false, actor, services } as unknown as App.Locals;
  return frameOf(locals, new URL(address, 'http://opora.example'), route);
}
