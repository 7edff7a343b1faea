import { Worker } from 'node:worker_threads';
import type { UnreadableCode } from '#domain/orders/reader-error.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { PositionedPage, RawDocument } from '#domain/orders/raw-document.ts';
import { guardThread } from '#platform/documents/pdf/thread-guard.ts';

/** What the thread answers: pages, or why there are none. */
export type PdfAnswer =
  | { readonly pages: readonly PositionedPage[] }
  | { readonly code: UnreadableCode; readonly details: Readonly<Record<string, string | number>> };

/** Memory of the thread's own objects in megabytes; the guard sees the rest. */
const MEMORY_LIMIT = 400;
/** An idle thread is kept for the next file so long, in milliseconds. */
const IDLE_LIMIT = 20_000;

/**
 * Words, ruling lines and structure tags of a PDF with a text layer. pdf.js runs in a thread of its own, as it cannot be
 * interrupted otherwise; nothing is fetched from the network.
 *
 * @throws {UnreadableFile} encrypted, damaged, scanned-without-text, too-many-pages, too-large, zip-bomb
 */
export async function readPdf(bytes: Uint8Array): Promise<RawDocument> {
  const answer = await inTurn(() => askThread(bytes));
  if ('code' in answer) throw new UnreadableFile(answer.code, answer.details);
  return { kind: 'pages', pages: answer.pages };
}

let lastInLine: Promise<unknown> = Promise.resolve();
let idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

/** Files are read one after the other: the time of one is not spent on another. */
function inTurn<Result>(read: () => Promise<Result>): Promise<Result> {
  const turn = lastInLine.then(read, read);
  lastInLine = turn.catch(() => undefined);
  return turn;
}

function askThread(bytes: Uint8Array): Promise<PdfAnswer> {
  const worker = takeIdle() ?? startThread();
  return new Promise((resolve) => {
    const finish = (answer: PdfAnswer, isUsable: boolean): void => {
      stopGuard();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (isUsable) keepIdle(worker);
      else void worker.terminate();
      resolve(answer);
    };
    const onMessage = (answer: PdfAnswer): void => {
      finish(answer, true);
    };
    const onError = (error: Error & { code?: string }): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp();
      else finish({ code: 'damaged', details: {} }, false);
    };
    const onExit = (): void => {
      finish({ code: 'damaged', details: {} }, false);
    };
    // One answer, whichever limit is met first.
    const giveUp = (): void => {
      finish({ code: 'too-large', details: {} }, false);
    };
    const stopGuard = guardThread(giveUp);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(bytes);
  });
}

function startThread(): Worker {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  // A thread that fails after its answer must not bring the process down.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (idle?.worker === worker) takeIdle();
  });
  return worker;
}

function takeIdle(): Worker | null {
  const kept = idle;
  idle = null;
  if (kept === null) return null;
  clearTimeout(kept.timer);
  return kept.worker;
}

function keepIdle(worker: Worker): void {
  worker.unref();
  const timer = setTimeout(() => {
    if (idle?.worker === worker) idle = null;
    void worker.terminate();
  }, IDLE_LIMIT);
  timer.unref();
  idle = { worker, timer };
}
