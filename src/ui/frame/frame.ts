import type { IconName } from '#ui/icons.ts';

export type LinkTo = { readonly href: string; readonly label: string };

/** Where one stands to a link: on its very page, or somewhere below it. */
export type Standing = 'page' | 'within';

/** A link that tells when one is there. */
export type MarkedLink = LinkTo & { readonly current?: Standing | undefined };

/** A page below is not the page itself: screen readers hear «current», not «current page». */
export function ariaCurrent(current: Standing | undefined): 'page' | 'true' | undefined {
  return current === 'within' ? 'true' : current;
}

export type Section = MarkedLink & {
  /** One word for the bar of a phone, where the label is longer. */
  readonly short?: string;
  readonly icon: IconName;
  /** What waits there, with its words for those who do not see: «8 к сроку». */
  readonly count?: { readonly number: number; readonly label: string };
};

export type Person = {
  /** As short as it may stand in the masthead: «Мария П.» */
  readonly name: string;
  readonly links: readonly MarkedLink[];
  /** Where the form of leaving is posted. */
  readonly signOut: string;
};

export type PageFrame = {
  readonly home: string;
  readonly place?: { readonly name: string; readonly others: readonly LinkTo[] };
  readonly search?: { readonly action: string; readonly words?: string };
  /** Posted as `locale=ru|en` or `sight=weak|normal` together with `returnTo`. */
  readonly preferences: { readonly action: string; readonly returnTo: string; readonly sight: 'normal' | 'weak' };
  /** Nobody is signed in: then the way to do so. */
  readonly person: Person | { readonly signIn: string };
  readonly sections: readonly Section[];
  /** Demonstration mode: a bar on every page says so; the link explains. */
  readonly demo?: LinkTo | true;
  /** Until when the data reach, in words: «12 октября 2026, 09:40». */
  readonly dataAsOf: string;
  readonly footLinks: readonly LinkTo[];
  /** The address printed under the page, without the protocol. */
  readonly address: string;
};
