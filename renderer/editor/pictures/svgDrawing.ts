/** More text than a drawing made by hand or by a program for offices has. */
const largestSvg = 2 * 1024 * 1024;
/** Room of a drawing on the page, in CSS pixels: the width of the text, and a page's height less its margins. */
const room = { width: 640, height: 880 } as const;
/** Dots for a pixel of the page: about 300 to the inch. */
const dotsPerPx = 3;

/** What can run, move, or hold a foreign page. */
const forbidden =
  'script, foreignObject, iframe, object, embed, audio, video, animate, animateMotion, animateTransform, set, handler, listener';
const held = /^data:image\/(?:png|jpeg);base64,/i;
/** `url(…)` of a style that leads anywhere but into the drawing itself, and imports. */
const leadsOut = /url\(\s*["']?(?!\s*#)[^)]*\)|@import[^;]*;?|image-set\([^)]*\)/gi;

const pxOfUnit: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/** A length of the drawing in CSS pixels; null for shares and for what is none. */
function lengthPx(text: string | null): number | null {
  const [, figure, unit] = /^\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? '') ?? [];
  const px = Number(figure) * (pxOfUnit[(unit ?? '').toLowerCase()] ?? Number.NaN);
  return Number.isFinite(px) && px > 0 ? px : null;
}

function sizeOf(svg: Element): { readonly width: number; readonly height: number } {
  const box = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box.every((figure) => Number.isFinite(figure)) ? box : [];
  const width = lengthPx(svg.getAttribute('width'));
  const height = lengthPx(svg.getAttribute('height'));
  if (width !== null && height !== null) return { width, height };
  if (boxWidth > 0 && boxHeight > 0) {
    if (width !== null) return { width, height: (width * boxHeight) / boxWidth };
    if (height !== null) return { width: (height * boxWidth) / boxHeight, height };
    return { width: boxWidth, height: boxHeight };
  }
  // What a page gives a drawing that says nothing of its size.
  return { width: width ?? 300, height: height ?? 150 };
}

/** Takes out of a drawing whatever runs, moves or asks for something outside of it. */
function clean(svg: Element): void {
  for (const element of svg.querySelectorAll(forbidden)) element.remove();
  for (const style of svg.querySelectorAll('style'))
    style.textContent = (style.textContent ?? '').replaceAll(leadsOut, '');
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      const local = name.replace(/^.*:/, '').toLowerCase();
      const isReference = local === 'href' || local === 'src';
      const stays = isReference
        ? value.startsWith('#') || (element.localName === 'image' && held.test(value))
        : !local.startsWith('on') && name !== 'xml:base';
      if (!stays) element.removeAttribute(name);
      else if (!isReference && !name.startsWith('xmlns'))
        element.setAttribute(name, value.replaceAll(leadsOut, 'none'));
    }
  }
}

/** A cleaned drawing with its size on the page in CSS pixels; null when it is no drawing or too long to be one. */
function readSvg(
  source: string,
): { readonly source: string; readonly width: number; readonly height: number } | null {
  // Entities can unfold a line into gigabytes; no drawing needs them.
  if (source.length > largestSvg || /<!ENTITY/i.test(source)) return null;
  const page = new DOMParser().parseFromString(source, 'image/svg+xml');
  const svg = page.documentElement;
  if (svg.localName !== 'svg' || page.querySelector('parsererror') !== null) return null;
  const size = sizeOf(svg);
  clean(svg);
  const scale = Math.min(1, room.width / size.width, room.height / size.height);
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  if (!svg.hasAttribute('viewBox')) svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  svg.setAttribute('width', String(width * dotsPerPx));
  svg.setAttribute('height', String(height * dotsPerPx));
  return { source: new XMLSerializer().serializeToString(svg), width, height };
}

/**
 * A drawing in SVG as a PNG of about 300 dots to the inch, with its size on the page in CSS pixels; null when the
 * window cannot draw it. It is drawn as a picture, in which nothing runs and nothing is fetched, and is cleaned before.
 */
export async function drawSvg(
  source: string,
): Promise<{ readonly blob: Blob; readonly width: number; readonly height: number } | null> {
  const svg = readSvg(source);
  if (svg === null) return null;
  const url = URL.createObjectURL(new Blob([svg.source], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.width * dotsPerPx;
    canvas.height = svg.height * dotsPerPx;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob && { blob, width: svg.width, height: svg.height };
  } finally {
    URL.revokeObjectURL(url);
  }
}
