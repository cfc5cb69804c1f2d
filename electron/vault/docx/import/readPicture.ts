import type { ImageNode, PictureAlign } from '../../../../shared/document/nodes.ts';
import { readPicture } from '../pictures.ts';
import type { Reading } from './reading.ts';
import { attribute, child, descendants, elementsOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

const emuPerPx = 9525;
const pxPerPt = 96 / 72;
/** A document's picture is at most so large as data (`ImageNode`). */
const longestSource = 8_000_000;
const widestPx = 4000;

function node(
  id: string | null,
  facts: { widthPx: number | null; heightPx: number | null; alt: string; align: PictureAlign | null },
  reading: Reading,
): ImageNode | null {
  const target = id === null ? undefined : reading.relationships.get(id);
  const bytes = target === undefined || target.external ? null : reading.file.bytes(target.target);
  const base64 = bytes === null ? '' : Buffer.from(bytes).toString('base64');
  const data = base64 === '' || base64.length > longestSource - 30 ? null : readPicture(base64);
  if (data === null) {
    reading.losses.note('pictures');
    return null;
  }
  const side = (px: number | null) => (px === null || px <= 0 ? null : Math.min(px, widestPx));
  return {
    type: 'image',
    attrs: {
      src: `data:image/${data.extension};base64,${base64}`,
      alt: facts.alt === '' ? null : facts.alt.slice(0, 500),
      width: side(facts.widthPx),
      height: side(facts.heightPx),
      align: facts.align,
      caption: null,
    },
  };
}

/**
 * How much longer the whole picture is than what a crop leaves of it (ECMA-376 part 1, §20.1.8.55: `a:srcRect` says
 * thousandths of a percent of each side; below zero it adds an edge, which is no crop).
 */
function wholeOf(blip: XmlElement, frame: XmlElement): { readonly across: number; readonly down: number } {
  const fill = descendants(frame, 'pic:blipFill').find((each) => elementsOf(each).includes(blip));
  const crop = child(fill ?? null, 'a:srcRect');
  const left = (one: string, other: string) => {
    const cut = [one, other].map((side) => Math.max(numberOf(attribute(crop, side)) ?? 0, 0));
    return Math.max(1 - cut.reduce((sum, part) => sum + part, 0) / 100_000, 0.01);
  };
  return { across: 1 / left('l', 'r'), down: 1 / left('t', 'b') };
}

function alignOfAnchor(frame: XmlElement): PictureAlign | null {
  const said = textOf(child(child(frame, 'wp:positionH'), 'wp:align'));
  return said === 'center' || said === 'right' ? said : null;
}

/** The pictures of a `w:drawing`, in the line or beside the text; what else it shows is counted as lost. */
export function readDrawing(drawing: XmlElement, reading: Reading): ImageNode[] {
  return elementsOf(drawing).flatMap((frame) => {
    const blips = descendants(frame, 'a:blip');
    if (blips.length === 0) {
      // The words of a text box are read by themselves.
      if (descendants(frame, 'w:txbxContent').length === 0) reading.losses.note('drawings');
      return [];
    }
    const facts = child(frame, 'wp:docPr');
    const extent = child(frame, 'wp:extent');
    const emu = (name: string, from: XmlElement | null) => numberOf(attribute(from, name));
    return blips.flatMap((blip, at) => {
      // Several in a group: each has its own size.
      const own = blips.length === 1 ? null : (descendants(frame, 'pic:spPr').at(at) ?? null);
      const size = own === null ? extent : (descendants(own, 'a:ext')[0] ?? extent);
      const cx = emu('cx', size);
      const cy = emu('cy', size);
      const whole = wholeOf(blip, frame);
      if (whole.across > 1 || whole.down > 1) reading.losses.note('croppedPictures');
      const picture = node(
        attribute(blip, 'r:embed'),
        {
          widthPx: cx === null ? null : (cx / emuPerPx) * whole.across,
          heightPx: cy === null ? null : (cy / emuPerPx) * whole.down,
          alt: attribute(facts, 'descr') ?? attribute(facts, 'title') ?? '',
          align: frame.name === 'wp:anchor' ? alignOfAnchor(frame) : null,
        },
        reading,
      );
      return picture === null ? [] : [picture];
    });
  });
}

function lengthPx(style: string, name: string): number | null {
  const [, value = '', unit = ''] =
    new RegExp(`(?:^|;)\\s*${name}:([\\d.]+)(pt|in|px|cm|mm)?`).exec(style) ?? [];
  const factor = { pt: pxPerPt, in: 96, px: 1, cm: 96 / 2.54, mm: 96 / 25.4 }[unit] ?? 1;
  return value === '' ? null : Number(value) * factor;
}

/** The pictures of a `w:pict`, the older way of drawing. */
export function readOldPicture(element: XmlElement, reading: Reading): ImageNode[] {
  return descendants(element, 'v:shape').flatMap((shape) => {
    const data = child(shape, 'v:imagedata');
    if (data === null) return [];
    const style = attribute(shape, 'style') ?? '';
    const picture = node(
      attribute(data, 'r:id'),
      {
        widthPx: lengthPx(style, 'width'),
        heightPx: lengthPx(style, 'height'),
        alt: attribute(shape, 'alt') ?? '',
        align: null,
      },
      reading,
    );
    return picture === null ? [] : [picture];
  });
}
