import { expect, test } from 'vitest';
import Badge from '#ui/content/Badge.svelte';
import EmptyState from '#ui/content/EmptyState.svelte';
import Fact from '#ui/content/Fact.svelte';
import FactList from '#ui/content/FactList.svelte';
import Fold from '#ui/content/Fold.svelte';
import HistoryList from '#ui/content/HistoryList.svelte';
import Notice from '#ui/content/Notice.svelte';
import StateMark from '#ui/content/StateMark.svelte';
import { markup, snippet } from '#ui/testing/markup.ts';

test('a state is never without its word', () => {
  expect(markup(StateMark, { state: 'overdue', word: 'просрочено' })).toBe(
    '<span class="state" data-state="overdue">просрочено</span>',
  );
  expect(markup(StateMark, { state: 'done', word: 'выполнено', markOnly: true })).toBe(
    '<span class="state mark-only" data-state="done"><span class="sr-only">выполнено</span></span>',
  );
});

test('a failure is announced at once, a success in its turn, advice not at all', () => {
  const children = snippet('<p>Исправьте и загрузите снова.</p>');
  expect(markup(Notice, { title: 'Файл не загружен', kind: 'error', children })).toContain('role="alert"');
  expect(markup(Notice, { title: 'Отчёт сдан', kind: 'done' })).toContain('role="status"');
  expect(markup(Notice, { title: 'Доступ выдаёт координатор' })).toBe(
    '<div class="notice"><strong>Доступ выдаёт координатор</strong></div>',
  );
});

test('an empty list says what will stand there and what makes it so', () => {
  const html = markup(EmptyState, {
    title: 'Визитов пока нет',
    text: 'Здесь появятся визиты кураторов.',
    action: snippet('<a class="button" href="/visits/new">Записать визит</a>'),
  });
  expect(html).toContain('<strong>Визитов пока нет</strong><p>Здесь появятся визиты кураторов.</p><a class="button"');
});

test('facts are terms with values', () => {
  const facts = markup(FactList, { children: snippet('<div></div>') });
  expect(facts).toBe('<dl class="facts"><div></div></dl>');
  expect(markup(Fact, { term: 'Куратор', children: snippet('<b>Ольга Веденеева</b>') })).toBe(
    '<div><dt>Куратор</dt><dd><b>Ольга Веденеева</b></dd></div>',
  );
});

test('the journal tells who, when, on which basis, and what was and became', () => {
  const html = markup(HistoryList, {
    entries: [
      {
        id: '1',
        at: '2026-10-12T02:40:00Z',
        when: '12 октября 2026, 09:40',
        who: 'Мария Петрова',
        what: 'Изменена карточка школы',
        basis: { href: '/papers/7', label: 'приказ № 41' },
        changes: [
          { field: 'Директор', was: 'Игорь С.' },
          { field: 'Учеников', was: '210', became: '<b>214' },
        ],
      },
    ],
  });
  expect(html).toContain('<time datetime="2026-10-12T02:40:00Z">12 октября 2026, 09:40</time>');
  expect(html).toContain('Изменена карточка школы <span class="quiet">· Мария Петрова</span>');
  expect(html).toContain('Основание: <a href="/papers/7">приказ № 41</a>');
  expect(html).toContain('<del><span class="sr-only">было </span>Игорь С.</del>');
  expect(html).toContain('<ins><span class="sr-only">стало </span>пусто</ins>');
  expect(html).toContain('&lt;b>214');
});

test('a fold opens without scripts, a badge is a word', () => {
  const fold = markup(Fold, { label: 'Показать числа', children: snippet('<p>12</p>') });
  expect(fold).toBe('<details class="fold"><summary>Показать числа</summary><p>12</p></details>');
  expect(markup(Badge, { word: 'ШНОР', kind: 'category' })).toBe(
    '<span class="badge" data-kind="category">ШНОР</span>',
  );
});
