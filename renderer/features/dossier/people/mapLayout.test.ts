import { describe, expect, it } from 'vitest';
import { labelHeight, labelGap, labelWidth, layoutMap, radiusOf, spread } from './mapLayout.ts';
import type { MapPerson } from './mapLayout.ts';

function person(
  id: string,
  influence: number,
  attitude: MapPerson['attitude'],
  heeds: readonly string[] = [],
): MapPerson {
  return { id, influence, attitude, heeds };
}

/** Twelve people, five of them wished into one place. */
const twelve: readonly MapPerson[] = [
  person('ceo', 5, 'neutral', ['finance', 'technical']),
  person('finance', 4, 'wary', ['lawyer']),
  person('deputy', 4, 'wary'),
  person('adviser', 4, 'wary'),
  person('technical', 4, 'wary'),
  person('buyer', 4, 'wary', ['finance']),
  person('hr', 3, 'disposed', ['technical']),
  person('energy', 3, 'against'),
  person('security', 3, 'unknown'),
  person('shop', 3, 'disposed'),
  person('lawyer', 2, 'neutral'),
  person('mechanic', 1, 'supporter'),
];

describe('spread', () => {
  it('leaves wishes alone that are far enough apart', () => {
    expect(spread([100, 300, 500], 150, 0, 600)).toEqual([100, 300, 500]);
  });

  it('keeps the gap and the bounds for any number of equal wishes', () => {
    for (const wish of [0, 290, 600]) {
      const places = spread([wish, wish, wish, wish], 150, 0, 600);
      expect(places[0]).toBeGreaterThanOrEqual(0);
      expect(places.at(-1)).toBeLessThanOrEqual(600);
      for (let index = 1; index < places.length; index += 1) {
        expect((places[index] ?? 0) - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(150 - 1e-9);
      }
    }
  });
});

describe('the map', () => {
  it('reaches somebody close below from above, without a way round the circle', () => {
    // Every level is taken, so that they stand close.
    const others = [3, 2, 1].map((influence) => person(`level${influence}`, influence, 'supporter'));
    const { arrows, nodes } = layoutMap(
      [person('a', 5, 'neutral', ['b']), person('b', 4, 'neutral'), ...others],
      820,
      500,
    );
    const [, x = '', y = ''] = /([-\d.]+) ([-\d.]+)$/.exec(arrows[0]?.path ?? '') ?? [];
    const below = nodes.find(({ id }) => id === 'b');
    expect(Number(x)).toBeCloseTo(below?.x ?? 0, 0);
    expect(Number(y)).toBeLessThan((below?.y ?? 0) - (below?.radius ?? 0));
  });

  it.each([
    [820, 470],
    [1240, 760],
    [640, 300],
  ])('never lays two people over each other, at %d × %d', (width, height) => {
    const { nodes } = layoutMap(twelve, width, height);
    expect(nodes).toHaveLength(twelve.length);
    const boxes = nodes.map((node) => ({
      left: node.x - labelWidth / 2,
      right: node.x + labelWidth / 2,
      top: node.y - node.radius,
      bottom: node.y + node.radius + labelGap + labelHeight,
    }));
    for (const [index, one] of boxes.entries()) {
      expect(one.right).toBeLessThanOrEqual(width + 1e-9);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          one.right <= other.left + 1e-6 ||
          other.right <= one.left + 1e-6 ||
          one.bottom <= other.top + 1e-6 ||
          other.bottom <= one.top + 1e-6;
        expect(apart).toBe(true);
      }
    }
  });

  it('puts more influence higher and better disposed further right', () => {
    const { nodes } = layoutMap([person('low', 1, 'against'), person('high', 5, 'supporter')], 900, 500);
    const [low, high] = ['low', 'high'].map((id) => nodes.find((node) => node.id === id));
    expect(high?.y).toBeLessThan(low?.y ?? 0);
    expect(high?.x).toBeGreaterThan(low?.x ?? 0);
    expect(radiusOf(5)).toBeGreaterThan(radiusOf(1));
  });

  it('shows a column for attitudes not known only where somebody stands in it', () => {
    expect(layoutMap([person('one', 3, 'neutral')], 900, 500).columns).toHaveLength(5);
    expect(layoutMap([person('one', 3, 'unknown')], 900, 500).columns.at(-1)?.attitude).toBe('unknown');
  });

  it('draws an arrow to everybody who is heeded and is on the map, and none to oneself', () => {
    const { arrows } = layoutMap(
      [person('a', 5, 'neutral', ['b', 'a', 'gone']), person('b', 3, 'wary')],
      900,
      500,
    );
    expect(arrows.map(({ from, to }) => [from, to])).toEqual([['a', 'b']]);
    expect(arrows[0]?.path).toMatch(/^M [\d.]+ [\d.]+ C/);
  });

  it.each([
    [820, 470],
    [1240, 760],
    [640, 520],
  ])('keeps every line of a conflict on the map, at %d × %d', (width, height) => {
    const ids = twelve.map(({ id }) => id);
    const everybody = twelve.map((one) => ({ ...one, conflicts: ids }));
    const { axisY, conflicts } = layoutMap(everybody, width, height);
    expect(conflicts).toHaveLength((12 * 11) / 2);
    for (const { path } of conflicts)
      for (const [, x = '', y = ''] of path.matchAll(/([-\d.]+) ([-\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(width);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeLessThanOrEqual(axisY);
      }
  });
});
