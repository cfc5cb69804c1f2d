import { useEffect, useRef, type RefObject } from 'react';

/** What a field will hold when the letter that is being typed has been laid out in it; null where that is not known yet. */
function aboutToHold(
  { selectionStart, selectionEnd, value }: HTMLInputElement,
  event: InputEvent,
): string | null {
  // What is deleted, pasted or composed is known with the change alone.
  if (event.inputType !== 'insertText' || event.isComposing || event.data === null) return null;
  if (selectionStart === null || selectionEnd === null) return null;
  return value.slice(0, selectionStart) + event.data + value.slice(selectionEnd);
}

/**
 * Hears what a field holds with every change, and of a letter that is typed before it is laid out in the field: what need
 * not wait for that may begin. The same text may be heard twice.
 */
export function useTypedAhead(
  field: RefObject<HTMLInputElement | null>,
  onTyped: (value: string) => void,
): void {
  const latest = useRef(onTyped);
  useEffect(() => {
    latest.current = onTyped;
  });
  useEffect(() => {
    const hear = (event: Event): void => {
      const { current } = field;
      if (current === null || event.target !== current) return;
      const typed =
        event instanceof InputEvent && event.type === 'beforeinput'
          ? aboutToHold(current, event)
          : current.value;
      if (typed !== null) latest.current(typed);
    };
    // Of the document, for the field of a dialog comes and goes; on its way down, for the way up draws first.
    const ways = ['beforeinput', 'input'] as const;
    for (const way of ways) document.addEventListener(way, hear, { capture: true });
    return () => {
      for (const way of ways) document.removeEventListener(way, hear, { capture: true });
    };
  }, [field]);
}
