import { useEffect, useState } from 'react';

/** What the keys came from: of an entry in a menu that closes with the press, the button that opened the menu. */
function openerNow(): Element | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  return menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : focused;
}

/**
 * Gives the focus back to where it was when a dialog that is mounted only while it is open goes: the kit does so only for
 * one that stays mounted, and whoever works by the keyboard would begin at the top of the window again. Whatever else
 * took the focus meanwhile keeps it.
 */
export function useFocusBack(): void {
  const [opener] = useState(openerNow);
  useEffect(
    () => () => {
      // The dialog's elements are still there now; without them the focus is on the page as a whole.
      setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement)
          opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
