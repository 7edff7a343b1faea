import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { RawDocument } from '#domain/orders/raw-document.ts';
import { MAX_FILE_SIZE, readFile } from '#platform/documents/read-file.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): Promise<RawDocument> => readFile(bytesOf(text), 'plan.doc');

/** Paragraphs as they are printed, tables as rows of cells («^» for a merged one, «×2» behind a wide one). */
function shown(raw: RawDocument): unknown[] {
  if (raw.kind !== 'document') return [raw];
  return raw.document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? [block.label, ...block.lines.map((line) => line.text)].filter(Boolean).join(' ')
      : block.rows.map((row) =>
          row.cells.map((cell) => {
            const text = cell.merged ? '^' : cell.lines.map((line) => line.text).join(' / ');
            return cell.span > 1 ? `${text}×${cell.span}` : text;
          }),
        ),
  );
}

describe('a page of the web', () => {
  test('gives paragraphs, lists with their numbers and tables with merged cells', async () => {
    const page = `<!DOCTYPE html><html><head><title>x</title><style>td{}</style></head><body><h1>ПРИКАЗ</h1>
      <ol start="2"><li>Утвердить план.</li><li><p>Опубликовать&nbsp;его.</p></li></ol><p style="display:none">скрыто</p>
      <table><tr><th>№</th><th>Дело</th><th>Срок</th></tr><tr><td colspan="1000000000">Раздел 1</td></tr>
      <tr><td>1</td><td>Семинар<br>для школ</td><td rowspan="2">март</td></tr>
      <tr><td>2</td><td><ul><li>школы</li><li>центры</li></ul></td></tr></table></body></html>`;
    expect(shown(await read(page))).toEqual([
      'ПРИКАЗ',
      '2. Утвердить план.',
      '3. Опубликовать\u00a0его.',
      [['№', 'Дело', 'Срок'], ['Раздел 1×3'], ['1', 'Семинар / для школ', 'март'], ['2', '– школы / – центры', '^']],
    ]);
  });

  test('marks of footnotes are no words of the page, the numbers of the notes are', async () => {
    const page = `<html><body><p>Аудит школ<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup> района</p>
      <p>Семинары<a class="sdfootnoteanc" href="#sdfootnote2sym"><sup>2</sup></a></p>
      <p><a href="#_ftnref1" name="_ftn1">[1]</a> По графику.</p></body></html>`;
    expect(shown(await read(page))).toEqual(['Аудит школ района', 'Семинары', '[1] По графику.']);
  });

  test('a table around the whole page gives the real table inside', async () => {
    const inner =
      '<table><tr><td>№</td><td>Дело</td></tr><tr><td>1</td><td>Семинар для руководителей школ</td></tr></table>';
    const page = `<html><body><table><tr><td>Меню</td><td><p>План</p>${inner}</td></tr></table></body></html>`;
    expect(shown(await read(page))).toEqual([
      'Меню',
      'План',
      [
        ['№', 'Дело'],
        ['1', 'Семинар для руководителей школ'],
      ],
    ]);
  });

  test('boxes laid out as a table are one, by their role or their style; a box that only centres is none', async () => {
    const page = `<html><body><div style="display: table"><div style="display:table-row">Поздравляем!</div></div>
      <div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">Дело</span><span role="columnheader">Срок</span></div></div>
      <div style="display:table-row"><div style="display:table-cell"><p>Слёт</p></div><div style="display:table-cell">май</div></div></div></body></html>`;
    expect(shown(await read(page))).toEqual([
      'Поздравляем!',
      [
        ['Дело', 'Срок'],
        ['Слёт', 'май'],
      ],
    ]);
  });

  test('boxes are a table where their classes have the usual names; a page laid out by rows is none', async () => {
    const line = (...cells: string[]): string =>
      `<div class="plan-row">${cells.map((cell) => `<div class="plan-cell text-left">${cell}</div>`).join('')}</div>`;
    const page = `<html><body><div class="container"><div class="row"><div class="col-3">Меню</div><div class="col-9">
      <div class="plan-table">${line('Дело', 'Срок')}${line('Слёт', 'май')}</div></div></div></div></body></html>`;
    expect(shown(await read(page))).toEqual([
      'Меню',
      [
        ['Дело', 'Срок'],
        ['Слёт', 'май'],
      ],
    ]);
  });

  test('nested too deep is refused', async () => {
    await expect(read(`<html>${'<div>'.repeat(5000)}`)).rejects.toThrow(UnreadableFile);
  });

  test('inside of a web archive is found', async () => {
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="=-b"',
      '',
      '--=-b',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<html><body><p>=D0=9F=D0=BB=D0=B0=\r\n=D0=BD</p></body></html>',
      '--=-b--',
    ].join('\r\n');
    expect(shown(await read(archive))).toEqual(['План']);
  });
});

