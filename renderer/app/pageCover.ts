import { paletteListId } from './palette.ts';

const dialog = '[role="dialog"][aria-modal="true"]';

/**
 * Whether a form or a question stands before the page. It is answered first: a page that changed behind it would leave
 * the user in front of something else than they began with. The palette is no such thing, it is there to go elsewhere.
 */
export function isPageCovered(): boolean {
  const palette = document.getElementById(paletteListId)?.closest(dialog);
  return [...document.querySelectorAll(dialog)].some((each) => each !== palette);
}
