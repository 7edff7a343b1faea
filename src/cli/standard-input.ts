/** The word on the command line that stands for standard input. */
export const STANDARD_INPUT = '-';

/** Whether the name of a file means standard input: `-`, and the names that Unix has for it. */
export function isStandardInput(file: string): boolean {
  return [STANDARD_INPUT, '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'].includes(file);
}

/** So long a pipe may give nothing, milliseconds; with the start of the command it makes less than ten seconds. */
export const LONGEST_SILENCE = 8_000;
