import { paragraphXml, placeIndent, textParagraph } from './paragraphs.ts';
import type { PlacedPicture } from './collector.ts';
import { fitInto } from './pictures.ts';
import { emuOfPx, emuOfTwips } from './units.ts';
import type { BlockWriter, Writing } from './writing.ts';
import { escapeAttribute } from './xml.ts';

/** A run that shows a picture in the line of text; sizes in EMU. `alt` empty = decoration, said so to readers. */
export function pictureRun(
  picture: PlacedPicture,
  size: { cx: number; cy: number },
  alt: string,
  writing: Writing,
): string {
  const id = writing.collector.nextId();
  const extent = `cx="${Math.max(size.cx, 1)}" cy="${Math.max(size.cy, 1)}"`;
  const described = escapeAttribute(alt);
  const description = described === '' ? '' : ` descr="${described}"`;
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>` +
    `<wp:docPr id="${id}" name="Picture ${id}"${description}/>` +
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr id="${id}" name="Picture ${id}"${description}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${picture.relationshipId}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}

/** The document holds whole pixels: a file that is read back and written again has the same ones. */
function wholePx(px: number, mostPx: number): number {
  return Math.max(Math.min(Math.round(px), Math.floor(mostPx)), 1);
}

/**
 * A picture of the document at its wished size, never wider than its place or taller than a page, with its caption
 * below. A picture that cannot be read is left out, and the comparison after the export names it: Word would show a
 * red cross.
 */
export const writeImage: BlockWriter<'image'> = (node, place, writing) => {
  const { src, alt, width, height, align } = node.attrs;
  const picture = writing.collector.picture(src);
  const look = { indent: placeIndent(place), align };
  const caption = textParagraph(node.attrs.caption ?? '', { ...look, style: 'Caption' }, writing);
  if (picture === null) return caption;
  // One side given: the other follows the picture's proportions.
  const ratio = picture.heightPx / picture.widthPx;
  const widthPx = width ?? (height === null ? picture.widthPx : height / ratio);
  const heightPx = height ?? widthPx * ratio;
  const box = { widthPx: place.widthTwips / 15, heightPx: (writing.textHeightTwips * 0.92) / 15 };
  const fitted = fitInto({ widthPx, heightPx }, box);
  const size = {
    cx: emuOfPx(wholePx(fitted.widthPx, box.widthPx)),
    cy: emuOfPx(wholePx(fitted.heightPx, box.heightPx)),
  };
  const shown = { ...look, style: 'Picture', keepNext: caption !== '' };
  return paragraphXml(shown, pictureRun(picture, size, alt ?? '', writing)) + caption;
};

/** A picture scaled to a height, not wider than a column. */
export function pictureOfHeight(
  picture: PlacedPicture,
  box: { readonly heightTwips: number; readonly widthTwips: number },
  alt: string,
  writing: Writing,
): string {
  const scale = Math.min(box.heightTwips / picture.heightPx, box.widthTwips / picture.widthPx);
  const size = {
    cx: Math.round(emuOfTwips(picture.widthPx * scale)),
    cy: Math.round(emuOfTwips(picture.heightPx * scale)),
  };
  return pictureRun(picture, size, alt, writing);
}
