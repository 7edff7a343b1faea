import type { Deed } from '#domain/access/roles.ts';
import type { Form } from '#tests/routes/visitor.ts';
import type { Place } from '#tests/routes/people-and-places.ts';

/**
 * For whom something is: everyone, whoever has signed in, those who may do the deed at the place that the address names
 * (`place`), or those who may do it anywhere.
 */
export type Audience = 'everyone' | 'signed-in' | { readonly deed: Deed; readonly at: 'place' | 'anywhere' };

export type SampledAction = {
  readonly audience: Audience;
  /** A form as it is filled in at the place. */
  readonly form: (place: Place) => Form;
  /** The status with which the sampled form is refused also where the deed is allowed: there is no such link. */
  readonly refusedWith?: number;
  /** Whether the session ends with it. */
  readonly endsSession?: true;
};

export type RouteSample = {
  readonly audience: Audience;
  /** The address with its parameters; null: there is none at this place. */
  readonly address: (place: Place) => string | null;
  /** By the name of the action, or the method of an endpoint. */
  readonly forms?: Readonly<Record<string, SampledAction>>;
  /** Statements that one answer may send to the database, where the usual bound does not do. */
  readonly statements?: number;
};

const PASSWORD: Form = { password: 'wrong-on-purpose' };
const own = (form: Form): SampledAction => ({ audience: 'signed-in', form: () => form });
const open = (form: Form): SampledAction => ({ audience: 'everyone', form: () => form });

const editing = (form: (place: Place) => Form): SampledAction => ({
  audience: { deed: 'organization.edit', at: 'place' },
  form,
});
const NAMES: Form = { officialName: 'МБОУ «Новая школа»', shortName: 'Новая школа', basis: 'приказ № 4' };

/** Every route with its parameters: a route that is missing here fails the test. */
export const SAMPLES: Readonly<Record<string, RouteSample>> = {
  '/': { audience: 'everyone', address: () => '/' },
  '/sign-in': {
    audience: 'everyone',
    address: () => '/sign-in',
    forms: { default: open({ email: 'nobody@novoselye.example', password: 'a wrong password' }) },
  },
  '/sign-in/code': {
    audience: 'everyone',
    address: () => '/sign-in/code',
    forms: { default: open({ code: '000000' }) },
  },
  '/password': {
    audience: 'everyone',
    address: () => '/password',
    forms: { default: open({ email: 'nobody@novoselye.example' }) },
  },
  '/password/[token]': {
    audience: 'everyone',
    address: () => '/password/not-a-link-of-anybody',
    forms: { default: { ...open({ newPassword: 'a long new password' }), refusedWith: 404 } },
  },
  '/preferences': {
    audience: 'everyone',
    address: () => '/preferences',
    forms: { POST: open({ locale: 'ru', returnTo: '/sign-in' }) },
  },
  '/sign-out': {
    audience: 'everyone',
    address: () => '/sign-out',
    forms: { POST: { audience: 'everyone', form: () => ({}), endsSession: true } },
  },
  '/account': {
    audience: 'signed-in',
    address: () => '/account',
    forms: {
      save: own({ name: 'Иванова Мария Петровна', position: 'Методист', locale: 'ru' }),
      password: own({ ...PASSWORD, newPassword: 'another long password' }),
      end: { ...own({ session: '00000000-0000-4000-8000-000000000000' }), refusedWith: 404 },
      endAll: { ...own({}), endsSession: true },
    },
  },
  '/account/second-factor': {
    audience: 'signed-in',
    address: () => '/account/second-factor',
    forms: {
      begin: { ...own(PASSWORD), refusedWith: 403 },
      confirm: own({ code: '000000' }),
      renew: own(PASSWORD),
      remove: own(PASSWORD),
    },
  },
  '/organizations/new': {
    audience: { deed: 'organization.edit', at: 'place' },
    address: ({ id }) => `/organizations/new?in=${String(id)}`,
    forms: {
      default: {
        ...editing((place) => ({ ...NAMES, parentId: String(place.id), kind: 'school' })),
      },
    },
  },
  '/organizations': { audience: 'signed-in', address: () => '/organizations' },
  '/organizations/[id]': {
    audience: { deed: 'organization.read', at: 'place' },
    address: ({ id }) => `/organizations/${String(id)}`,
  },
  '/organizations/[id]/edit': {
    audience: { deed: 'passport.edit', at: 'place' },
    address: ({ id }) => `/organizations/${String(id)}/edit`,
    forms: {
      details: editing(() => ({ version: '1', headName: 'Ольгина Ольга Олеговна' })),
      passport: { audience: { deed: 'passport.edit', at: 'place' }, form: () => ({ version: '1' }) },
      name: editing(() => ({ version: '1', from: '2026-10-01', ...NAMES })),
      alias: editing(({ id }) => ({ version: '1', words: 'наша школа', territoryId: String(id) })),
      removeAlias: editing(() => ({ version: '1', aliasId: '1' })),
      close: editing(() => ({ version: '1', closedOn: '2026-10-01', basis: 'приказ № 5' })),
      reopen: editing(() => ({ version: '1', basis: 'приказ № 6' })),
    },
  },
};
