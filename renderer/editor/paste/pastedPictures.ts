import { pxOf } from './sourceStyles.ts';
import type { Style } from './sourceStyles.ts';

/** Beyond this a picture is refused: it would make the document slow for its author and its reader. */
export const largestPictureBytes = 4 * 1024 * 1024;
/** The page's text is about this wide at 96 dots to the inch. */
export const widestPicturePx = 640;

const held = /^data:image\/(?:png|jpeg);base64,[a-z0-9+/]+=*$/i;

/** A size as the document keeps it: whole pixels, within the page, in proportion. */
export function sizeOnPage(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, widestPicturePx / width);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A pasted picture as the document holds it: PNG or JPEG as data, with its size; null for any other. */
export function pictureOf(page: Document, image: Element, style: Style): Element | null {
  const src = (image.getAttribute('src') ?? '').replace(/\s+/g, '');
  if (!held.test(src) || (src.length - src.indexOf(',')) * 0.75 > largestPictureBytes) return null;
  const picture = page.createElement('img');
  picture.setAttribute('src', src);
  const alt = image.getAttribute('alt')?.trim().slice(0, 500);
  if (alt) picture.setAttribute('alt', alt);
  const width = pxOf(image.getAttribute('width')) ?? pxOf(style.get('width'));
  const height = pxOf(image.getAttribute('height')) ?? pxOf(style.get('height'));
  if (width && height) {
    const size = sizeOnPage(width, height);
    picture.setAttribute('width', String(size.width));
    picture.setAttribute('height', String(size.height));
  }
  return picture;
}
