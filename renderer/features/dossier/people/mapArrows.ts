import type { MapNode } from './mapLayout.ts';

type Point = { readonly x: number; readonly y: number };
type Port = { readonly at: Point; readonly out: Point };
type Curve = readonly [Point, Point, Point, Point];
/** What the lines are drawn on: px from its left upper corner. */
export type MapField = { readonly width: number; readonly height: number };

// What stands under a circle: half the width of its words, and how far down they reach.
const wordsHalf = 67;
const wordsDrop = 42;
const headRoom = 5;
const margin = 4;

const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value));

function sidePorts(node: MapNode, room: number): Port[] {
  return [-1, 1].map((side) => ({
    at: { x: node.x + side * (node.radius + room), y: node.y + node.radius * 0.3 },
    out: { x: side, y: 0.3 },
  }));
}

/** Where an arrow may leave a person: beside the circle, above it, or under the words below it. */
function startPorts(node: MapNode, target: MapNode): Port[] {
  const lean = clamp((target.x - node.x) * 0.15, node.radius * 0.6);
  const ports = sidePorts(node, 2);
  if (target.y > node.y + 20)
    ports.push({ at: { x: node.x + lean, y: node.y + node.radius + wordsDrop }, out: { x: 0, y: 1 } });
  else ports.push({ at: { x: node.x + lean, y: node.y - node.radius - 2 }, out: { x: 0, y: -1 } });
  return ports;
}

/** Where an arrow may reach a person: beside the circle or from above. */
function endPorts(node: MapNode, source: MapNode): Port[] {
  const lean = clamp((source.x - node.x) * 0.12, node.radius * 0.6);
  return [
    ...sidePorts(node, headRoom),
    { at: { x: node.x + lean, y: node.y - node.radius - headRoom }, out: { x: 0, y: -1 } },
  ];
}

function pointOn([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t;
  const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}

/** An arrow is at least so long: where two stand closer it begins inside the room of the words. */
const shortest = 6;

const samples = 28;
const bendFine = 22;
const wordsFine = 60;
/** Behind a circle a line reads as two, to that person and from them. */
const circleFine = 300;
/** Whatever is crossed, a line off the map is not seen at all. */
const offMapFine = 1000;
/** How far a curve keeps its direction at both ends, in shares of the distance. An arrow needs room to turn into its head. */
const arrowPulls = [0.22, 0.42, 0.7, 1];
const teethPulls = [0.015, 0.03, 0.1, ...arrowPulls];

/** Length of the curve, with fines for every sample that lies on a circle, on words or off the map, and for every bend. */
function costOf(
  curve: Curve,
  source: MapNode,
  target: MapNode,
  nodes: readonly MapNode[],
  field: MapField,
): number {
  let cost = 0;
  let before = curve[0];
  let heading: number | null = null;
  for (let index = 1; index <= samples; index += 1) {
    const point = pointOn(curve, index / samples);
    cost += Math.hypot(point.x - before.x, point.y - before.y);
    const next = Math.atan2(point.y - before.y, point.x - before.x);
    if (heading !== null) {
      const turn = Math.abs(next - heading);
      cost += Math.min(turn, 2 * Math.PI - turn) * bendFine;
    }
    heading = next;
    before = point;
    const inside =
      point.x >= margin &&
      point.x <= field.width - margin &&
      point.y >= margin &&
      point.y <= field.height - margin;
    if (!inside) cost += offMapFine;
    for (const node of nodes) {
      const own = node.id === source.id || node.id === target.id;
      const onCircle = Math.hypot(point.x - node.x, point.y - node.y) < node.radius + (own ? 0 : 6);
      const onWords =
        Math.abs(point.x - node.x) < wordsHalf &&
        point.y > node.y + node.radius &&
        point.y < node.y + node.radius + wordsDrop - 2;
      if (onCircle) cost += circleFine;
      else if (onWords) cost += wordsFine;
    }
  }
  return cost;
}

/** Where a line without a direction may touch a person: beside the circle, above it, or under the words below it. */
function bothPorts(node: MapNode, other: MapNode): Port[] {
  const below = { at: { x: node.x, y: node.y + node.radius + wordsDrop }, out: { x: 0, y: 1 } };
  return [...endPorts(node, other), below];
}

/** The shortest of a few curves from circle to circle, one that crosses no name and no other circle where there is such. */
function routeCurve(
  [starts, ends, pulls]: readonly [readonly Port[], readonly Port[], readonly number[]],
  source: MapNode,
  target: MapNode,
  nodes: readonly MapNode[],
  field: MapField,
): Curve | null {
  const distance = Math.hypot(target.x - source.x, target.y - source.y);
  let best: Curve | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    for (const end of ends) {
      const gap = Math.hypot(end.at.x - start.at.x, end.at.y - start.at.y);
      const reaches = pulls.map((pull) => distance * pull);
      // Two people close above each other: any longer pull would overshoot the circle and come back from beside it.
      if (gap < distance / 2) reaches.push(gap / 3);
      for (const reach of reaches) {
        const curve: Curve = [
          start.at,
          { x: start.at.x + start.out.x * reach, y: start.at.y + start.out.y * reach },
          { x: end.at.x + end.out.x * reach, y: end.at.y + end.out.y * reach },
          end.at,
        ];
        const cost = costOf(curve, source, target, nodes, field);
        if (cost < bestCost) [best, bestCost] = [curve, cost];
      }
    }
  }
  return best;
}

