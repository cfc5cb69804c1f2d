import type { Attitude } from '../../../../shared/domain/person.ts';
import { routeArrow, routeTeeth } from './mapArrows.ts';

/** A person as the map needs them. */
export type MapPerson = {
  readonly id: string;
  /** 1 … 5: the band. */
  readonly influence: number;
  readonly attitude: Attitude;
  readonly heeds: readonly string[];
  /** Said by both sides or by one: the line is drawn once. */
  readonly conflicts?: readonly string[];
};

export type MapNode = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
};
export type MapBand = {
  readonly influence: number;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
};
export type MapColumn = { readonly attitude: Attitude; readonly x: number };
export type MapArrow = { readonly from: string; readonly to: string; readonly path: string };

export type MapLayout = {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly MapBand[];
  readonly columns: readonly MapColumn[];
  readonly axisY: number;
  readonly nodes: readonly MapNode[];
  readonly arrows: readonly MapArrow[];
  /** Between two who are at odds, a line of teeth. */
  readonly conflicts: readonly MapArrow[];
};

/** Room for a name and a position under a node, px. */
export const labelWidth = 146;
export const labelHeight = 34;
export const labelGap = 6;
/** Left margin with the names of the bands, px. */
export const bandLabelWidth = 100;
const axisHeight = 30;
/** Room above and below the people of a band, px: as much as the height allows between these two. */
const tightPadding = 3;
const easyPadding = 10;
const emptyBand = 30;

/** Circle's radius for an influence of 1 … 5, px. */
export function radiusOf(influence: number): number {
  return [15, 15, 18, 21, 26, 29][Math.max(1, Math.min(5, influence))] ?? 15;
}

const attitudes: readonly Attitude[] = ['against', 'wary', 'neutral', 'disposed', 'supporter'];

/**
 * Moves wished places apart to `gap`, staying between `from` and `to`, as near to the wishes as a left and a right
 * sweep allow: the mean of the two keeps both the gaps and the bounds.
 */
export function spread(wishes: readonly number[], gap: number, from: number, to: number): number[] {
  const count = wishes.length;
  if (count === 0) return [];
  const rightward: number[] = [];
  for (const [index, wish] of wishes.entries()) {
    const before = rightward[index - 1];
    rightward.push(Math.max(wish, from, before === undefined ? from : before + gap));
  }
  let limit = to;
  for (let index = count - 1; index >= 0; index -= 1) {
    rightward[index] = Math.min(rightward[index] ?? to, limit);
    limit = (rightward[index] ?? to) - gap;
  }
  const leftward: number[] = Array.from({ length: count }, () => 0);
  limit = to;
  for (let index = count - 1; index >= 0; index -= 1) {
    leftward[index] = Math.min(wishes[index] ?? to, limit);
    limit = (leftward[index] ?? to) - gap;
  }
  let floor = from;
  for (let index = 0; index < count; index += 1) {
    leftward[index] = Math.max(leftward[index] ?? from, floor);
    floor = (leftward[index] ?? from) + gap;
  }
  return rightward.map((value, index) => (value + (leftward[index] ?? value)) / 2);
}

/** Splits a band's people, ordered by wished place, over as few rows as hold them without overlap. */
function rowsOf(people: readonly MapPerson[], capacity: number): MapPerson[][] {
  const rowCount = Math.max(1, Math.ceil(people.length / Math.max(1, capacity)));
  const rows: MapPerson[][] = Array.from({ length: rowCount }, () => []);
  for (const [index, person] of people.entries()) rows[index % rowCount]?.push(person);
  return rows;
}

/** The influence and the attitude that a point of the map stands for: its band and the nearest column. */
export function placeAt(
  layout: Pick<MapLayout, 'bands' | 'columns'>,
  x: number,
  y: number,
): { readonly influence: number; readonly attitude: Attitude } {
  const [highest] = layout.bands;
  const band = layout.bands.find(({ bottom }) => y < bottom) ?? layout.bands.at(-1) ?? highest;
  const column = layout.columns.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
  return { influence: band?.influence ?? 3, attitude: column?.attitude ?? 'unknown' };
}

