import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MAX_XML_DEPTH, ownTextOf, readXmlTree } from '#platform/documents/xml.ts';

describe('an XML part', () => {
  test('is a tree of names without prefixes', () => {
    const tree = readXmlTree(strToU8('<w:p xmlns:w="w" w:rsidR="1" w:id="7"><x:t>слово &amp; дело</x:t></w:p>'), 'a');
    expect(tree).toEqual({
      name: 'p',
      attributes: { id: '7' },
      children: [{ name: 't', attributes: {}, children: ['слово & дело'] }],
    });
  });

  test('is decoded by its mark or declaration', () => {
    const text = '<?xml version="1.0" encoding="windows-1251"?><t>План</t>';
    const cp1251 = Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? code : code - 0x350;
    });
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<t>План</t>', 'utf16le')]);
    expect([cp1251, utf16, strToU8('\ufeff<t>План</t>')].map((bytes) => ownTextOf(readXmlTree(bytes, 'a')))).toEqual([
      'План',
      'План',
      'План',
    ]);
  });

  test('leaves out what is not wanted, and forgives control characters', () => {
    const tree = readXmlTree(strToU8('<a><b><c/></b>раз\u0001<![CDATA[два]]></a>'), 'a', { ignored: new Set(['b']) });
    expect(ownTextOf(tree).replace('\u0001', '')).toBe('раздва');
  });

  test.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'forbidden-entities'],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'forbidden-entities'],
    ['<a>&b;</a>', 'damaged'],
    ['<a><b></a>', 'damaged'],
    ['<a>', 'damaged'],
    ['', 'damaged'],
    ['слова', 'damaged'],
    ['<?xml version="1.0" encoding="no-such"?><a/>', 'damaged'],
    ['<a>'.repeat(MAX_XML_DEPTH + 1) + '</a>'.repeat(MAX_XML_DEPTH + 1), 'too-complex'],
  ])('«%.60s» is refused as %s', (text, code) => {
    expect(() => readXmlTree(strToU8(text), 'a')).toThrow(code);
  });

  test('with too many rows is refused', () => {
    expect(() => readXmlTree(strToU8('<a><tr/><tr/><tr/></a>'), 'a', { rows: { name: 'tr', limit: 2 } })).toThrow(
      'too-many-rows',
    );
  });
});
