import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
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
};

const shownZoom = create<{ readonly percent: number }>()(() => ({ percent: 100 }));

/** The zoom that the open page has now: what stands beside it follows. */
export function useShownZoom(): number {
  return shownZoom(({ percent }) => percent);
}

/** Whether the whole sheet stands on the desk: then its right margin is free for tools. */
export function useIsSheetWhole(desk: HTMLElement): boolean {
  const percent = useShownZoom();
  const [width, setWidth] = useState(desk.clientWidth);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setWidth(desk.clientWidth));
    observer.observe(desk);
    return () => observer.disconnect();
  }, [desk]);
  return (pageWidthPx * percent) / 100 + airPx <= width;
}

function fitOf(desk: HTMLElement): number {
  const fit = Math.floor(((desk.clientWidth - airPx) / pageWidthPx) * 100);
  return Math.min(100, Math.max(50, fit));
}

/**
 * Zoom of the page; by default it fits the desk and never goes past 100 %. It stands before the document comes onto
 * the page: set later, it would have all of it measured twice.
 */
export function usePageZoom(
  desk: RefObject<HTMLElement | null>,
  page: RefObject<HTMLElement | null>,
): PageZoom {
  const [mode, setMode] = useState<number | 'fit'>('fit');
  const [percent, setPercent] = useState(100);

  useLayoutEffect(() => {
    const around = desk.current;
    if (!around) return undefined;
    const show = () => {
      const next = mode === 'fit' ? fitOf(around) : mode;
      page.current?.style.setProperty('zoom', String(next / 100));
      setPercent(next);
      shownZoom.setState({ percent: next });
    };
    show();
    if (mode !== 'fit') return undefined;
    const observer = new ResizeObserver(show);
    observer.observe(around);
    return () => observer.disconnect();
  }, [desk, page, mode]);

  return { percent, mode, setMode };
}
