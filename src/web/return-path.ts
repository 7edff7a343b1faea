/** Where to go next: only an address of this site, for neither a link nor a form may send people elsewhere. */
export function returnPath(asked: FormDataEntryValue | null, origin: string): string {
  if (typeof asked !== 'string' || !URL.canParse(asked, origin)) return '/';
  const { origin: target, pathname, search } = new URL(asked, origin);
  // A browser takes what begins with two slashes for another site.
  return target === origin && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
