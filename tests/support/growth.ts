/** Inputs are compared that differ eightfold: linear work grows by 8, quadratic work by 64. */
const TIMES = 8;
/** What is faster than this cannot be measured, milliseconds of processor time. */
const LEAST = 4;

/**
 * Whether the work of `run` grows with its input about in proportion: the processor time (not the time on the clock, which
 * belongs to the machine) for an input of `length` is compared with that for an eighth of it, the best of three runs each.
 */
export function growsLinearly(run: (length: number) => void, length: number): boolean {
  const small = processorTime(() => run(Math.ceil(length / TIMES)));
  const large = processorTime(() => run(length));
  return large < LEAST * TIMES || large / Math.max(LEAST, small) < TIMES * 3;
}

function processorTime(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
