import { placesFor } from '#domain/access/actor.ts';
import type { PageFrame, Section } from '#ui/frame/frame.ts';
import { frameWords } from '#web/messages.ts';

/** What stands around a page for this person: navigation, search, language, sight. */
export function frameOf(locals: App.Locals, url: URL, route: string | null): PageFrame {
  const words = frameWords(locals.locale);
  const { actor, services, locale } = locals;
  const moment = new Intl.DateTimeFormat(locale === 'ru' ? 'ru' : 'en-GB', {
    timeZone: services.config.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const sections: Section[] = actor
    ? [
        {
          href: '/organizations',
          label: words.organizations,
          icon: 'school',
          current: route?.startsWith('/(staff)/organizations') ?? false,
        },
        ...(placesFor(actor, 'person.read').length > 0
          ? [
              {
                href: '/people',
                label: words.people,
                icon: 'people' as const,
                current: route?.startsWith('/(staff)/people') ?? false,
              },
            ]
          : []),
      ]
    : [];
  return {
    home: '/',
    preferences: {
      action: '/preferences',
      returnTo: `${url.pathname}${url.search}`,
      sight: locals.weakSight ? 'weak' : 'normal',
    },
    person: actor
      ? { name: shortName(actor.name), links: [{ href: '/account', label: words.account }], signOut: '/sign-out' }
      : { signIn: '/sign-in' },
    ...(actor ? { search: { action: '/organizations', words: url.searchParams.get('q') ?? '' } } : {}),
    sections,
    ...(services.config.mode === 'demonstration' ? { demo: true as const } : {}),
    dataAsOf: moment.format(services.clock.now()),
    footLinks: [],
    address: `${url.host}${url.pathname}${url.search}`,
  };
}

/** «Мария П.» for «Петрова Мария Ивановна». */
function shortName(name: string): string {
  const [surname = '', given] = name.split(' ');
  return given === undefined ? surname : `${given} ${surname.slice(0, 1)}.`;
}
