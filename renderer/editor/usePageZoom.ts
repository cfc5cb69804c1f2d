import { useEffect, useState } from 'react';
import { create } from 'zustand';

/** A4 width at 96 dots to the inch, and the air that must stay beside it for the margin's initials. */
const pageWidthPx = 794;
const airPx = 112;
export const zoomSteps = [50, 75, 90, 100, 125, 150] as const;

export type PageZoom = {
  readonly percent: number;
  /** `fit` follows the width of the desk. */
  readonly mode: number | 'fit';
  setMode(mode: number | 'fit'): void;
  /** Goes as `ref` to the element that is zoomed. */
  setTarget(element: HTMLDivElement | null): void;
};

const shownZoom = create<{ readonly percent: number }>()(() => ({ percent: 100 }));

/** The zoom that the open page has now: what stands beside it follows. */
export function useShownZoom(): number {
  return shownZoom(({ percent }) => percent);
}

/** Zoom of the page; by default it fits the desk and never goes past 100 %. */
export function usePageZoom(desk: HTMLElement | null): PageZoom {
  const [mode, setMode] = useState<number | 'fit'>('fit');
  const [fitPercent, setFitPercent] = useState(100);
  const [target, setTarget] = useState<HTMLDivElement | null>(null);

  useEffect(() => {
    if (!desk) return undefined;
    const observer = new ResizeObserver(() => {
      const fit = Math.floor(((desk.clientWidth - airPx) / pageWidthPx) * 100);
      setFitPercent(Math.min(100, Math.max(50, fit)));
    });
    observer.observe(desk);
    return () => observer.disconnect();
  }, [desk]);

  const percent = mode === 'fit' ? fitPercent : mode;
  useEffect(() => {
    target?.style.setProperty('zoom', String(percent / 100));
    shownZoom.setState({ percent });
  }, [target, percent]);

  return { percent, mode, setMode, setTarget };
}
