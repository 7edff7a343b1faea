import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { decodeText } from '#platform/documents/decode-text.ts';

const order = 'ПРИКАЗ № 15\nОб утверждении плана мероприятий Заречного района\n1\tСеминар для учителей\tмарт 2025\n';

const TABLES: Record<string, string> = { 'windows-1251': '', 'koi8-r': '', ibm866: '' };

/** `text` in a single-byte encoding, by turning the decoder's table round. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = (TABLES[encoding] ||= new TextDecoder(encoding).decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  ));
  return Uint8Array.from(text, (letter) => Math.max(0, table.indexOf(letter)));
}

function wide(text: string, little: boolean): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
      little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a Russian order is decoded', () => {
  test.each([
    ['UTF-8', utf8(order)],
    ['UTF-8 with a mark', utf8(`\ufeff${order}`)],
    ['UTF-16, little end first, with a mark', wide(`\ufeff${order}`, true)],
    ['UTF-16, big end first, with a mark', wide(`\ufeff${order}`, false)],
    ['UTF-16, little end first, unmarked', wide(order, true)],
    ['UTF-16, big end first, unmarked', wide(order, false)],
    ['windows-1251', encoded(order, 'windows-1251')],
  ])('%s', (_, bytes) => expect(decodeText(bytes)).toBe(order));

  test.each(['koi8-r', 'ibm866', 'windows-1251'])('%s', (encoding) => {
    const text = order.replace('№', 'N');
    expect(decodeText(encoded(text, encoding))).toBe(text);
    expect(decodeText(encoded('ПЛАН РАБОТЫ ШКОЛЫ', encoding))).toBe('ПЛАН РАБОТЫ ШКОЛЫ');
  });

  test('a UTF-8 file cut inside a letter stays UTF-8', () => {
    const bytes = utf8(order.repeat(3));
    expect(decodeText(bytes.subarray(0, -6 - 9))).toContain('Семинар для учителей');
    expect(decodeText(utf8(`${order}я`).subarray(0, -1))).toContain(order);
  });
});

test('line ends of every system become one', () => {
  expect(decodeText(utf8('План\r\nработы\rшколы\u2028на год'))).toBe('План\nработы\nшколы\nна год');
});

test('NUL characters are left out', () => {
  expect(decodeText(utf8('План\u0000 работы школы'))).toBe('План работы школы');
});

test('noise is refused', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + ((index * index) % 251)) & 255);
  expect(() => decodeText(noise)).toThrow(new UnreadableFile('not-text'));
});

test('any bytes give a text or the refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        expect(decodeText(bytes)).not.toMatch(/[\r\u0000]/u);
      } catch (error) {
        expect(error).toEqual(new UnreadableFile('not-text'));
      }
    }),
  );
});
