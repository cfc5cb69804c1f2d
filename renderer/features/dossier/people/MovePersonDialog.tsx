import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newAccount } from '../../../../shared/domain/newAccount.ts';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { AccountId } from '../../../../shared/domain/ids.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { accountReads } from '../accountEdit.ts';

/** Takes a person to another client: the history stays with both dossiers, and the first conversation there is due. */
export function MovePersonDialog({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const name = shortName(person, words.language);
  const accounts = (useDesk('accounts.list', { query: '' }).data?.rows ?? []).filter(
    ({ id }) => id !== person.accountId,
  );
  const [isNew, setIsNew] = useState(false);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [newName, setNewName] = useState('');
  const [movedOn, setMovedOn] = useState<string | null>(words.today);
  const [tried, setTried] = useState(false);
  const invalidates = [...accountReads, 'people.list', 'people.moves', 'events.list'] as const;
  const undo = useDeskAction('people.undoMove', {
    invalidates,
    success: () => goTo({ at: 'dossier', accountId: person.accountId, tab: 'people' }),
  });
  const move = useDeskAction('people.move', {
    invalidates,
    success: (made) => {
      onClose();
      goTo({ at: 'dossier', accountId: made.accountId, tab: 'people' });
      notifyUndo(t('move.done', { name }), () =>
        undo.mutate({ personId: made.personId, madeAccountId: isNew ? made.accountId : null }),
      );
    },
  });
  const missing = isNew ? newName.trim() === '' : accountId === null;
  const submit = () => {
    setTried(true);
    if (missing || movedOn === null || move.isPending) return;
    move.mutate({
      id: person.id,
      to: isNew ? { draft: newAccount(newName) } : { accountId: AccountId.parse(accountId) },
      movedOn: CalendarDate.parse(movedOn),
      leadTitle: t('move.lead', { name }),
    });
  };
  return (
    <FormDialog
      busy={move.isPending}
      cancel={t('header.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={t('move.submit')}
      title={t('move.title', { name })}
    >
      <p>{t('move.hint')}</p>
      <SegmentedControl
        aria-label={t('move.where')}
        data={[
          { value: 'known', label: t('move.known') },
          { value: 'new', label: t('move.new') },
        ]}
        fullWidth
        onChange={(value) => setIsNew(value === 'new')}
        value={isNew ? 'new' : 'known'}
      />
      {isNew ? (
        <TextInput
          data-autofocus
          error={tried && missing ? t('identity.nameRequired') : undefined}
          label={t('identity.name')}
          maxLength={200}
          onChange={(event) => setNewName(event.currentTarget.value)}
          value={newName}
          withAsterisk
        />
      ) : (
        <Select
          data={accounts.map(({ id, name: label, legalForm }) => ({
            value: id,
            label: legalForm === '' ? label : `${label}, ${legalForm}`,
          }))}
          error={tried && missing ? t('move.whereRequired') : undefined}
          label={t('quick.client')}
          limit={100}
          onChange={setAccountId}
          searchable
          value={accountId}
          withAsterisk
        />
      )}
      <DayField clearable={false} label={t('move.day')} onChange={setMovedOn} value={movedOn} />
    </FormDialog>
  );
}
