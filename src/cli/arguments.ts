import { parseArgs } from 'node:util';
import type { PaperFormat } from '#features/papers/formats.ts';
import { isPaperFormat } from '#features/papers/formats.ts';
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
  | {
      readonly kind: 'render';
      readonly file: string;
      readonly format: PaperFormat;
      /** «-» is standard output. */
      readonly output: string;
    }
  | { readonly kind: 'serve' | 'worker' | 'migrate' | 'doctor' }
  | {
      readonly kind: 'create-administrator';
      readonly email: string;
      readonly name: string;
      readonly region: string | null;
    }
  | { readonly kind: 'backup'; readonly file: string }
  | { readonly kind: 'restore'; readonly file: string; readonly to: string | null }
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
  | 'option-of-another-command'
  | 'too-many-words'
  | 'unknown-deed'
  | 'no-output'
  | 'no-format'
  | 'unknown-format'
  | 'no-email'
  | 'no-name';

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
        name: { type: 'string' },
        region: { type: 'string' },
        to: { type: 'string' },
        format: { type: 'string' },
        output: { type: 'string', short: 'o' },
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
  const foreign = Object.keys(options).find((option) => !(OPTIONS_OF[command ?? ''] ?? [option]).includes(option));
  if (foreign !== undefined) return { kind: 'wrong', mistake: 'option-of-another-command', word: `--${foreign}` };
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
      return { kind: 'check', file, output: options.json === true ? 'json' : 'lines', dictionary };
    }
    case 'render':
      return renderOf(files, options);
    case 'serve':
    case 'worker':
    case 'migrate':
    case 'doctor':
      return files[0] === undefined ? { kind: command } : { kind: 'wrong', mistake: 'too-many-words', word: files[0] };
    case 'admin':
      return administratorOf(files, options);
    case 'backup':
    case 'restore': {
      const [file, ...others] = files;
      if (file === undefined) return { kind: 'wrong', mistake: 'no-file', word: command };
      if (others.length > 0) return { kind: 'wrong', mistake: 'one-file-only', word: command };
      return command === 'backup' ? { kind: command, file } : { kind: command, file, to: options.to ?? null };
    }
    default:
      return { kind: 'wrong', mistake: 'unknown-command', word: command };
  }
}

/** Options that each command knows. */
const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  parse: ['json', 'table', 'dictionary'],
  check: ['json', 'dictionary'],
  render: ['format', 'output'],
  serve: [],
  worker: [],
  migrate: [],
  doctor: [],
  admin: ['name', 'region'],
  backup: [],
  restore: ['to'],
};

/** `render PLAN.json --format NAME -o FILE`; without `--format` the end of the file's name tells it. */
function renderOf(
  [file, ...others]: readonly string[],
  { format, output }: { readonly format?: string | undefined; readonly output?: string | undefined },
): Request {
  if (file === undefined) return { kind: 'wrong', mistake: 'no-file', word: 'render' };
  if (others.length > 0) return { kind: 'wrong', mistake: 'one-file-only', word: 'render' };
  if (output === undefined) return { kind: 'wrong', mistake: 'no-output', word: 'render' };
  const name = format ?? /\.([a-z]+)$/iu.exec(output)?.[1]?.toLowerCase();
  if (name === undefined) return { kind: 'wrong', mistake: 'no-format', word: 'render' };
  if (!isPaperFormat(name)) return { kind: 'wrong', mistake: 'unknown-format', word: name };
  return { kind: 'render', file, format: name, output };
}

/** `admin create EMAIL --name NAME [--region NAME]` */
function administratorOf(
  [deed = '', email, ...others]: readonly string[],
  options: { readonly name?: string | undefined; readonly region?: string | undefined },
): Request {
  if (deed !== 'create') return { kind: 'wrong', mistake: 'unknown-deed', word: deed };
  if (email === undefined) return { kind: 'wrong', mistake: 'no-email', word: 'admin create' };
  if (others[0] !== undefined) return { kind: 'wrong', mistake: 'too-many-words', word: others[0] };
  if (options.name === undefined) return { kind: 'wrong', mistake: 'no-name', word: 'admin create' };
  return { kind: 'create-administrator', email, name: options.name, region: options.region ?? null };
}

/** `parseArgs` tells what is wrong in an English sentence; its code and the option in quotes are enough. */
function mistakeOf(error: unknown): Request {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const word = /'(--?[^' ]+)/u.exec(error.message)?.[1] ?? '';
  const mistake = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'unknown-option' : 'wrong-option';
  return { kind: 'wrong', mistake, word };
}
