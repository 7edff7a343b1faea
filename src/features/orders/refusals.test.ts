import { expect, test } from 'vitest';
import { unreadableMessage } from '#features/orders/refusals.ts';

test('a scan is refused with what to do about it', () => {
  expect(unreadableMessage('ru', 'scanned-without-text')).toMatch(/OCR.*DOCX/u);
  expect(unreadableMessage('en', 'scanned-without-text')).toMatch(/OCR.*DOCX/u);
  expect(unreadableMessage('ru', 'scanned-without-text', { part: 'fonts' })).toMatch(/не читается.*заново \(OCR\)/u);
});

test.each([
  ['too-large', { limit: 104_857_600, size: 209_715_200 }, '(предел 100 МБ)'],
  ['too-large', { limit: 1_048_576, of: 'characters' }, `(предел ${(1_048_576).toLocaleString('ru')} знаков)`],
  ['too-many-pages', { limit: 500, pages: 1200 }, '(предел 500 страниц)'],
  ['too-many-rows', { limit: 900 }, 'слишком много строк (предел 900 строк таблиц)'],
  ['too-many-rows', { limit: 900, of: 'columns' }, 'слишком много столбцов (предел 900 столбцов)'],
] as const)('%s says what is counted: %j', (code, details, words) => {
  expect(unreadableMessage('ru', code, details)).toContain(words);
});

test('a refusal without a limit names none', () => {
  expect(unreadableMessage('en', 'too-large')).toContain('too large:');
});

test('a damaged part is named where it means something to a person', () => {
  expect(unreadableMessage('ru', 'damaged', { part: 'word/document.xml' })).toContain('(часть word/document.xml)');
  expect(unreadableMessage('ru', 'damaged', { part: 'time' })).not.toContain('(');
});
