import { expect, test } from 'vitest';
import Breadcrumbs from '#ui/frame/Breadcrumbs.svelte';
import type { PageFrame, Section } from '#ui/frame/frame.ts';
import Page from '#ui/frame/Page.svelte';
import PageHead from '#ui/frame/PageHead.svelte';
import { markup, snippet } from '#ui/testing/markup.ts';

const children = snippet('<p>Содержание</p>');

const SECTIONS: readonly Section[] = [
  { href: '/duties', label: 'Сделать', icon: 'checklist', current: 'page', count: { number: 8, label: 'к сроку' } },
  { href: '/roadmaps', label: 'Дорожные карты', short: 'Карты', icon: 'table' },
  { href: '/schools', label: 'Школы', icon: 'school' },
  { href: '/results', label: 'Результаты', icon: 'bars' },
  { href: '/people', label: 'Люди', icon: 'people' },
];

function aFrame(changes: Partial<PageFrame> = {}): PageFrame {
  return {
    home: '/',
    place: { name: 'Новосельская область', others: [{ href: '/places/1', label: 'Заречный район' }] },
    search: { action: '/search' },
    preferences: { action: '/preferences', returnTo: '/duties?page=2', sight: 'normal' },
    person: { name: 'Мария П.', links: [{ href: '/me', label: 'Мои полномочия' }], signOut: '/signout' },
    sections: SECTIONS,
    dataAsOf: '12 октября 2026, 09:40',
    footLinks: [{ href: '/open', label: 'Открытая страница' }],
    address: 'opora.novoselskaya.example/duties',
    ...changes,
  };
}

test('a page has the landmarks by which one finds the way, in the order of reading', () => {
  const html = markup(Page, { frame: aFrame(), children });
  const order = ['class="skip" href="#content"', '<header', 'role="search"', '<nav', '<main', 'Содержание', '<footer'];
  const places = order.map((mark) => html.indexOf(mark));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(html).toContain('<main class="page" id="content" tabindex="-1">');
});

test('languages and weak sight are forms that come back to the same page', () => {
  const html = markup(Page, { frame: aFrame(), children });
  expect(html).toContain('id="preferences" method="post" action="/preferences"');
  expect(html).toContain('name="returnTo" value="/duties?page=2"');
  expect(html).toMatch(/name="locale" value="ru"[^>]* aria-pressed="true"/u);
  expect(html).toMatch(/name="locale" value="en"[^>]* aria-pressed="false"/u);
  expect(html).toMatch(/name="sight" value="weak"[^>]* aria-pressed="false"/u);
  const weak = aFrame({ preferences: { action: '/preferences', returnTo: '/', sight: 'weak' } });
  expect(markup(Page, { frame: weak, children })).toMatch(/name="sight" value="normal"[^>]* aria-pressed="true"/u);
});

test('the section one is in is told, and what waits in a section has words', () => {
  const html = markup(Page, { frame: aFrame(), children });
  expect(html).toContain('<a href="/duties" aria-current="page">');
  expect(html.match(/aria-current="page"/gu)).toHaveLength(1);
  expect(html).toContain('<span class="count">8<span class="sr-only"> к сроку</span></span>');
});

test('sections beyond the fourth, the other language and leaving stand under «Ещё»', () => {
  const more = markup(Page, { frame: aFrame(), children }).split('class="more"')[1]?.split('</nav>')[0] ?? '';
  expect(more).toContain('<a href="/people">Люди</a>');
  expect(more).toContain('form="preferences" name="locale" value="en" lang="en">English</button>');
  expect(more).toContain('<button form="sign-out">Выйти</button>');
  expect(more).not.toContain('/schools');
});

test('leaving is posted; who is nobody yet may come in', () => {
  expect(markup(Page, { frame: aFrame(), children })).toContain('id="sign-out" method="post" action="/signout"');
  const stranger = markup(Page, { frame: aFrame({ person: { signIn: '/signin' }, sections: [] }), children });
  expect(stranger).toContain('<a class="nowrap" href="/signin">Войти</a>');
  expect(stranger).not.toContain('sign-out');
  expect(stranger).not.toContain('class="sections"');
});

test('a demonstration says so on the page, a real installation does not', () => {
  const demo = markup(Page, { frame: aFrame({ demo: { href: '/demo', label: 'Кем войти' } }), children }, 'en');
  expect(demo).toContain('invented');
  expect(demo).toContain('<a href="/demo">Кем войти</a>');
  expect(markup(Page, { frame: aFrame(), children })).not.toContain('demo-bar');
});

test('a printed page tells its source, its age and its address', () => {
  const html = markup(Page, { frame: aFrame(), children });
  expect(html.split('print-foot')[1]).toContain('<span>opora.novoselskaya.example/duties</span>');
  expect(html).toContain('Данные на 12 октября 2026, 09:40');
});

test('nothing has a style of its own, and the frame of a page is small', () => {
  const html = markup(Page, { frame: aFrame(), children });
  expect(html).not.toMatch(/\sstyle=|<style|onclick=/u);
  expect(Buffer.byteLength(html)).toBeLessThan(6000);
});

test('the way down to a page ends with the page itself', () => {
  expect(markup(Breadcrumbs, { trail: [{ href: '/o/1', label: 'Заречный район' }], here: 'Школа <№ 4>' })).toBe(
    '<nav class="crumbs" aria-label="Где вы"><ol><li><a href="/o/1">Заречный район</a></li>' +
      '<li><span aria-current="page">Школа &lt;№ 4></span></li></ol></nav>',
  );
});

test('the head of a page keeps its actions apart from its title', () => {
  const html = markup(PageHead, { title: 'Школы', actions: snippet('<a class="button" href="/x">XLSX</a>') });
  expect(html).toBe(
    '<div class="page-head"><div><h1>Школы</h1></div><div class="actions"><a class="button" href="/x">XLSX</a></div></div>',
  );
});
