import { getContext, setContext } from 'svelte';
import type { Locale } from '#platform/i18n/locale.ts';

/**
 * Tells everything below this component the language of the page. Takes a function, since the language may change while
 * the page stays: `setLocale(() => data.locale)`.
 */
export function setLocale(read: () => Locale): void {
  setContext(KEY, read);
}

/** The language of the page, for components: `const locale = useLocale()`, then `locale()` in the markup. */
export function useLocale(): () => Locale {
  const read = getContext<(() => Locale) | undefined>(KEY);
  if (read === undefined) throw new Error('No locale: a component above must call setLocale.');
  return read;
}

/** The same for what is rendered outside of a page (letters, tests): the `context` of `render` from `svelte/server`. */
export function localeContext(locale: Locale): Map<symbol, () => Locale> {
  return new Map([[KEY, () => locale]]);
}

const KEY = Symbol('locale');
