import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../shared/domain/calendarDate.ts';
import type { LibraryItemRef, LibraryVersion } from '../../../shared/domain/library.ts';
import { useDeskAction } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './library.module.css';
import { libraryReads } from './libraryReads.ts';

/** Earlier texts of an item, each of which can be brought back as the newest. */
export function Versions({
  itemRef,
  revision,
  versions,
}: {
  readonly itemRef: LibraryItemRef;
  readonly revision: number;
  readonly versions: readonly LibraryVersion[];
}) {
  const { t } = useTranslation('library');
  const { day } = useFieldWords();
  const restore = useDeskAction('library.restoreVersion', {
    invalidates: libraryReads,
    success: (_saved, { revision: restored }) => notifyDone(t('restored', { count: restored })),
  });
  return (
    <InspectorSection>
      <SectionTitle level="caption">{t('versions')}</SectionTitle>
      {versions.length === 0 ? <p className={classes.quietText}>{t('versionsNone')}</p> : null}
      <ul className={classes.versions}>
        {versions.map((version) => (
          <li key={version.revision}>
            <span>
              {t('versionOf', { count: version.revision })}
              <small title={version.title}>
                {version.savedAtMs === 0 ? t('versionShipped') : day(dayOfInstant(version.savedAtMs))}
                {' · '}
                {version.title}
              </small>
            </span>
            <Button
              onClick={() =>
                restore.mutate({ ref: itemRef, revision: version.revision, baseRevision: revision })
              }
              size="xs"
              variant="subtle"
            >
              {t('restoreVersion')}
            </Button>
          </li>
        ))}
      </ul>
    </InspectorSection>
  );
}
