import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFileTypeDocx, IconRefresh, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { useShownZoom } from '../../../editor/usePageZoom.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { togglePreview } from './previewState.ts';
import { useDrawnDocx } from './useDrawnDocx.ts';
import classes from './WordPreview.module.css';

/** Keys pressed in the frame are the window's: no script runs there to hear them. */
function listenIn(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
    const given = { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true };
    if (!window.dispatchEvent(new KeyboardEvent('keydown', given))) event.preventDefault();
  });
  // The file's links lead nowhere from here.
  page.addEventListener('click', (event) => event.preventDefault());
}

/** «Как в Word»: the exported file itself, drawn beside the page in a frame where no script runs. */
export function WordPreview({ proposalId }: { readonly proposalId: ProposalId }) {
  const { t } = useTranslation(['word', 'proposals']);
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);
  const { phase, pages, refresh } = useDrawnDocx(proposalId, page);
  const zoom = useShownZoom();

  useEffect(() => {
    page?.documentElement.style.setProperty('zoom', String(zoom / 100));
  }, [page, zoom]);

  const loaded = () => {
    const drawn = frame.current?.contentDocument ?? null;
    if (drawn !== null) listenIn(drawn);
    setPage(drawn);
  };
  return (
    <section aria-label={t('preview.label')} className={classes.pane}>
      <header className={classes.bar}>
        <IconFileTypeDocx aria-hidden className={classes.icon} size={17} stroke={1.5} />
        <h2 className={classes.title}>{t('preview.toggle')}</h2>
        <span aria-live="polite" className={classes.state} title={t('preview.note')}>
          {phase === 'updating' ? t('preview.updating') : null}
          {phase === 'shown' ? t('preview.pages', { count: pages }) : null}
          {phase === 'stale' ? t('preview.stale') : null}
        </span>
        <Tooltip label={t('preview.refresh')}>
          <ActionIcon aria-label={t('preview.refresh')} loading={phase === 'updating'} onClick={refresh}>
            <IconRefresh size={17} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('preview.close')}>
          <ActionIcon aria-label={t('preview.close')} onClick={togglePreview}>
            <IconX size={17} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </header>
      {phase === 'failed' ? (
        <ErrorState
          action={<Button onClick={refresh}>{t('preview.refresh')}</Button>}
          text={t('preview.failed.text')}
          title={t('preview.failed.title')}
        />
      ) : null}
      <iframe
        className={classes.frame}
        hidden={phase === 'failed'}
        onLoad={loaded}
        ref={frame}
        sandbox="allow-same-origin"
        src="./preview.html"
        title={t('preview.label')}
      />
    </section>
  );
}
