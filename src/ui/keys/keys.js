// @ts-check
/**
 * The one script of pages that work without scripts: keys of tables and of the search, menus that close by themselves.
 * Plain JavaScript, served as it stands (a few hundred bytes compressed); what it adds is never the only way to something.
 */

/** @param {EventTarget | null} target */
const isWriting = (target) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** The names of the rows of a table are links: these are what the arrows go through. @param {Element} table */
const rowsOf = (table) =>
  /** @type {HTMLElement[]} */ ([...table.querySelectorAll('tbody tr:not(.band) th[scope="row"] a')]);

/** @type {Readonly<Record<string, (at: number, last: number) => number>>} */
const STEPS = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** From the head of the table or a row of it to another row. @param {KeyboardEvent} event */
function moveBetweenRows(event) {
  const step = STEPS[event.key];
  const row = event.target instanceof Element ? event.target.closest('table tr') : null;
  const rows = row?.closest('table') ? rowsOf(/** @type {Element} */ (row.closest('table'))) : [];
  if (!step || rows.length === 0 || isWriting(event.target)) return;
  const next =
    rows[
      step(
        rows.findIndex((link) => row?.contains(link)),
        rows.length - 1,
      )
    ];
  event.preventDefault();
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** @param {(menu: HTMLDetailsElement) => boolean} isLeft */
function closeMenus(isLeft) {
  for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details[name][open]')))
    if (isLeft(menu)) menu.open = false;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === 'Escape')
    closeMenus((menu) => {
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      return true;
    });
  moveBetweenRows(event);
  // By the place of the key, too: on a Russian layout it writes «.» and «,».
  const isSlash = event.code === 'Slash' || event.key === '/' || event.key === '?';
  if (!isSlash || isWriting(event.target)) return;
  event.preventDefault();
  if (event.shiftKey) document.getElementById('keys')?.togglePopover();
  else document.getElementById('search')?.focus();
});
document.addEventListener('pointerdown', ({ target }) => {
  closeMenus((menu) => !(target instanceof Node && menu.contains(target)));
});

// What only scripts can do stands in the page unseen until now.
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
  document.querySelectorAll('button[data-scripted]')
)) {
  button.hidden = false;
  if (button.dataset['scripted'] === 'print') button.addEventListener('click', () => print());
}
