import type { FullAutoFill } from 'svelte/elements';

/** What every field takes. `errors` are sentences in the language of the page, `value` is what was typed or stored. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  /** Needed where the same name stands on a page twice. */
  readonly id?: string | undefined;
  readonly hint?: string | undefined;
  readonly errors?: readonly string[] | undefined;
  /** Says so beside the label; all other fields are to be filled in. */
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
};

export type Autocomplete = FullAutoFill;

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
};

/** The attributes that tie a control to its label, hint and errors. */
export type FieldTies = {
  readonly id: string;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-describedby': string | undefined;
  /** The first of the wrong fields has the focus when the page arrives: it may stand far below the top. */
  readonly autofocus: true | undefined;
};

/** The id of a field's control, so that a summary of errors can point at it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** Ties of a control; the errors are read before the hint. */
export function fieldTies({ name, id = fieldId(name), hint, errors }: FieldProps): FieldTies {
  const invalid = errors !== undefined && errors.length > 0;
  const described = [...(invalid ? [`${id}-error`] : []), ...(hint === undefined ? [] : [`${id}-hint`])];
  return {
    id,
    'aria-invalid': invalid ? 'true' : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    autofocus: invalid || undefined,
  };
}

/** What is wrong with the fields of a posted form: codes by field. */
export type Faults = Readonly<Record<string, readonly { readonly code: string }[]>>;

/** The sentences about a field, for its `errors`; a code without a sentence is a defect of the catalogue. */
export function sentencesOf(
  faults: Faults,
  field: string,
  sentences: Readonly<Record<string, string>>,
): readonly string[] | undefined {
  return faults[field]?.map(({ code }) => {
    const sentence = sentences[code];
    if (sentence === undefined) throw new Error(`no sentence for the fault ${code}`);
    return sentence;
  });
}
