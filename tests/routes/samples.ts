import type { Deed } from '#domain/access/roles.ts';
import type { Form } from '#tests/routes/visitor.ts';
import type { Place } from '#tests/routes/people-and-places.ts';

/**
 * For whom something is: everyone, whoever has signed in, those who may do the deed at the place that the address names
 * (`place`), at the region, or anywhere; or nobody, since there is no such record.
 */
export type Audience =
  'everyone' | 'signed-in' | 'nobody' | { readonly deed: Deed; readonly at: 'place' | 'region' | 'anywhere' };

export type SampledAction = {
  readonly audience: Audience;
  /** A form as it is filled in at the place. */
  readonly form: (place: Place) => Form;
  /** The status with which the sampled form is refused also where the deed is allowed: there is no such link. */
  readonly refusedWith?: number;
  /** Whether sessions end with it. */
  readonly endsSession?: true;
};

export type RouteSample = {
  readonly audience: Audience;
  /** The address with its parameters; null: there is none at this place. */
  readonly address: (place: Place) => string | null;
  /** By the name of the action, or the method of an endpoint. */
  readonly forms?: Readonly<Record<string, SampledAction>>;
  /** Compressed bytes of the page, where the usual bound does not do: a whole list for paper. */
  readonly bytes?: number;
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
const ofPerson = (deed: Deed, refusedWith: number, form: (place: Place) => Form): SampledAction => ({
  audience: { deed, at: 'place' },
  form,
  refusedWith,
});
const ofGroup = (form: (place: Place) => Form): SampledAction => ({
  audience: { deed: 'group.edit', at: 'region' },
  form,
});
const INVITING: Audience = { deed: 'person.invite', at: 'anywhere' };
const IMPORTING: Audience = { deed: 'organization.import', at: 'anywhere' };
const onRoadmap = (deed: Deed, form: (place: Place) => Form): SampledAction => ({
  ...{ audience: { deed, at: 'place' }, form, refusedWith: 404 },
});
const NO_ROW: Form = { row: '999999999', version: '1' };
const HANDING_IN: Audience = { deed: 'roadmap.edit', at: 'anywhere' };
const KEEPING_FIELDS: Audience = { deed: 'passport-field.edit', at: 'anywhere' };
const onField = (more: Form, refusedWith?: number): SampledAction => ({
  ...{ audience: KEEPING_FIELDS, form: () => ({ id: '999999', version: '1', ...more }) },
  ...(refusedWith === undefined ? {} : { refusedWith }),
});
const FIELD: Form = { titleRu: 'Горячее питание', titleEn: 'Hot meals', place: '90' };
const NO_UUID = '00000000-0000-4000-8000-000000000000';
/** The group of schools that the demonstration lists by name. */
const GROUP = '/groups/4';
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
      end: { ...own({ session: NO_UUID }), refusedWith: 404 },
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
  // The whole list at once, for paper: its own measure.
  '/organizations/print': { audience: 'signed-in', address: () => '/organizations/print', bytes: 40_000 },
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
      // To the region, from a version that is not there: for those who keep the region, and nothing moves.
      move: {
        audience: { deed: 'organization.edit', at: 'region' },
        form: ({ path }) => ({
          ...{ version: '999', parentId: path.split('.')[0] ?? '', movedOn: '2026-10-01', basis: 'приказ № 7' },
        }),
      },
      close: editing(() => ({ version: '1', closedOn: '2026-10-01', basis: 'приказ № 5' })),
      reopen: editing(() => ({ version: '1', basis: 'приказ № 6' })),
    },
  },
  '/organizations/export/[format]': {
    audience: { deed: 'organization.export', at: 'anywhere' },
    address: () => '/organizations/export/csv',
  },
  '/organizations/import': {
    audience: IMPORTING,
    address: () => '/organizations/import',
    forms: {
      try: { audience: IMPORTING, form: () => ({}) },
      load: { audience: IMPORTING, form: () => ({ rows: 'no head', sheet: 'list.csv', basis: 'приказ № 7' }) },
    },
  },
  '/people': { audience: { deed: 'person.read', at: 'anywhere' }, address: () => '/people' },
  '/people/[id]': {
    audience: { deed: 'person.read', at: 'place' },
    address: ({ personId }) => (personId === null ? null : `/people/${personId}`),
    forms: {
      // From a day to come: what the person may do today stays as it is.
      assign: {
        audience: { deed: 'person.assign-role', at: 'place' },
        form: ({ id }) => ({ role: 'curator', place: `#${String(id)}`, from: '2030-01-01', basis: 'приказ № 8' }),
      },
      end: ofPerson('person.assign-role', 404, () => ({ assignment: '999999999', lastDay: '2026-10-01' })),
      // Nobody closes the own account, nor that of somebody mightier.
      close: { ...ofPerson('person.invite', 403, () => ({ basis: 'приказ № 9' })), endsSession: true },
      open: ofPerson('person.invite', 403, () => ({ basis: 'приказ № 10' })),
      link: ofPerson('person.invite', 403, () => ({})),
    },
  },
  '/people/invite': {
    audience: INVITING,
    address: ({ id }) => `/people/invite?organization=${String(id)}`,
    forms: {
      default: {
        audience: INVITING,
        form: ({ id }) => ({
          ...{ name: 'Новикова Нина Николаевна', email: `nina-${String(id)}@novoselye.example` },
          ...{ organization: `#${String(id)}`, role: 'curator' },
        }),
      },
    },
  },
  '/people/invite-list': {
    audience: INVITING,
    address: () => '/people/invite-list',
    // A form of this kind holds no file.
    forms: { default: { audience: INVITING, form: () => ({ file: '' }) } },
  },
  '/people/invite-list/[id]': {
    audience: 'nobody',
    address: () => `/people/invite-list/${NO_UUID}`,
    forms: { default: { audience: 'nobody', form: () => ({}) } },
  },
  '/people/invite-list/sample.csv': { audience: INVITING, address: () => '/people/invite-list/sample.csv' },
  '/roadmaps': { audience: 'signed-in', address: () => '/roadmaps' },
  '/roadmaps/new': {
    audience: HANDING_IN,
    address: () => '/roadmaps/new',
    forms: {
      default: {
        audience: { deed: 'roadmap.edit', at: 'place' },
        form: ({ id }) => ({ ownerId: String(id), text: 'План: 1. Семинар, май 2026, МОУО' }),
      },
    },
  },
  '/roadmaps/[id]': {
    audience: { deed: 'roadmap.read', at: 'place' },
    address: ({ roadmapId }) => (roadmapId === null ? null : `/roadmaps/${String(roadmapId)}`),
    forms: {
      submit: onRoadmap('roadmap.edit', () => ({ version: '999' })),
      withdraw: onRoadmap('roadmap.edit', () => ({ version: '999' })),
      return: onRoadmap('roadmap.approve', () => ({ version: '999', words: 'Укажите исполнителей.' })),
      approve: onRoadmap('roadmap.approve', () => ({
        ...{ version: '999', number: '41', date: '2026-01-16', issuer: 'Управление', signatory: 'И. О. Начальник' },
      })),
    },
  },
  '/roadmaps/[id]/measures/[measure]': {
    audience: { deed: 'roadmap.read', at: 'place' },
    address: ({ roadmapId, measureId }) =>
      roadmapId === null ? null : `/roadmaps/${String(roadmapId)}/measures/${String(measureId)}`,
  },
  // The road map of the region is approved in the demonstration.
  '/public/roadmaps/[id]': { audience: 'everyone', address: () => '/public/roadmaps/1' },
  '/search': {
    audience: 'signed-in',
    address: () => `/search?q=${encodeURIComponent('школа')}`,
  },
  '/roadmaps/[id]/review': {
    audience: { deed: 'roadmap.edit', at: 'place' },
    address: ({ roadmapId, published }) =>
      roadmapId === null || published ? null : `/roadmaps/${String(roadmapId)}/review`,
    forms: {
      confirm: onRoadmap('roadmap.edit', () => NO_ROW),
      edit: onRoadmap('roadmap.edit', () => ({ ...NO_ROW, title: 'Семинар', deadlineText: 'май 2026' })),
      drop: onRoadmap('roadmap.edit', () => ({ ...NO_ROW, reason: 'Заголовок' })),
      restore: onRoadmap('roadmap.edit', () => NO_ROW),
      add: onRoadmap('roadmap.edit', () => ({ after: '999999999' })),
    },
  },
  '/passport-fields': {
    audience: KEEPING_FIELDS,
    address: () => '/passport-fields?field=1',
    forms: {
      add: onField({ type: 'boolean', ...FIELD }),
      change: onField(FIELD, 404),
      retire: onField({}, 404),
      restore: onField({}, 404),
    },
  },
  '/groups': {
    audience: 'signed-in',
    address: () => '/groups',
    forms: {
      default: {
        audience: { deed: 'group.edit', at: 'place' },
        form: ({ id }) => ({ ownerId: String(id), title: `Школы дня ${String(id)}`, shortTitle: `День ${String(id)}` }),
      },
    },
  },
  '/groups/[id]': {
    audience: 'signed-in',
    address: () => GROUP,
    forms: {
      add: ofGroup(({ codes: [code = '0000000'] }) => ({ codes: code, from: '2026-10-01', basis: 'приказ № 11' })),
      end: {
        ...ofGroup(() => ({ memberId: '999999999', until: '2026-10-01', basis: 'приказ № 12' })),
        refusedWith: 404,
      },
    },
  },
};
