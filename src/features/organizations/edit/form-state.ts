import type { EditWords } from '#features/organizations/edit/messages.ts';
import type { Refusal } from '#domain/outcome.ts';

/** A form that came back: which one, what is wrong, what was typed. */
export type ReturnedForm = {
  readonly form: string;
  readonly faults: Readonly<Record<string, readonly { readonly code: string }[]>>;
  readonly refusal: Refusal | null;
  readonly typed: Readonly<Record<string, string>>;
};

/** How one form of the page stands: the values and errors of its fields, as field components take them. */
export type FormState = {
  /** Typed before, else what is stored. */
  readonly value: (name: string, stored: string | null) => string;
  readonly errors: (name: string) => readonly string[] | undefined;
  /** Whether a box was ticked. */
  readonly ticked: (name: string, stored: boolean) => boolean;
};

export function formState(returned: ReturnedForm | null, form: string, words: EditWords): FormState {
  const mine = returned?.form === form ? returned : null;
  const refused = mine?.refusal ?? null;
  return {
    value: (name, stored) => mine?.typed[name] ?? stored ?? '',
    ticked: (name, stored) => (mine ? mine.typed[name] !== undefined : stored),
    errors: (name) => {
      if (refused?.code === 'organization.unfit' && refused.field === name)
        return [words.unfit[name] ?? words.unfitOther];
      if (refused?.code === 'already-there' && refused.field === name)
        return [words.alreadyThere[name] ?? words.unfitOther];
      return mine?.faults[name]?.map(({ code }) => words.faults[code] ?? words.unfitOther);
    },
  };
}
