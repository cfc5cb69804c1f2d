import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog.tsx';
import classes from './library.module.css';
import type { ReadLibrary } from './useLibraryFiles.ts';

/** What is in a library file and what taking it in would change. */
export function ImportDialog({
  read,
  busy,
  onTake,
  onClose,
}: {
  readonly read: ReadLibrary;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  const nothingNew = read.changes.every(({ state }) => state === 'same');
  return (
    <FormDialog
      busy={busy}
      cancel={t('common:cancel')}
      onClose={onClose}
      onSubmit={nothingNew ? onClose : onTake}
      opened
      submit={nothingNew ? t('common:close') : t('file.take')}
      title={t('file.title', { name: read.fileName })}
    >
      <p className={classes.dialogText}>{t(nothingNew ? 'file.nothingNew' : 'file.text')}</p>
      <ul className={classes.changes}>
        {read.changes.map(({ ref, title, state }) => (
          <li data-state={state} key={`${ref.kind} ${ref.id}`}>
            <span className={classes.changeTitle} title={title}>
              {title}
            </span>
            <span className={classes.quiet}>{t(`file.kind.${ref.kind}`)}</span>
            <span className={classes.changeState}>{t(`file.state.${state}`)}</span>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
