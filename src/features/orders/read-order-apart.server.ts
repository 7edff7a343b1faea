import { Worker } from 'node:worker_threads';
import type { TerritoryDictionary } from '#domain/orders/lexicon.ts';
import type { Plan } from '#domain/orders/plan.ts';
import type { UnreadableCode } from '#domain/orders/reader-error.ts';
import type { ShownBlock } from '#domain/roadmaps/shown-source.ts';

export type ReadingTask = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly dictionary?: TerritoryDictionary;
};

export type ReadingAnswer =
  | { readonly ok: true; readonly plan: Plan; readonly blocks: readonly ShownBlock[] }
  | {
      readonly ok: false;
      readonly error: { readonly code: UnreadableCode; readonly details: Readonly<Record<string, string | number>> };
    };

/** Megabytes of the thread's own objects. */
const MEMORY_LIMIT = 450;
/** Longer than the limits of every reader together: only a defect comes here. */
const SECONDS_LIMIT = 30;

/**
 * Reads an order in a thread of its own, so that pages are answered meanwhile and a file that takes too much time or
 * memory harms nobody. Never throws for what is in the file.
 */
export function readOrderApart(task: ReadingTask): Promise<ReadingAnswer> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT },
    execArgv: [],
  });
  return new Promise((resolve) => {
    const finish = (answer: ReadingAnswer) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    const refuse = (code: UnreadableCode, details: Readonly<Record<string, string | number>> = {}) => {
      finish({ ok: false, error: { code, details } });
    };
    const timer = setTimeout(() => {
      refuse('too-complex', { seconds: SECONDS_LIMIT });
    }, SECONDS_LIMIT * 1000);
    worker.once('message', finish);
    worker.once('error', (error: Error & { code?: string }) => {
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged');
    });
    worker.once('exit', () => {
      refuse('damaged');
    });
    worker.postMessage(task);
  });
}
