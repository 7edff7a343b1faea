import { parseArgs } from 'node:util';
import { STANDARD_INPUT, isStandardInput } from '#cli/standard-input.ts';

/** What the person asked for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'parse';
      readonly files: readonly string[];
      readonly output: 'json' | 'table';
      readonly dictionary: string | null;
    }
  | {
      readonly kind: 'check';
      readonly file: string;
      readonly output: 'json' | 'lines';
      readonly dictionary: string | null;
    }
  | { readonly kind: 'wrong'; readonly mistake: Mistake; readonly word: string };

export type Mistake =
  | 'no-command'
  | 'unknown-command'
  | 'unknown-option'
  | 'wrong-option'
  | 'no-file'
  | 'one-file-only'
  | 'one-standard-input'
  | 'two-outputs'
  | 'option-of-another-command';

/** Understands the words after `opora`. */
export function readArguments(words: readonly string[]): Request {
  let options, positionals;
  try {
    ({ values: options, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        table: { type: 'boolean' },
        dictionary: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    }));
  } catch (error) {
    return mistakeOf(error);
  }
  if (options.help === true) return { kind: 'help' };
  if (options.version === true) return { kind: 'version' };
  const [command, ...files] = positionals;
  const dictionary = options.dictionary ?? null;
  if ([...files, dictionary ?? ''].filter(isStandardInput).length > 1)
    return { kind: 'wrong', mistake: 'one-standard-input', word: STANDARD_INPUT };
  switch (command) {
    case undefined:
      return { kind: 'wrong', mistake: 'no-command', word: '' };
    case 'help':
      return { kind: 'help' };
    case 'parse':
      if (files.length === 0) return { kind: 'wrong', mistake: 'no-file', word: command };
      if (options.json === true && options.table === true)
        return { kind: 'wrong', mistake: 'two-outputs', word: command };
      return { kind: 'parse', files, output: options.table === true ? 'table' : 'json', dictionary };
    case 'check': {
      const [file, ...others] = files;
      if (file === undefined) return { kind: 'wrong', mistake: 'no-file', word: command };
      if (others.length > 0) return { kind: 'wrong', mistake: 'one-file-only', word: command };
      if (options.table === true) return { kind: 'wrong', mistake: 'option-of-another-command', word: '--table' };
      return { kind: 'check', file, output: options.json === true ? 'json' : 'lines', dictionary };
    }
    default:
      return { kind: 'wrong', mistake: 'unknown-command', word: command };
  }
}

/** `parseArgs` tells what is wrong in an English sentence; its code and the option in quotes are enough. */
function mistakeOf(error: unknown): Request {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const word = /'(--?[^' ]+)/u.exec(error.message)?.[1] ?? '';
  const mistake = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'unknown-option' : 'wrong-option';
  return { kind: 'wrong', mistake, word };
}