/** An arrow's line as an SVG path. */
export function routeArrow(
  source: MapNode,
  target: MapNode,
  nodes: readonly MapNode[],
  field: MapField,
): string {
  const tried = [startPorts(source, target), endPorts(target, source), arrowPulls] as const;
  const routed = routeCurve(tried, source, target, nodes, field);
  if (routed === null) return '';
  const [start, , , end] = routed;
  const isStub = Math.hypot(end.x - start.x, end.y - start.y) < shortest && target.y > source.y;
  const tail = { x: end.x, y: end.y - shortest };
  const best: Curve = isStub ? [tail, tail, end, end] : routed;
  const text = best.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M ${text[0] ?? ''} C ${text.slice(1).join(' ')}`;
}

/** Length and height of a tooth, px. */
const toothLength = 6;
const toothHeight = 2.75;

/** A line of teeth between two people as an SVG path: told from an arrow in grey too. */
export function routeTeeth(
  source: MapNode,
  target: MapNode,
  nodes: readonly MapNode[],
  field: MapField,
): string {
  const tried = [bothPorts(source, target), bothPorts(target, source), teethPulls] as const;
  const curve = routeCurve(tried, source, target, nodes, field);
  if (curve === null) return '';
  // Teeth of one length along the line, whatever the curve's own pace is.
  const points = Array.from({ length: 129 }, (_, index) => pointOn(curve, index / 128));
  const reached: number[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? point;
    reached.push((reached[index - 1] ?? 0) + Math.hypot(point.x - before.x, point.y - before.y));
  }
  const total = reached.at(-1) ?? 0;
  const teeth = Math.max(2, Math.round(total / toothLength));
  const parts = Array.from({ length: teeth + 1 }, (_, tooth) => {
    const at = Math.max(
      1,
      reached.findIndex((length) => length >= (total * tooth) / teeth - 0.001),
    );
    const point = tooth === 0 ? curve[0] : (points[at] ?? curve[3]);
    if (tooth === 0 || tooth === teeth) return point;
    const before = points[at - 1] ?? point;
    const length = Math.hypot(point.x - before.x, point.y - before.y) || 1;
    const side = tooth % 2 === 0 ? toothHeight : -toothHeight;
    return {
      x: point.x - ((point.y - before.y) / length) * side,
      y: point.y + ((point.x - before.x) / length) * side,
    };
  });
  return `M ${parts.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L ')}`;
}
