import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import classes from '../FilePane.module.css';

/** No page is drawn with more dots than this, whatever size it claims: 16 MiB of memory. */
const mostDots = 4_000_000;

/** One page: a blank sheet of the right shape until it comes near the screen. `ratio` = height / width of the first. */
export function PdfPage({
  pdf,
  page,
  ratio,
  label,
  scroller,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly ratio: number;
  readonly label: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const sheet = canvas.current;
    if (sheet === null) return undefined;
    const watch = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { root: scroller.current, rootMargin: '800px 0px' },
    );
    watch.observe(sheet);
    return () => watch.disconnect();
  }, [scroller]);
  useEffect(() => {
    const sheet = canvas.current;
    if (!near || sheet === null) return undefined;
    let task: RenderTask | null = null;
    let gone = false;
    void (async () => {
      try {
        const source = await pdf.getPage(page);
        if (gone) return;
        const natural = source.getViewport({ scale: 1 });
        const wanted = (sheet.clientWidth * window.devicePixelRatio) / natural.width;
        const most = Math.sqrt(mostDots / (natural.width * natural.height));
        const viewport = source.getViewport({ scale: Math.min(wanted, most) });
        sheet.width = Math.max(1, Math.floor(viewport.width));
        sheet.height = Math.max(1, Math.floor(viewport.height));
        sheet.style.aspectRatio = `${natural.width} / ${natural.height}`;
        task = source.render({ canvas: sheet, viewport });
        await task.promise;
        setDrawn(true);
      } catch {
        // Ended because the page went away, or a page that cannot be drawn: it stays blank, the others are there.
      }
    })();
    return () => {
      gone = true;
      task?.cancel();
      setDrawn(false);
      // The memory of a page that is far away again is given back.
      sheet.width = 1;
      sheet.height = 1;
    };
  }, [near, page, pdf]);
  return (
    <figure className={classes.page}>
      <canvas
        aria-label={label}
        className={classes.sheet}
        data-drawn={drawn ? true : undefined}
        ref={canvas}
        role="img"
        style={{ aspectRatio: `1 / ${ratio}` }}
      />
      <figcaption className={classes.pageNumber}>{label}</figcaption>
    </figure>
  );
}