/** Places of the circles, bands, columns and arrows in a field of `width` × at least `minHeight` px. */
export function layoutMap(people: readonly MapPerson[], width: number, minHeight: number): MapLayout {
  const hasUnknown = people.some((person) => person.attitude === 'unknown');
  const axis: readonly Attitude[] = hasUnknown ? [...attitudes, 'unknown'] : attitudes;
  const left = bandLabelWidth;
  const step = (width - left) / axis.length;
  const columns = axis.map((attitude, index) => ({ attitude, x: left + step * (index + 0.5) }));
  const columnX = (attitude: Attitude) =>
    columns.find((column) => column.attitude === attitude)?.x ?? left + step;
  const gap = labelWidth + 4;
  const from = left + labelWidth / 2;
  const to = width - labelWidth / 2;
  const capacity = Math.max(1, Math.floor((to - from) / gap) + 1);

  const bandRows = [5, 4, 3, 2, 1].map((influence) => {
    const inBand = people
      .filter((person) => person.influence === influence)
      .toSorted((a, b) => axis.indexOf(a.attitude) - axis.indexOf(b.attitude));
    const rows = rowsOf(inBand, capacity);
    const rowHeight = radiusOf(influence) * 2 + labelGap + labelHeight;
    return { influence, rows: inBand.length === 0 ? [] : rows, rowHeight };
  });
  const paddings = bandRows.reduce((sum, { rows }) => sum + (rows.length === 0 ? 0 : rows.length + 1), 0);
  const solid = bandRows.reduce(
    (sum, { rows, rowHeight }) => sum + (rows.length === 0 ? emptyBand : rows.length * rowHeight),
    0,
  );
  const room = minHeight - axisHeight - solid;
  const bandPadding = Math.max(tightPadding, Math.min(easyPadding, paddings === 0 ? 0 : room / paddings));
  const filled = bandRows.filter(({ rows }) => rows.length > 0).length;
  const spare = Math.max(0, room - bandPadding * paddings);

  const bands: MapBand[] = [];
  const nodes: MapNode[] = [];
  let top = 0;
  for (const band of bandRows) {
    const { rows } = band;
    const own = rows.length === 0 ? emptyBand : rows.length * (band.rowHeight + bandPadding) + bandPadding;
    const bottom = top + own + (rows.length === 0 || filled === 0 ? 0 : spare / filled);
    bands.push({ influence: band.influence, top, bottom, middle: (top + bottom) / 2 });
    const radius = radiusOf(band.influence);
    const blockHeight = rows.length * (band.rowHeight + bandPadding) - bandPadding;
    const start = top + (bottom - top - blockHeight) / 2;
    for (const [rowIndex, row] of rows.entries()) {
      const xs = spread(
        row.map((person) => columnX(person.attitude)),
        gap,
        from,
        to,
      );
      for (const [index, person] of row.entries()) {
        nodes.push({
          id: person.id,
          x: xs[index] ?? from,
          y: start + rowIndex * (band.rowHeight + bandPadding) + radius,
          radius,
        });
      }
    }
    top = bottom;
  }

  const byId = new Map(nodes.map((node) => [node.id, node]));
  const field = { width, height: top };
  const arrows: MapArrow[] = [];
  for (const person of people) {
    const source = byId.get(person.id);
    if (source === undefined) continue;
    for (const heeded of person.heeds) {
      const target = byId.get(heeded);
      if (target !== undefined && target.id !== source.id)
        arrows.push({ from: person.id, to: heeded, path: routeArrow(source, target, nodes, field) });
    }
  }
  const conflicts: MapArrow[] = [];
  for (const person of people) {
    const source = byId.get(person.id);
    if (source === undefined) continue;
    for (const otherId of person.conflicts ?? []) {
      const target = byId.get(otherId);
      const drawn = conflicts.some(({ from, to }) => from === otherId && to === person.id);
      if (target !== undefined && target.id !== source.id && !drawn)
        conflicts.push({ from: person.id, to: otherId, path: routeTeeth(source, target, nodes, field) });
    }
  }
  return { width, height: top + axisHeight, bands, columns, axisY: top, nodes, arrows, conflicts };
}
