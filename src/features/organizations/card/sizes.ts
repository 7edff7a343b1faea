/** Organisations below this one on a page of its card. */
export const CHILDREN_ON_PAGE = 40;
