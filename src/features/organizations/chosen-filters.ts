import type { ListAddress } from '#features/organizations/list-address.ts';
import type { FilterChoices } from '#features/organizations/list-organizations.server.ts';
import type { OrganizationWords } from '#features/organizations/messages.ts';

/** An address without filters, whatever its sorting. */
export const NO_FILTERS = {
  q: '',
  kind: null,
  type: null,
  locality: null,
  within: null,
  group: null,
  state: 'open',
} as const satisfies Partial<ListAddress>;

type Filter = keyof typeof NO_FILTERS;

/** What is chosen in an address, in words: one entry a filter. */
export function chosenFilters(
  address: ListAddress,
  choices: FilterChoices,
  words: OrganizationWords,
  quoted: (text: string) => string,
): { readonly filter: Filter; readonly label: string }[] {
  const labels: Record<Filter, string | null> = {
    q: address.q === '' ? null : quoted(address.q),
    kind: address.kind && words.kinds[address.kind],
    type: address.type && words.types[address.type],
    locality: address.locality && words.localities[address.locality],
    within: choices.municipalities.find(({ id }) => id === address.within)?.name ?? null,
    group: choices.groups.find(({ id }) => id === address.group)?.name ?? null,
    state: address.state === 'open' ? null : `${words.state}: ${words.states[address.state]}`,
  };
  return (Object.keys(NO_FILTERS) as Filter[]).flatMap((filter) => {
    const label = labels[filter];
    return label === null ? [] : [{ filter, label }];
  });
}
