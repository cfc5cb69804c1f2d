import type { Attitude } from '../../../../shared/domain/person.ts';
import type { Picture } from '../../../../shared/domain/company.ts';
import type { MapLayout } from './mapLayout.ts';
import { labelWidth } from './mapLayout.ts';

/** What is written beside a circle. */
export type MapLabel = {
  readonly id: string;
  readonly attitude: Attitude;
  readonly initials: string;
  readonly name: string;
  readonly position: string;
};

/** Words of the map as a picture. */
export type MapPictureWords = {
  readonly title: string;
  readonly made: string;
  readonly legend: string;
  readonly axis: string;
  readonly band: (influence: number) => string;
  readonly column: (attitude: Attitude) => string;
};

// A picture lies on paper: the light colours of tokens.css, whatever the window's theme is.
const ink = {
  ground: '#fcfbf9',
  raise: '#ffffff',
  text: '#24221e',
  text3: '#6e675b',
  line: '#e7e2d9',
  line2: '#d3ccbf',
  edge: '#8d8679',
  red: '#ae3328',
  amber: '#855700',
  green: '#2c6b45',
} as const;

const rings: Readonly<
  Record<Attitude, { readonly color: string; readonly width: number; readonly dash: readonly number[] }>
> = {
  supporter: { color: ink.green, width: 3, dash: [] },
  disposed: { color: ink.green, width: 2, dash: [] },
  neutral: { color: ink.edge, width: 2, dash: [] },
  wary: { color: ink.amber, width: 2, dash: [4.5, 3] },
  against: { color: ink.red, width: 2, dash: [2, 2.2] },
  unknown: { color: ink.edge, width: 2, dash: [1.5, 5] },
};

/** Points for one of the page, so that print stays sharp. */
const density = 2;
const edge = 24;
const head = 56;
const foot = 40;

function font(size: number, weight: 400 | 500 | 600): string {
  return `${weight} ${size}px 'Onest Variable', system-ui, sans-serif`;
}

/** Cuts a text to a width, with an ellipsis. */
function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let cut = text;
  while (cut.length > 1 && context.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

function drawArrowHead(context: CanvasRenderingContext2D, path: string): void {
  // The last control point and the end: the direction in which the curve arrives.
  const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const [controlX, controlY, x, y] = numbers.slice(-4);
  if (controlX === undefined || controlY === undefined || x === undefined || y === undefined) return;
  const angle = Math.atan2(y - controlY, x - controlX);
  context.beginPath();
  for (const turn of [-0.5, 0.5]) {
    context.moveTo(x - 8 * Math.cos(angle + turn), y - 8 * Math.sin(angle + turn));
    context.lineTo(x, y);
  }
  context.stroke();
}

function drawGround(context: CanvasRenderingContext2D, layout: MapLayout, words: MapPictureWords): void {
  context.lineWidth = 1;
  context.strokeStyle = ink.line;
  context.font = font(12, 400);
  context.textBaseline = 'middle';
  for (const band of layout.bands) {
    context.fillStyle = ink.text3;
    context.textAlign = 'left';
    context.fillText(words.band(band.influence), 0, band.middle);
    context.beginPath();
    context.moveTo(0, band.bottom);
    context.lineTo(layout.width, band.bottom);
    context.stroke();
  }
  context.textAlign = 'left';
  context.fillText(words.axis, 0, layout.axisY + 16);
  context.textAlign = 'center';
  for (const { attitude, x } of layout.columns)
    context.fillText(words.column(attitude), x, layout.axisY + 16);
}

function drawPeople(context: CanvasRenderingContext2D, layout: MapLayout, labels: readonly MapLabel[]): void {
  for (const node of layout.nodes) {
    const label = labels.find(({ id }) => id === node.id);
    if (label === undefined) continue;
    const ring = rings[label.attitude];
    context.setLineDash([]);
    context.fillStyle = ink.raise;
    context.beginPath();
    context.arc(node.x, node.y, node.radius - 1, 0, Math.PI * 2);
    context.fill();
    context.strokeStyle = ring.color;
    context.lineWidth = ring.width;
    context.setLineDash([...ring.dash]);
    context.beginPath();
    context.arc(node.x, node.y, node.radius - 1.5, 0, Math.PI * 2);
    context.stroke();
    context.setLineDash([]);
    if (label.attitude === 'supporter') {
      context.lineWidth = 1;
      context.beginPath();
      context.arc(node.x, node.y, node.radius - 5, 0, Math.PI * 2);
      context.stroke();
    }
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = ink.text;
    context.font = font(Math.max(9.5, Math.min(13, node.radius * 0.46)), 600);
    context.fillText(label.initials, node.x, node.y);
    // A halo of the ground keeps names readable where a line passes behind them.
    context.strokeStyle = ink.ground;
    context.lineWidth = 4;
    context.lineJoin = 'round';
    const lines = [
      { text: label.name, font: font(12, 500), color: ink.text, y: node.y + node.radius + 14 },
      { text: label.position, font: font(12, 400), color: ink.text3, y: node.y + node.radius + 30 },
    ];
    for (const line of lines) {
      context.font = line.font;
      const text = fitted(context, line.text, labelWidth);
      context.strokeText(text, node.x, line.y);
      context.fillStyle = line.color;
      context.fillText(text, node.x, line.y);
    }
  }
}

/** The map of a group as a PNG, twice as dense as the screen: circles, lines, names, title and legend. */
export async function drawMapPicture(
  layout: MapLayout,
  labels: readonly MapLabel[],
  words: MapPictureWords,
): Promise<Picture> {
  await document.fonts.ready;
  const width = Math.ceil(layout.width + edge * 2);
  const height = Math.ceil(layout.height + head + foot + edge);
  const canvas = document.createElement('canvas');
  canvas.width = width * density;
  canvas.height = height * density;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas to draw on');
  context.scale(density, density);
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'middle';
  context.fillStyle = ink.text;
  context.font = font(17, 600);
  context.fillText(fitted(context, words.title, width - edge * 2), edge, edge + 8);
  context.fillStyle = ink.text3;
  context.font = font(12, 400);
  context.fillText(words.legend, edge, height - edge);
  context.textAlign = 'right';
  context.fillText(words.made, width - edge, height - edge);
  context.translate(edge, head);
  drawGround(context, layout, words);
  context.lineCap = 'round';
  for (const { path } of layout.conflicts) {
    context.strokeStyle = ink.red;
    context.lineWidth = 1.1;
    context.stroke(new Path2D(path));
  }
  for (const { path } of layout.arrows) {
    context.strokeStyle = ink.edge;
    context.lineWidth = 1.25;
    context.stroke(new Path2D(path));
    drawArrowHead(context, path);
  }
  drawPeople(context, layout, labels);
  const base64 = canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
  return { mime: 'image/png', base64, widthPx: canvas.width, heightPx: canvas.height };
}
