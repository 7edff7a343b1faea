/** A page of the list, or the gap between pages that are not shown. `near` marks those a phone leaves out. */
export type PageLink = { readonly page: number; readonly near: boolean } | 'gap';

/** First, last, this page and two on either side; a gap only where it hides more than one page. */
export function pageLinks(page: number, pages: number): PageLink[] {
  const shown = [1, page - 2, page - 1, page, page + 1, page + 2, pages].filter((at) => at >= 1 && at <= pages);
  const links: PageLink[] = [];
  let last = 0;
  for (const at of [...new Set(shown)].sort((one, other) => one - other)) {
    if (at - last === 2) links.push({ page: at - 1, near: true });
    if (at - last > 2) links.push('gap');
    links.push({ page: at, near: at !== 1 && at !== page && at !== pages });
    last = at;
  }
  return links;
}
