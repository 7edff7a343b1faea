import fc from 'fast-check';
import { expect, test } from 'vitest';
import Filters from '#ui/table/Filters.svelte';
import { pageLinks } from '#ui/table/page-links.ts';
import Pagination from '#ui/table/Pagination.svelte';
import SortableHeader from '#ui/table/SortableHeader.svelte';
import Table from '#ui/table/Table.svelte';
import TableScroll from '#ui/table/TableScroll.svelte';
import { markup, snippet } from '#ui/testing/markup.ts';

const hrefOf = (page: number) => `/schools?sort=name&page=${page}`;
const row = snippet('<tr><td>Боровская школа</td></tr>');

test('a table has a caption, also where it is not seen, and its head in a row', () => {
  const html = markup(Table, {
    caption: 'Школы района',
    hideCaption: true,
    records: true,
    stickyHead: true,
    compact: true,
    head: snippet('<th scope="col">Школа</th>'),
    children: row,
  });
  expect(html).toContain('<table class="table records sticky-head" data-density="compact">');
  expect(html).toContain('<caption class="sr-only">Школы района</caption>');
  expect(html).toContain('<thead><tr><th scope="col">Школа</th></tr></thead>');
  expect(html).not.toContain('<tfoot>');
});

test('the head of a column is a link and tells how the list is sorted', () => {
  expect(markup(SortableHeader, { label: 'Школа', href: '/schools?sort=-name', sorted: 'ascending' })).toBe(
    '<th scope="col" aria-sort="ascending"><a href="/schools?sort=-name">Школа</a></th>',
  );
  expect(markup(SortableHeader, { label: 'Учеников', href: '/schools?sort=pupils', numeric: true })).toBe(
    '<th scope="col" class="num"><a href="/schools?sort=pupils">Учеников</a></th>',
  );
});

test('what scrolls sideways has a name and can be reached by keys', () => {
  const html = markup(TableScroll, { label: 'Районы и мероприятия', children: snippet('<p></p>') });
  expect(html).toContain('role="region" aria-label="Районы и мероприятия" tabindex="0"');
});

test('a list of 900 shows where one is, the ends and the neighbours', () => {
  const html = markup(Pagination, { page: 1, pageSize: 50, total: 900, hrefOf });
  expect(html).toContain('<span class="quiet">1–50 из 900</span>');
  expect(html).toContain('<a href="/schools?sort=name&amp;page=18" aria-label="Страница 18">18</a>');
  expect(html).toMatch(/page=1" aria-label="Страница 1" aria-current="page">1</u);
  expect(html).toContain('rel="next" href="/schools?sort=name&amp;page=2">Дальше</a>');
  expect(html).not.toContain('rel="prev"');
});

test('the last page ends with the last row; one page needs no links; an empty list needs nothing', () => {
  expect(markup(Pagination, { page: 3, pageSize: 50, total: 101, hrefOf }, 'en')).toContain('101 of 101');
  const single = markup(Pagination, { page: 1, pageSize: 50, total: 12, hrefOf });
  expect(single).toContain('1–12 из 12');
  expect(single).not.toContain('<a ');
  expect(markup(Pagination, { page: 1, pageSize: 50, total: 0, hrefOf })).toBe('');
});

test('a gap stands only for pages that are not shown', () => {
  const shown = (page: number, pages: number) =>
    pageLinks(page, pages).map((link) => (link === 'gap' ? '…' : String(link.page)));
  expect(shown(1, 18)).toEqual(['1', '2', '3', '…', '18']);
  expect(shown(4, 18)).toEqual(['1', '2', '3', '4', '5', '6', '…', '18']);
  expect(shown(5, 9)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect(shown(9, 18)).toEqual(['1', '…', '7', '8', '9', '10', '11', '…', '18']);
});

test('pages ascend, none is named twice, and this page and both ends are always there', () => {
  const place = fc
    .integer({ min: 1, max: 400 })
    .chain((pages) => fc.tuple(fc.integer({ min: 1, max: pages }), fc.constant(pages)));
  fc.assert(
    fc.property(place, ([page, pages]) => {
      const named = pageLinks(page, pages).flatMap((link) => (link === 'gap' ? [] : [link.page]));
      expect(named).toEqual([...new Set(named)].sort((one, other) => one - other));
      expect(named).toEqual(expect.arrayContaining([1, page, pages]));
      expect(pageLinks(page, pages).length).toBeLessThanOrEqual(9);
    }),
  );
});

test('filters keep the sorting and tell what is chosen, each with the way out', () => {
  const html = markup(Filters, {
    action: '/schools',
    label: 'Отбор школ',
    keep: { sort: '-name' },
    chosen: [
      { label: 'Заречный район', hrefWithout: '/schools?sort=-name&state=open' },
      { label: 'открыта', hrefWithout: '/schools?sort=-name&place=1' },
    ],
    clear: '/schools',
    children: snippet('<p>поля</p>'),
  });
  expect(html).toContain('<form class="filters" action="/schools" aria-label="Отбор школ">');
  expect(html).toContain('<input type="hidden" name="sort" value="-name"');
  expect(html).toContain('Заречный район ×<span class="sr-only"> снять отбор</span>');
  expect(html).toContain('<a class="small" href="/schools">Снять отбор</a>');
});
