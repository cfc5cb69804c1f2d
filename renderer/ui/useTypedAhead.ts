import { useEffect, useRef, type RefObject } from 'react';

/**
 * Hears what a field is about to hold, before the letter that is typed is laid out in it: what need not wait for that may
 * begin. What is deleted, pasted or composed is heard of with the change alone.
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
    // Of the document: the field of a dialog comes and goes.
    const hear = (event: InputEvent): void => {
      const { current } = field;
      if (current === null || event.target !== current) return;
      const { selectionStart, selectionEnd, value } = current;
      if (event.inputType !== 'insertText' || event.isComposing) return;
      if (event.data === null || selectionStart === null || selectionEnd === null) return;
      latest.current(value.slice(0, selectionStart) + event.data + value.slice(selectionEnd));
    };
    document.addEventListener('beforeinput', hear);
    return () => document.removeEventListener('beforeinput', hear);
  }, [field]);
}
