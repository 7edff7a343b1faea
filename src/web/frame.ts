import type { Locale } from '#platform/i18n/locale.ts';
import { placesFor } from '#domain/access/actor.ts';
import type { MarkedLink, PageFrame, Section, Standing } from '#ui/frame/frame.ts';
import { frameWords } from '#web/messages.ts';

/** Where the search of the masthead looks. */
const SEARCH = '/search';

/** What stands around a page for this person: navigation, search, language, sight. */
export function frameOf(locals: App.Locals, url: URL, route: string | null): PageFrame {
  const words = frameWords(locals.locale);
  const { actor, services, locale } = locals;
  const moment = momentIn(locale, services.config.timeZone);
  // Groups of executors are lists of organisations: one comes to them from there.
  const sections: Section[] = actor
    ? [
        { ...marked('/roadmaps', words.roadmaps, route), short: words.roadmapsShort, icon: 'table' },
        { ...marked('/organizations', words.organizations, route, ['/organizations', '/groups']), icon: 'school' },
      ]
    : [];
  if (actor && placesFor(actor, 'person.read').length > 0)
    sections.push({ ...marked('/people', words.people, route), icon: 'people' });
  return {
    home: '/',
    preferences: {
      action: '/preferences',
      returnTo: `${url.pathname}${url.search}`,
      sight: locals.weakSight ? 'weak' : 'normal',
    },
    person: actor
      ? { name: shortName(actor.name), links: [marked('/account', words.account, route)], signOut: '/sign-out' }
      : { signIn: '/sign-in' },
    ...(actor
      ? { search: { action: SEARCH, words: url.pathname === SEARCH ? (url.searchParams.get('q') ?? '') : '' } }
      : {}),
    sections,
    ...(services.config.mode === 'demonstration' ? { demo: true as const } : {}),
    dataAsOf: moment.format(services.clock.now()),
    footLinks: [],
    address: `${url.host}${url.pathname}${url.search}`,
  };
}

/** A link that tells whether one is at it or below it; `roots` are the addresses below which its pages lie. */
function marked(href: string, label: string, route: string | null, roots: readonly string[] = [href]): MarkedLink {
  const current = standing(href, (route ?? '').replace('/(staff)', ''), roots);
  return current === undefined ? { href, label } : { href, label, current };
}

function standing(href: string, page: string, roots: readonly string[]): Standing | undefined {
  if (page === href) return 'page';
  return roots.some((root) => page === root || page.startsWith(`${root}/`)) ? 'within' : undefined;
}

/** Made once: making one takes longer than most else of a page. */
const moments = new Map<string, Intl.DateTimeFormat>();

function momentIn(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = moments.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === 'ru' ? 'ru' : 'en-GB', {
    timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  });
  moments.set(key, made);
  return made;
}

/** «Мария П.» for «Петрова Мария Ивановна». */
function shortName(name: string): string {
  const [surname = '', given] = name.split(' ');
  return given === undefined ? surname : `${given} ${surname.slice(0, 1)}.`;
}
