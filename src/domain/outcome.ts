/**
 * What a deed comes to: done, or refused for a reason that people can act on. Defects and outages are exceptions.
 * The code of a refusal is a key of messages.
 */
export type Result<T> = { readonly ok: true; readonly value: T } | Refused;

export type Refused = { readonly ok: false; readonly refusal: Refusal };

export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'forbidden' }
  /** Somebody saved the record after it was opened here. */
  | {
      readonly code: 'changed-by-someone-else';
      /** What that was, record by record of the journal, where it can be told. */
      readonly changes?: readonly { readonly was: JsonFields; readonly became: JsonFields }[];
    }
  | { readonly code: 'already-there'; readonly field: string }
  | { readonly code: 'organization.has-members'; readonly count: number }
  /** A value that does not fit this organisation: a code of another kind, a day before the opening. */
  | { readonly code: 'organization.unfit'; readonly field: string }
  /** Codes that name no organisation among those that the person may put into a group. */
  | { readonly code: 'group.unknown-codes'; readonly codes: readonly string[] }
  /** Organisations of this kind have no road map of their own. */
  | { readonly code: 'roadmap.no-owner' }
  /** The version is not in a state in which this can be done. */
  | { readonly code: 'roadmap.state'; readonly state: string }
  /** Rows that a person has still to look at, before the version goes on. */
  | { readonly code: 'roadmap.doubts-left'; readonly count: number }
  | { readonly code: 'sign-in.refused' }
  | { readonly code: 'sign-in.too-often'; readonly seconds: number }
  | { readonly code: 'second-factor.refused' }
  | { readonly code: 'password.refused' }
  | { readonly code: 'account.closed' }
  /** Nobody would be left who administers the installation. */
  | { readonly code: 'administrator.last' }
  /** The role does not fit an organisation of this kind. */
  | { readonly code: 'role.unfit' }
  /** The words name no organisation, or several. */
  | { readonly code: 'organization.unclear'; readonly candidates: readonly { id: number; name: string }[] }
  /** Nobody among the people of one's places has this address. */
  | { readonly code: 'person.unclear' }
  | { readonly code: 'list.faulty' }
  | { readonly code: 'list.unreadable' }
  | { readonly code: 'link.void' };

/** Fields of a record as the journal keeps them; null: there was no record. */
export type JsonFields = Readonly<Record<string, unknown>> | null;

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(refusal: Refusal): Refused {
  return { ok: false, refusal };
}
