import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { chanceOf } from '#demo/orders/chance.ts';
import { flowText } from '#demo/orders/flow-text.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { unreadableMessage } from '#features/orders/refusals.ts';
import { readOrder } from '#features/orders/read-order.server.ts';
import { gridOf, WRITERS } from '#tests/properties/printed-grid.ts';

/** Real layouts: the fixtures of every format, and invented plans in every layout of plain text. */
const fixtures = ['documents', 'pdf'].flatMap((folder) => {
  const place = path.resolve(import.meta.dirname, '../fixtures', folder);
  const names = readdirSync(place).filter((name) => /\.(?:docx|odt|xlsx|pdf)$/u.test(name));
  return names.slice(0, 4).map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(place, name))) }));
});
const plan = inventPlan(11, { measures: 5 });
const written = Object.values(WRITERS).map((write) => write(gridOf(plan), chanceOf(11)));
const texts = [
  ...written.filter(({ name }) => /\.(?:txt|html)$/u.test(name)),
  ...(['lines', 'cells', 'across'] as const).map((loss) => ({
    name: 'plan.txt',
    bytes: new TextEncoder().encode(flowText(plan, loss, chanceOf(5))),
  })),
];

/** Reads the bytes: a plan, or a reason that has a sentence; anything thrown fails the test. */
async function survives(name: string, bytes: Uint8Array): Promise<void> {
  const reading = await readOrder(bytes, name, {});
  if (!reading.ok) expect(unreadableMessage('ru', reading.error.code, reading.error.details)).toMatch(/\S/u);
}

const SEED = 20_260_102;

/** A place as a share of the length, so that it fits every file, and what is done there. */
const byteEdits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    bytes: fc.uint8Array({ maxLength: 6 }),
    cut: fc.nat({ max: 40 }),
  }),
  { minLength: 1, maxLength: 6 },
);

function editedBytes(bytes: Uint8Array, edits: readonly { at: number; bytes: Uint8Array; cut: number }[]): Uint8Array {
  return edits.reduce((before, { at, bytes: put, cut }) => {
    const place = Math.floor(at * before.length);
    return Uint8Array.from([...before.subarray(0, place), ...put, ...before.subarray(place + cut)]);
  }, bytes);
}

const PIECES = [
  '\t',
  '|',
  '«',
  '»',
  '(',
  ')',
  '-\n',
  '\n\n',
  '\f',
  '1.',
  '№',
  '  ',
  '%',
  'и ',
  '<td>',
  '</table>',
  '\u00ad',
  '+--+',
  ';',
  '😀',
];
const lineEdits = fc.array(
  fc.record({
    kind: fc.constantFrom('drop', 'double', 'swap', 'insert', 'shout', 'join'),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    to: fc.double({ min: 0, max: 0.999, noNaN: true }),
    piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })),
  }),
  { minLength: 1, maxLength: 10 },
);

type LineEdit = { readonly kind: string; readonly at: number; readonly to: number; readonly piece: string };

function editedText(text: string, edits: readonly LineEdit[]): string {
  const lines = text.split('\n');
  for (const { kind, at, to, piece } of edits) {
    const [one, other] = [Math.floor(at * lines.length), Math.floor(to * lines.length)];
    const line = lines[one] ?? '';
    const middle = Math.floor(to * line.length);
    if (kind === 'drop') lines.splice(one, 1);
    else if (kind === 'double') lines.splice(other, 0, line);
    else if (kind === 'swap') [lines[one], lines[other]] = [lines[other] ?? '', line];
    else if (kind === 'insert') lines[one] = line.slice(0, middle) + piece + line.slice(middle);
    else if (kind === 'shout') lines[one] = line.toUpperCase();
    else lines.splice(one, 2, line + (lines[one + 1] ?? ''));
  }
  return lines.join('\n');
}

/** Bytes changed in a file of any format. */
export function survivesChangedBytes(numRuns: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.constantFrom(...fixtures, ...written), byteEdits, ({ name, bytes }, edits) =>
      survives(name, editedBytes(bytes, edits)),
    ),
    { numRuns, seed: SEED },
  );
}

/** A file of any format cut at any place. */
export function survivesCuts(numRuns: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...fixtures, ...written),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ name, bytes }, at) => survives(name, bytes.slice(0, Math.floor(at * bytes.length))),
    ),
    { numRuns, seed: SEED },
  );
}

/** Lines of text dropped, doubled, swapped, joined, and strays put into them. */
export function survivesChangedLines(numRuns: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), lineEdits, ({ name, bytes }, edits) =>
      survives(name, new TextEncoder().encode(editedText(new TextDecoder().decode(bytes), edits))),
    ),
    { numRuns, seed: SEED },
  );
}
