import type { IconName } from '#ui/icons.ts';

export type LinkTo = { readonly href: string; readonly label: string };

export type Section = LinkTo & {
  /** One word for the bar of a phone, where the label is longer. */
  readonly short?: string;
  readonly icon: IconName;
  readonly current: boolean;
  /** What waits there, with its words for those who do not see: «8 к сроку». */
  readonly count?: { readonly number: number; readonly label: string };
};

export type Person = {
  /** As short as it may stand in the masthead: «Мария П.» */
  readonly name: string;
  readonly links: readonly LinkTo[];
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
