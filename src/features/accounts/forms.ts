import * as v from 'valibot';

/** Sign-in by e-mail and password. */
export const signInForm = v.object({
  email: v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(200, 'email'), v.email('email')),
  password: v.pipe(v.string('needed'), v.nonEmpty('needed'), v.maxLength(200, 'refused')),
});
