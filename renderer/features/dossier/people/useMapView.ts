import { useEffect, useLayoutEffect, useRef } from 'react';
import type { PointerEvent } from 'react';
import type { MapNode } from './mapLayout.ts';
import { zoomStep } from './mapZoom.ts';

/** A notch of a wheel is a step; of the small moves of a pinch so many pixels are one. */
const stepPx = 40;

type Point = { readonly x: number; readonly y: number };

/**
 * What of a zoomed map is in sight: it grows around the pointer, or around the chosen person where a button was
 * pressed, and is drawn along by its ground.
 * @param chosen where the chosen person stands on the map
 */
export function useMapView(zoom: number, onZoom: (zoom: number) => void, chosen: MapNode | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useRef(zoom);
  const pointer = useRef<Point | null>(null);
  const turned = useRef(0);
  const grip = useRef<(Point & { readonly left: number; readonly top: number }) | null>(null);

  useLayoutEffect(() => {
    const box = scroller.current;
    // Up to its own size the map is laid out anew for its place, and nothing of it is out of sight.
    const [from, to] = [Math.max(shown.current, 1), Math.max(zoom, 1)];
    shown.current = zoom;
    const at = pointer.current;
    pointer.current = null;
    if (box === null || from === to) return;
    const still = at ?? {
      x: chosen === undefined ? box.clientWidth / 2 : chosen.x * from - box.scrollLeft,
      y: chosen === undefined ? box.clientHeight / 2 : chosen.y * from - box.scrollTop,
    };
    box.scrollTo({
      left: ((box.scrollLeft + still.x) * to) / from - still.x,
      top: ((box.scrollTop + still.y) * to) / from - still.y,
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another choice does not move the map
  }, [zoom]);

  const latest = useRef({ zoom, onZoom });
  useEffect(() => {
    latest.current = { zoom, onZoom };
  });
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      // Otherwise the wheel also scrolls the map away from the pointer.
      event.preventDefault();
      turned.current += event.deltaY;
      if (Math.abs(turned.current) < stepPx) return;
      const now = latest.current;
      const next = zoomStep(now.zoom, turned.current < 0 ? 1 : -1);
      turned.current = 0;
      if (next === now.zoom) return;
      const { left, top } = box.getBoundingClientRect();
      pointer.current = { x: event.clientX - left, y: event.clientY - top };
      now.onZoom(next);
    };
    // React's own listener may not prevent anything.
    box.addEventListener('wheel', turn, { passive: false });
    return () => box.removeEventListener('wheel', turn);
  }, []);

  const letGo = () => {
    grip.current = null;
  };
  return {
    ref: scroller,
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      const box = event.currentTarget;
      const { left, top } = box.getBoundingClientRect();
      const isOnScrollBar =
        event.clientX - left >= box.clientWidth || event.clientY - top >= box.clientHeight;
      // A person is dragged to another place of the map, not the map.
      const isOnPerson = (event.target as Element).closest('button') !== null;
      if (zoom <= 1 || event.button !== 0 || isOnPerson || isOnScrollBar) return;
      box.setPointerCapture(event.pointerId);
      grip.current = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const held = grip.current;
      if (held === null) return;
      event.currentTarget.scrollTo(held.left + held.x - event.clientX, held.top + held.y - event.clientY);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
}
