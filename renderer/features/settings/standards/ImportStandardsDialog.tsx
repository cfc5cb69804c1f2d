import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../shared/ipc/contract.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import classes from './standards.module.css';

/** What is in a file of standards, and what taking it in would change. */
export function ImportStandardsDialog({
  read,
  busy,
  onTake,
  onClose,
}: {
  readonly read: OutputOf<'shell.openStandards'>;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['standards', 'common']);
  const words = useStandardWords();
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
      <p className={classes.quiet}>{t(nothingNew ? 'file.nothingNew' : 'file.text')}</p>
      <ul className={classes.changes}>
        {read.changes.map(({ standard, state }) => (
          <li data-state={state} key={standard.id}>
            <span>{words.standard(standard)}</span>
            <span className={classes.quiet}>
              {t('fieldsAsked', { count: standard.fields.filter(({ asked }) => asked).length })}
            </span>
            <span className={classes.quiet}>{t(`file.state.${state}`)}</span>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
