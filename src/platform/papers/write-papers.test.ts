import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inventWholePlan } from '#demo/orders/whole-plan.ts';
import type { Paper, PaperBlock } from '#domain/papers/paper.ts';
import { planPaper } from '#domain/papers/plan-paper.ts';
import { workbookOf } from '#domain/papers/plan-workbook.ts';
import { writeDocx } from '#platform/papers/docx/write-docx.ts';
import { writePdf } from '#platform/papers/pdf/write-pdf.ts';
import { writeXlsx } from '#platform/papers/write-xlsx.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const PAPER = planPaper(inventWholePlan(9, { measures: 24, sections: 3 }));
const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const office = spawnSync('soffice', ['--version']).status === 0;

/** Every text of a paper, in its order, without white space. */
function textsOf({ sections }: Paper): string {
  const ofBlock = (block: PaperBlock): string[] => {
    if (block.kind === 'paragraph') return [block.text];
    if (block.kind === 'pair') return [block.left, block.right];
    return [
      ...block.columns.map(({ title }) => title),
      ...block.rows.flatMap((row) => (row.kind === 'section' ? [row.text] : row.cells)),
    ];
  };
  return bare(sections.flatMap(({ blocks }) => blocks.flatMap(ofBlock)).join(' '));
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

describe('DOCX', () => {
  const document = partOf(writeDocx(PAPER), 'word/document.xml');

  test('has the order upright and its annex across, and a head that every page repeats', () => {
    const pages = [...document.matchAll(/<w:pgSz [^>]+>/gu)].map(([size]) => size.includes('landscape'));
    expect(pages).toEqual([false, true]);
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(
      PAPER.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table').length,
    );
  });

  test('takes signs of markup and characters that XML forbids', () => {
    const text = 'a < b & "c" > d\u0000\u0008';
    const paper: Paper = {
      title: text,
      sections: [{ orientation: 'portrait', blocks: [{ kind: 'paragraph', style: 'text', text }] }],
    };
    const bytes = writeDocx(paper);
    expect(partOf(bytes, 'word/document.xml')).toContain('a &lt; b &amp; &quot;c&quot; &gt; d</w:t>');
    expect(partOf(bytes, 'docProps/core.xml')).toContain('a &lt; b &amp; &quot;c&quot; &gt; d</dc:title>');
  });

  test.skipIf(!office)('LibreOffice opens it and reads every word in its order', async () => {
    const folder = await temporaryFolder();
    const file = await folder.write('paper.docx', writeDocx(PAPER));
    const { status } = spawnSync('soffice', [
      `-env:UserInstallation=file://${folder.path}/profile`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder.path,
      file,
    ]);
    expect(status).toBe(0);
    expect(bare(readFileSync(file.replace('.docx', '.txt'), 'utf8').replace('\ufeff', ''))).toBe(textsOf(PAPER));
  });
});

describe('XLSX', () => {
  test('keeps a text that looks like a formula a text', async () => {
    const dangers = ['=HYPERLINK("http://example.org")', '+1', '-2', '@SUM(A1)', '5'];
    const bytes = await writeXlsx({
      title: 'План',
      requisites: { name: 'Реквизиты', lines: [{ text: '=1+1', isHeading: false }] },
      tables: [
        {
          name: 'Мероприятия',
          table: {
            kind: 'table',
            summary: 'Мероприятия',
            columns: dangers.map((title) => ({ title, width: 1, aligned: 'left' })),
            rows: [{ kind: 'cells', cells: dangers }],
          },
        },
      ],
    });
    for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      const xml = partOf(bytes, sheet);
      expect(xml).not.toContain('<f>');
      expect(xml.match(/<c r="[^"]+"(?! t="s")/gu)).toBeNull();
    }
    // Cells of the format «text» stay texts when a person edits them.
    expect(partOf(bytes, 'xl/styles.xml')).toContain('formatCode="@"');
  });

  test('keeps the head in view and on every printed page, and fits the width of a page', async () => {
    const bytes = await writeXlsx(workbookOf(PAPER));
    const sheet = partOf(bytes, 'xl/worksheets/sheet2.xml');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ');
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/u);
    const names = partOf(bytes, 'xl/workbook.xml');
    expect(names).toMatch(/_xlnm\.Print_Titles[^>]*>[^<]*\$1:\$1</u);
    expect(names).toContain('_xlnm.Print_Area');
  });
});

describe('PDF', () => {
  const bytes = Buffer.from(writePdf(PAPER) ?? []);
  /** The objects of the file, those in packed streams too. */
  const objects = [...bytes.toString('latin1').matchAll(/stream\r?\n/gu)]
    .flatMap(({ index, 0: mark }) => {
      try {
        return [inflateSync(bytes.subarray(index + mark.length)).toString('latin1')];
      } catch {
        return [];
      }
    })
    .join('\n')
    .concat(bytes.toString('latin1'));

  test('is tagged: headings, a table with a head, the language, the title', () => {
    expect(objects).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/u);
    expect(objects).toMatch(/\/Lang\s*\(ru/u);
    for (const tag of ['H1', 'Table', 'THead', 'TH', 'TD', 'P'])
      expect(objects).toMatch(new RegExp(`/S\\s*/${tag}(?![A-Za-z])`, 'u'));
    expect(objects).toContain('pdfuaid:part');
    expect(objects).toContain('/DisplayDocTitle true');
    expect(objects).toContain('/Outlines');
  });

  test('takes signs that have no meaning', () => {
    const text = 'план\u0000\u0008 \ud800\uf0b7\t#set page() @ref <a> \u{1F600}';
    const paper: Paper = {
      title: text,
      sections: [{ orientation: 'portrait', blocks: [{ kind: 'paragraph', style: 'order-title', text }] }],
    };
    expect(writePdf(paper)?.length).toBeGreaterThan(1000);
  });

  test('brings its own letters, and only those it needs', () => {
    expect([...new Set(objects.match(/\/FontName\s*\/[A-Z]{6}\+PT(?:Serif|Sans)-(?:Regular|Bold)/gu))].length).toBe(4);
    expect(bytes.length).toBeLessThan(400_000);
  });
});
