import type { Place } from './place.ts';

/** What the window does by itself, whatever page is there. */
export type Command = 'lock' | 'search' | 'settings' | 'back' | 'showMode' | Place;

const placesByDigit: Readonly<Record<string, Place>> = {
  Digit1: { at: 'today' },
  Digit2: { at: 'clients' },
  Digit3: { at: 'tenders' },
  Digit4: { at: 'proposals' },
  Digit5: { at: 'library', tab: 'blocks', id: null },
  Digit6: { at: 'analysis', view: 'sales' },
};

/** What a key press asks for; null = nothing of the window's own. By physical key: the layout may be Russian. */
export function commandOfKey(event: {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): Command | null {
  const { code, shiftKey, altKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (code === 'F8' && !ctrl && !altKey) return 'showMode';
  if (altKey && !ctrl && !shiftKey && code === 'ArrowLeft') return 'back';
  if (!ctrl || altKey) return null;
  if (shiftKey) return code === 'KeyL' ? 'lock' : null;
  if (code === 'KeyK') return 'search';
  if (code === 'Comma') return 'settings';
  return placesByDigit[code] ?? null;
}
