import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ZoomMenu } from '../toolbar/ZoomMenu.tsx';
import type { PageZoom } from '../usePageZoom.ts';
import { useProposalSession } from '../session.ts';
import { useAfterPage } from '../useAfterPage.ts';
import { countText } from './countText.ts';

/** Length of the text and the page's zoom, under the desk. */
export function CountLine({ zoom }: { zoom: PageZoom }) {
  const { t, i18n } = useTranslation('editor');
  const present = useProposalSession((session) => session.root);
  // After the page itself is shown: the count of a long document takes longer than a frame.
  const root = useDeferredValue(present, null);
  const isAfterPage = useAfterPage();
  const count = useMemo(() => (root ? countText(root) : null), [root]);
  const figure = (value: number) => value.toLocaleString(i18n.language === 'ru' ? 'ru-RU' : 'en-GB');
  return (
    <div className="k-count">
      {count ? (
        <p aria-label={t('count.label')}>
          <span>{t('count.words', { count: count.words, shown: figure(count.words) })}</span>
          <span>{t('count.characters', { count: count.characters, shown: figure(count.characters) })}</span>
        </p>
      ) : null}
      {isAfterPage ? <ZoomMenu zoom={zoom} /> : null}
    </div>
  );
}
