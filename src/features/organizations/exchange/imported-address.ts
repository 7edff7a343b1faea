import { recordId } from '#features/organizations/record-id.ts';

/** Which loading the page of imports tells of, as its address says. */
export type ImportedAddress = { readonly entryId: number | null; readonly unchanged: number };

/** Reads the address; null: it tells of none. */
export function readImportedAddress(parameters: URLSearchParams): ImportedAddress | null {
  if (!parameters.has('unchanged')) return null;
  return { entryId: recordId(parameters.get('loaded') ?? ''), unchanged: count(parameters.get('unchanged')) };
}

/** Where to go after loading: only new and changed rows came, so the dry run knows how many others there were. */
export function importedHref({ entryId, unchanged }: ImportedAddress, toldByDryRun: FormDataEntryValue | null): string {
  const others = typeof toldByDryRun === 'string' ? count(toldByDryRun) : 0;
  const loaded = entryId === null ? '' : `loaded=${String(entryId)}&`;
  return `/organizations/import?${loaded}unchanged=${String(unchanged + others)}`;
}

function count(written: string | null): number {
  return written !== null && /^\d{1,6}$/u.test(written) ? Number(written) : 0;
}
