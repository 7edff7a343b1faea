import { error, fail } from '@sveltejs/kit';
import type { Refusal } from '#domain/outcome.ts';

/** The status of HTTP that says the same as a refusal. */
export function statusOf(refusal: Refusal): number {
  switch (refusal.code) {
    case 'not-found':
    case 'link.void':
      return 404;
    case 'forbidden':
    case 'account.closed':
      return 403;
    case 'role.unfit':
    case 'person.unclear':
    case 'organization.unclear':
    case 'organization.unfit':
    case 'group.unknown-codes':
    case 'roadmap.no-owner':
      return 400;
    case 'changed-by-someone-else':
    case 'already-there':
    case 'organization.has-members':
    case 'administrator.last':
    case 'roadmap.state':
    case 'roadmap.doubts-left':
      return 409;
    case 'list.faulty':
    case 'list.unreadable':
      return 422;
    case 'sign-in.refused':
    case 'second-factor.refused':
    case 'password.refused':
      return 401;
    case 'sign-in.too-often':
      return 429;
    default:
      return refusal satisfies never;
  }
}

/** Ends a request for a page or a record that there is not, or that is not for this person: both look the same. */
export function notFound(): never {
  error(404);
}

/** What a form action answers when a deed was refused: the form shows the refusal above itself, with what was typed. */
export function refused(refusal: Refusal, typed: Readonly<Record<string, string>> = {}) {
  return fail(statusOf(refusal), { refusal, typed });
}
