import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../shared/domain/person.ts';
import { call, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import classes from './Privacy.module.css';

const parts = ['card', 'personal', 'special', 'events'] as const;

/** Everything about a person as files to hand over: what is in them is said before they leave the vault. */
export function PersonDataDialog({
  person,
  name,
  onClose,
}: {
  readonly person: Person;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['privacy', 'exchange']);
  const { language } = useFieldWords();
  const save = useDeskAction('shell.exportPersonData', {
    success: ({ fileName, jsonName }) => {
      notifications.show({
        title: t('all.saved'),
        message: (
          <>
            <p className={classes.files}>
              {fileName}, {jsonName}
            </p>
            <Button onClick={() => void call('shell.showLastExport', {})} size="xs">
              {t('exchange:show')}
            </Button>
          </>
        ),
        autoClose: 15_000,
      });
      onClose();
    },
  });
  return (
    <FormDialog
      busy={save.isPending}
      cancel={t('all.cancel')}
      onClose={onClose}
      onSubmit={() => save.mutate({ id: person.id, language })}
      opened
      submit={t('all.save')}
      title={t('all.title', { name })}
    >
      <p>{t('all.text')}</p>
      <ul className={classes.list}>
        {parts.map((part) => (
          <li key={part}>{t(`all.item.${part}`)}</li>
        ))}
      </ul>
      <p>{t('all.others')}</p>
      <p className={classes.warning}>{t('all.warning')}</p>
    </FormDialog>
  );
}
