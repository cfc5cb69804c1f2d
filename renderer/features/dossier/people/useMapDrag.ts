import { useState } from 'react';
import type { PointerEvent } from 'react';
import type { Attitude, Person } from '../../../../shared/domain/person.ts';
import { placeAt } from './mapLayout.ts';
import type { MapColumn, MapLayout, MapNode } from './mapLayout.ts';

/** Where a person stands on the map. */
export type MapPlace = { readonly influence: number; readonly attitude: Attitude };

type Drag = {
  readonly person: Person;
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
};

/** A hand that trembles on a click does not drag, px. */
const threshold = 6;

/** Dragging a person over the map; letting go writes the influence and the attitude of that place. */
export function useMapDrag(
  layout: MapLayout | null,
  onMove: (person: Person, place: MapPlace) => void,
  zoom: number,
) {
  const [drag, setDrag] = useState<(Drag & { readonly node: MapNode }) | null>(null);
  const far = drag !== null && Math.hypot(drag.x, drag.y) > threshold;
  const target =
    drag === null || !far || layout === null
      ? null
      : placeAt(layout, drag.node.x + drag.x, drag.node.y + drag.y);
  return {
    /** The place that letting go would write. */
    target,
    /** How far somebody is dragged from their place; null = not dragged. */
    offset: (id: string) => (drag !== null && far && drag.person.id === id ? { x: drag.x, y: drag.y } : null),
    handlers: (person: Person, node: MapNode) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ person, node, fromX: event.clientX, fromY: event.clientY, x: 0, y: 0 });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (drag === null) return;
        // The pointer moves on the screen, the map is drawn larger or smaller than it.
        setDrag({
          ...drag,
          x: (event.clientX - drag.fromX) / zoom,
          y: (event.clientY - drag.fromY) / zoom,
        });
      },
      onPointerUp: () => {
        setDrag(null);
        if (drag === null || target === null) return;
        const { influence, attitude } = drag.person;
        if (target.influence !== influence || target.attitude !== attitude) onMove(drag.person, target);
      },
      onPointerCancel: () => setDrag(null),
    }),
  };
}

/** The place next to a person's in the direction of an arrow key; null at the edge or for another key. */
export function neighbour(
  { influence, attitude }: Pick<Person, 'influence' | 'attitude'>,
  key: string,
  columns: readonly MapColumn[],
): MapPlace | null {
  if (key === 'ArrowUp') return influence < 5 ? { influence: influence + 1, attitude } : null;
  if (key === 'ArrowDown') return influence > 1 ? { influence: influence - 1, attitude } : null;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const at = columns.findIndex((column) => column.attitude === attitude);
  const next = columns[at + (key === 'ArrowRight' ? 1 : -1)];
  return at < 0 || next === undefined ? null : { influence, attitude: next.attitude };
}
