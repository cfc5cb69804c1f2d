import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Attachment } from '../../../../../shared/domain/attachment.ts';
import { DeskError } from '../../../../app/desk.ts';
import { errorWords } from '../../../../app/errorWords.ts';
import classes from '../FilePane.module.css';
import { PreviewNote } from '../PreviewNote.tsx';
import { openPdf } from './openPdf.ts';
import { PdfPage } from './PdfPage.tsx';

type Shown =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly pdf: PDFDocumentProxy; readonly ratio: number }
  | { readonly state: 'failed'; readonly thrown: unknown };

/** The pages of a PDF under one another; a page is drawn when it comes near the screen. */
export function PdfPreview({ file }: { readonly file: Attachment }) {
  const { t } = useTranslation('files');
  const [shown, setShown] = useState<Shown>({ state: 'opening' });
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    const fail = (thrown: unknown) => {
      if (!gone) setShown({ state: 'failed', thrown });
    };
    const task = openPdf(file, fail);
    void (async () => {
      try {
        const pdf = await task.promise;
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (!gone) setShown({ state: 'open', pdf, ratio: height / width });
      } catch (thrown) {
        fail(thrown);
      }
    })();
    return () => {
      gone = true;
      void task.destroy();
    };
  }, [file]);
  switch (shown.state) {
    case 'opening':
      return <PreviewNote>{t('preview.loading')}</PreviewNote>;
    case 'failed': {
      const { thrown } = shown;
      if (thrown instanceof DeskError) {
        const { title, text } = errorWords(thrown);
        return <PreviewNote>{`${title}. ${text}`}</PreviewNote>;
      }
      const locked = thrown instanceof Error && thrown.name === 'PasswordException';
      return <PreviewNote>{locked ? t('preview.password') : t('preview.broken')}</PreviewNote>;
    }
    case 'open':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
        <div aria-label={file.name} className={classes.pages} ref={scroller} role="region" tabIndex={0}>
          {Array.from({ length: shown.pdf.numPages }, (_, index) => (
            <PdfPage
              key={index}
              label={t('preview.page', { page: index + 1, pages: shown.pdf.numPages })}
              page={index + 1}
              pdf={shown.pdf}
              ratio={shown.ratio}
              scroller={scroller}
            />
          ))}
        </div>
      );
  }
}
