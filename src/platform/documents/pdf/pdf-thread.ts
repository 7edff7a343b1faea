import { parentPort } from 'node:worker_threads';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { extractPages } from '#platform/documents/pdf/extract-pages.ts';
import type { PdfAnswer } from '#platform/documents/pdf/read-pdf.ts';

/** The thread in which pdf.js runs: takes the bytes of a file, answers with its pages. */
parentPort?.on('message', (bytes: Uint8Array) => {
  void answerFor(bytes).then((answer) => parentPort?.postMessage(answer));
});

async function answerFor(bytes: Uint8Array): Promise<PdfAnswer> {
  try {
    return { pages: await extractPages(bytes) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { code: error.code, details: error.details };
    return { code: 'damaged', details: {} };
  }
}
