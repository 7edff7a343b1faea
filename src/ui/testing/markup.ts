import { createRawSnippet } from 'svelte';
import type { Component, Snippet } from 'svelte';
import { render } from 'svelte/server';
import type { Locale } from '#platform/i18n/locale.ts';
import { localeContext } from '#ui/locale.ts';

/**
 * What the server sends for a component, without the comments that hydration needs and with spaces as a reader sees
 * them, so that markup can be compared with what a person would write.
 */
export function markup<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: NoInfer<Props>,
  locale: Locale = 'ru',
): string {
  const { body } = render(component as Component<Record<string, unknown>>, { props, context: localeContext(locale) });
  return body
    .replaceAll(/<!--.*?-->/gsu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll('> <', '><')
    .trim();
}

/** Given markup as the children of a component; takes one element. */
export function snippet(html: string): Snippet {
  return createRawSnippet(() => ({ render: () => html }));
}
