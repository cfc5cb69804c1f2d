import { useEffect, useState } from 'react';

/** Longer than the pause between two keys. */
const restMs = 300;

/** Whether a value has stood for a while, compared by identity: nobody is typing, and more than what is seen may be done. */
export function useRested(value: unknown): boolean {
  const [rested, setRested] = useState<{ readonly value: unknown } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested({ value }), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested !== null && rested.value === value;
}
