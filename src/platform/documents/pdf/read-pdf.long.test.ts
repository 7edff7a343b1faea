import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { readPdf } from '#platform/documents/pdf/read-pdf.ts';

/** A file of one page with the objects from number 4 on given by the test; the page draws object 4. */
function fileOf(content: string, ...objects: readonly string[]): Uint8Array {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << ${content} >> >>`,
    ...objects,
  ];
  const body = all.map((object, index) => `${String(index + 1)} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size ${String(all.length + 1)} >>\n%%EOF\n`, 'latin1');
}

function stream(dictionary: string, bytes: string): string {
  return `<< ${dictionary} /Length ${String(bytes.length)} >>\nstream\n${bytes}\nendstream`;
}

async function outcome(bytes: Uint8Array): Promise<{ result: string }> {
  try {
    const raw = await readPdf(bytes);
    return { result: raw.kind };
  } catch (error) {
    if (error instanceof UnreadableFile) return { result: error.code };
    throw error;
  }
}

describe('hostile files come to an end, and the next file is read', () => {
  const small = fileOf('', stream('', 'BT ET'));

  test('forms that draw the next one ten times, ten deep', async () => {
    const forms = Array.from({ length: 10 }, (_, level) =>
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /F ${String(level + 6)} 0 R >> >>`,
        level === 9 ? '0 0 m 100 0 l S' : '/F Do '.repeat(10),
      ),
    );
    const { result } = await outcome(fileOf('/XObject << /F 5 0 R >>', stream('', '/F Do '.repeat(10)), ...forms));
    expect(['damaged', 'too-large', 'zip-bomb']).toContain(result);
    expect((await outcome(small)).result).toBe('pages');
  });

  test('two hundred megabytes of drawing packed into a few kilobytes', async () => {
    const packed = deflateSync(Buffer.alloc(200_000_000, '0 0 m 9 9 l S ')).toString('latin1');
    const { result } = await outcome(fileOf('', stream('/Filter /FlateDecode', packed)));
    expect(['damaged', 'too-large', 'zip-bomb', 'pages']).toContain(result);
    expect((await outcome(small)).result).toBe('pages');
  });
});
