import { expect, test } from 'vitest';
import { findingMessage, warningMessage } from '#features/orders/messages.ts';

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
