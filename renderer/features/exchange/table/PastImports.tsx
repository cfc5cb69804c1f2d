import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DossierImportEntry } from '../../../../shared/domain/dossierImport.ts';
import { dateLocale } from '../../../app/dateLocale.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import classes from './ImportTable.module.css';
import { useUndoImport } from './useUndoImport.ts';

/** The imports that were made, each with a way back; what was edited since stays. */
export function PastImports() {
  const { t } = useTranslation('tables');
  const { language } = useFieldWords();
  const { data } = useDesk('imports.list', {}, { staleTimeMs: 0 });
  const undo = useUndoImport();
  const moment = new Intl.DateTimeFormat(dateLocale(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const imports = data?.imports ?? [];
  if (imports.length === 0) return <p className={classes.quiet}>{t('source.pastEmpty')}</p>;
  const nameOf = ({ fileName }: DossierImportEntry) => (fileName === '' ? t('pasted') : fileName);
  const didOf = ({ added, changed, clientsMade }: DossierImportEntry) =>
    [
      t('past.added', { added, changed }),
      ...(clientsMade === 0 ? [] : [t('past.clientsMade', { count: clientsMade })]),
    ].join(', ');
  return (
    <ul aria-label={t('source.past')} className={classes.past}>
      {imports.map((entry) => (
        <li data-quiet={entry.undoneAtMs === null ? undefined : true} key={entry.id}>
          <span className={classes.pastName} title={nameOf(entry)}>
            {nameOf(entry)}
          </span>
          <span className={classes.quiet}>
            {t(`kind.${entry.kind}`)}, {moment.format(entry.importedAtMs)}
          </span>
          <span className={classes.quiet}>{didOf(entry)}</span>
          {entry.undoneAtMs === null ? (
            <Button
              aria-label={t('past.undoOf', { name: nameOf(entry) })}
              loading={undo.isPending && undo.variables.id === entry.id}
              onClick={() => undo.mutate({ id: entry.id })}
              size="xs"
              variant="subtle"
            >
              {t('past.undo')}
            </Button>
          ) : (
            <span className={classes.quiet}>{t('past.undone')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
