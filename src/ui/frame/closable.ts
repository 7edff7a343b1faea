import type { Attachment } from 'svelte/attachments';

/** Closes an open menu by Escape or by a press beside it. Without scripts it closes by its own word only. */
export const closable: Attachment<HTMLDetailsElement> = (menu) => {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  const onPress = (event: PointerEvent) => {
    if (menu.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  };
  menu.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', onPress);
  return () => {
    menu.removeEventListener('keydown', onKey);
    document.removeEventListener('pointerdown', onPress);
  };
};
