import { expect, test } from 'vitest';
import { findingMessage, unreadableMessage, warningMessage } from '#features/orders/messages.ts';

test('a scan is refused with what to do about it', () => {
  expect(unreadableMessage('ru', 'scanned-without-text')).toMatch(/OCR.*DOCX/u);
  expect(unreadableMessage('en', 'scanned-without-text')).toMatch(/OCR.*DOCX/u);
});

test('limits are told in megabytes, pages or rows', () => {
  expect(unreadableMessage('ru', 'too-large', { limit: 104_857_600, size: 209_715_200 })).toContain('(предел 100 МБ)');
  expect(unreadableMessage('en', 'too-many-pages', { limit: 500, pages: 1200 })).toContain('(limit 500)');
  expect(unreadableMessage('en', 'too-large')).toContain('too large:');
});

test('a damaged part is named where it is known', () => {
  expect(unreadableMessage('ru', 'damaged', { part: 'word/document.xml' })).toContain('(word/document.xml)');
  expect(unreadableMessage('ru', 'damaged')).not.toContain('(');
});

test('a warning holds the words that it is about', () => {
  expect(warningMessage('ru', { code: 'unplaced-text', words: 'до особого распоряжения' })).toBe(
    'Слова таблицы не отнесены ни к одному полю: «до особого распоряжения»',
  );
  expect(warningMessage('en', { code: 'number-missing' })).toBe('The measure has no number');
});

test('a finding holds the words that it is about', () => {
  expect(findingMessage('ru', { code: 'no-deadline' })).toBe('Срок не указан');
  expect(findingMessage('en', { code: 'undefined-abbreviation', message: 'РЦОИ' })).toBe(
    'An abbreviation is explained nowhere: «РЦОИ»',
  );
});
