import * as v from 'valibot';

/** As the sign-in library counts: docs/decisions/0007. */
const SHORTEST_PASSWORD = 10;

export const email = v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(200, 'email'), v.email('email'));
const knownPassword = v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(200, 'refused'));
const newPassword = v.pipe(
  v.string('needed'),
  v.nonEmpty('needed'),
  v.minLength(SHORTEST_PASSWORD, 'password.short'),
  v.maxLength(200, 'password.long'),
);

/** Sign-in by e-mail and password. */
export const signInForm = v.object({ email, password: knownPassword });

/** A code of the app, or a recovery code. */
export const codeForm = v.object({ code: v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(40, 'code')) });

/** Whose password is forgotten. */
export const forgottenForm = v.object({ email });

/** A new password by a link. */
export const newPasswordForm = v.object({ newPassword });

/** A new password in place of a known one. */
export const changePasswordForm = v.object({ password: knownPassword, newPassword });

/** The password once more, before a deed that a borrowed computer must not do. */
export const confirmedForm = v.object({ password: knownPassword });

/** Which of one's own sessions. */
export const sessionForm = v.object({ session: v.pipe(v.string('needed'), v.uuid('needed')) });

/** What people keep about themselves. */
export const ownDataForm = v.object({
  name: v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(200, 'long')),
  position: v.optional(v.pipe(v.string(), v.maxLength(200, 'long')), ''),
  locale: v.picklist(['ru', 'en'], 'needed'),
});
