/**
 * Text that came from a document or a file name, made safe to print: no control characters (they would steer the
 * terminal), no line breaks.
 */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** Writes to standard output and waits until it is taken. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Writes one line to standard error. */
export function complain(line: string): void {
  process.stderr.write(`opora: ${onOneLine(line)}\n`);
}

/** Columns of the terminal; a pipe gets lines that fit on a wide page. */
export function terminalWidth(): number {
  const columns = process.stdout.isTTY ? process.stdout.columns : Number(process.env['COLUMNS']);
  return Number.isInteger(columns) && columns > 0 ? Math.max(columns, NARROWEST) : WIDTH_OF_A_PAGE;
}

const NARROWEST = 70;
const WIDTH_OF_A_PAGE = 140;
