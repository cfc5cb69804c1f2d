import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperRequest } from '../../../shared/domain/paper.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { applyLook } from '../../editor/paper/applyLook.ts';
import { PrintedPaper } from '../../print/PrintedDocument.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import classes from './SheetPreview.module.css';
import '../../editor/page.css';
import '../../editor/paper/look.css';

/** The sheet as it will be printed, a little smaller than paper. */
export function SheetPreview({ request }: { readonly request: PaperRequest }) {
  const { t } = useTranslation('meeting');
  const page = useRef<HTMLDivElement>(null);
  const read = useDesk('papers.get', { request }, { keepPrevious: true, staleTimeMs: 0 });
  const paper = read.data?.paper;
  useEffect(() => {
    if (page.current !== null && paper !== undefined) applyLook(page.current, paper.look);
  }, [paper]);
  if (paper === undefined)
    return read.error === null ? <PageSkeleton /> : <ErrorState {...errorWords(read.error)} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
    <figure aria-label={t('preview')} className={classes.desk} tabIndex={0}>
      <div className={`k-page ${classes.page}`} lang={paper.language} ref={page}>
        <PrintedPaper paper={paper} />
      </div>
    </figure>
  );
}
