import { describe, expect, test } from 'vitest';
import { checkDocument, checkText } from '#domain/orders/limits.ts';
import { documentOf } from '#tests/support/source-documents.ts';

const refusal = (code: string): Error => expect.objectContaining({ name: 'UnreadableFile', code }) as Error;

describe('a text', () => {
  test('of an ordinary order is let through', () => {
    checkText('ПРИКАЗ\n'.repeat(2_000));
  });

  test.each([
    ['more characters than 500 pages have', 'слово '.repeat(200_000), 'too-large'],
    ['more lines than 300 pages have', 'строка\n'.repeat(20_001), 'too-many-rows'],
    ['a line of more cells than any table has', 'а\t'.repeat(1_001), 'too-many-rows'],
    ['a line of bars', '|'.repeat(1_001), 'too-many-rows'],
  ])('with %s is refused', (_, text, code) => {
    expect(() => {
      checkText(text);
    }).toThrow(refusal(code));
  });
});

describe('a document', () => {
  test('of 5,000 rows is let through, one of 5,001 is refused', () => {
    checkDocument(documentOf(Array.from({ length: 5_000 }, () => ['1', 'Семинар'])));
    const longer = documentOf(Array.from({ length: 5_001 }, () => ['1', 'Семинар']));
    expect(() => {
      checkDocument(longer);
    }).toThrow(refusal('too-many-rows'));
  });

  test('of more than 100,000 cells is refused', () => {
    const wide = documentOf(Array.from({ length: 200 }, () => Array.from({ length: 501 }, () => '1')));
    expect(() => {
      checkDocument(wide);
    }).toThrow(refusal('too-many-rows'));
  });
});
