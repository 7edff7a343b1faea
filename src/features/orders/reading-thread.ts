import { parentPort } from 'node:worker_threads';
import { readOrderBesideSource } from '#features/orders/read-order.server.ts';
import type { ReadingAnswer, ReadingTask } from '#features/orders/read-order-apart.server.ts';
import { shownSource } from '#domain/roadmaps/shown-source.ts';

// One task, one answer, one end: what a strange file leaves behind in memory goes with the thread.
parentPort?.once('message', (task: ReadingTask) => {
  void readOrderBesideSource(task.bytes, task.fileName, task.dictionary ? { dictionary: task.dictionary } : {}).then(
    (reading) => {
      const answer: ReadingAnswer = reading.ok
        ? { ok: true, plan: reading.plan, blocks: shownSource(reading.document) }
        : reading;
      parentPort?.postMessage(answer);
    },
  );
});
