import { expect, test } from 'vitest';
import { holdsHtmlTable, pageOfText } from '#platform/documents/html-in-text.ts';

const TABLE = '<table><tr><td>1</td><td>Семинар</td></tr>\n<tr><td>2</td><td>Выезд</td></tr></table>';

test('a table has rows of cells; a tag that is spoken of is none', () => {
  expect(holdsHtmlTable(`План\n${TABLE}`)).toBe(true);
  expect(holdsHtmlTable('Тег <table> и строки <tr> описаны в руководстве')).toBe(false);
});

test('lines around tables become paragraphs, tables stay', () => {
  expect(pageOfText(`Приказ № 7\n\nПри доле <50 %\n${TABLE}\nНачальник`)).toBe(
    ['<html><body><p>Приказ № 7</p>', '<p>При доле &lt;50 %</p>', TABLE, '<p>Начальник</p></body></html>'].join('\n'),
  );
});

test('a table within a table and one that never ends are kept whole', () => {
  const nested = `<table><tr><td>${TABLE}</td></tr></table>`;
  expect(pageOfText(nested)).toContain(nested);
  expect(pageOfText(`План\n${TABLE.replace('</table>', '')}`)).toContain('<td>Выезд</td></tr></body>');
});