test('rich text named .doc gives its table', async () => {
  const letters = (text: string): string =>
    Array.from(text, (letter) => (letter > '~' ? `\\u${letter.charCodeAt(0)}?` : letter)).join('');
  const rtf = `{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}\\pard ${letters('ПРИКАЗ')}\\par
\\trowd\\cellx500\\clvmgf\\cellx3000\\cellx5000\\pard\\intbl 1\\cell ${letters('Семинар')}\\par ${letters('для школ')}\\cell \\'ec\\'e0\\'f0\\'f2\\cell\\row
\\trowd\\cellx500\\clvmrg\\cellx3000\\cellx5000\\pard\\intbl 2\\cell\\cell ${letters('май')}\\cell\\row
\\trowd\\cellx5000\\pard\\intbl {\\listtext\\pard 1.\\tab}${letters('Итог')}\\cell\\row\\pard\\par}`;
  expect(shown(await read(rtf))).toEqual([
    'ПРИКАЗ',
    [['1', 'Семинар / для школ', 'март'], ['2', '^', 'май'], ['1. Итог×3']],
  ]);
});

test('a stamp in a text box of rich text is read once, where it is anchored', async () => {
  const box =
    "{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn txt}{\\sv 5}}{\\shptxt \\pard \\'d3\\'f2\\'e2.\\par N 7\\par}}{\\shprslt again}}";
  expect(shown(await read(`{\\rtf1\\ansi\\pard ${box}Plan\\par}`))).toEqual(['Утв.', 'N 7', 'Plan']);
});

describe('what is no document is refused', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty-file'],
    ['white space', bytesOf(' \n \n'), 'empty-file'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'unknown-format'],
    ['a packed file', Uint8Array.of(0x1f, 0x8b, 8, 0, 0), 'unknown-format'],
    ['a program', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0), 'unknown-format'],
    ['a cut zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'damaged'],
    ['an unknown compound file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'unknown-format'],
    ['too much', new Uint8Array(MAX_FILE_SIZE + 1), 'too-large'],
    ['a page too large to be parsed', bytesOf(`<html>${'<b>x</b>'.repeat(800_000)}`), 'too-large'],
  ])('%s', async (_, bytes, code) => {
    await expect(readFile(bytes, 'plan.docx')).rejects.toMatchObject({ name: 'UnreadableFile', code });
  });
});

test('plain text comes back decoded, whatever the name says', async () => {
  expect(await readFile(bytesOf('План\r\nработы школы'), 'plan.pdf')).toEqual({
    kind: 'text',
    text: 'План\nработы школы',
  });
});

test('any bytes give a document or the reader’s own refusal', async () => {
  const begin = fc.constantFrom('', '<html>', '{\\rtf1 ', '%PDF-1.4 ', 'PK\u0003\u0004', '<table><tr><td colspan=9>');
  const middle = fc.constantFrom(
    '{',
    '}',
    '\\cell',
    '\\row',
    '\\trowd\\cellx9',
    '\\par',
    '<td>',
    '<table>',
    '</p>',
    '<li>',
    'План ',
    "\\'ff",
  );
  await fc.assert(
    fc.asyncProperty(begin, fc.array(middle, { maxLength: 30 }), async (start, rest) => {
      const outcome = await read(start + rest.join('')).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UnreadableFile);
    }),
    { numRuns: 60 },
  );
});
