import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** A4 width at 96 dots to the inch, and the air that must stay beside it for the margin's initials. */
const pageWidthPx = 794;
const airPx = 112;
export const zoomSteps = [50, 75, 90, 100, 125, 150] as const;

export type PageZoom = {
  readonly percent: number;
  /** `fit` follows the width of the desk. */
  readonly mode: number | 'fit';
  setMode(mode: number | 'fit'): void;
  readonly target: RefObject<HTMLDivElement | null>;
};

/** Zoom of the page; by default it fits the desk and never goes past 100 %. */
export function usePageZoom(desk: RefObject<HTMLDivElement | null>): PageZoom {
  const [mode, setMode] = useState<number | 'fit'>('fit');
  const [fitPercent, setFitPercent] = useState(100);
  const target = useRef<HTMLDivElement>(null);

  const measure = useCallback(() => {
    const width = desk.current?.clientWidth;
    if (width) setFitPercent(Math.min(100, Math.max(50, Math.floor(((width - airPx) / pageWidthPx) * 100))));
  }, [desk]);

  useEffect(() => {
    if (!desk.current) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(desk.current);
    return () => observer.disconnect();
  }, [desk, measure]);

  const percent = mode === 'fit' ? fitPercent : mode;
  useEffect(() => {
    target.current?.style.setProperty('zoom', String(percent / 100));
  }, [percent]);

  return { percent, mode, setMode, target };
}
