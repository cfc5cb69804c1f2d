import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import { AccountId } from '../../../../shared/domain/ids.ts';
import { invalidate, useDesk } from '../../../app/desk.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { useAccountEdit } from '../accountEdit.ts';

/** Says which client this one is a branch of; its own branches are not offered, for nobody owns their owner. */
export function ParentDialog({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('dossier');
  const edit = useAccountEdit(account);
  const [parentId, setParentId] = useState<string | null>(account.parentAccountId);
  const [busy, setBusy] = useState(false);
  const family = useDesk('accounts.family', { id: account.id }).data;
  const below = new Set<string>(family?.branches.map(({ id }) => id));
  const rows = useDesk('accounts.list', { query: '' }).data?.rows ?? [];
  const others = rows
    .filter(({ id }) => id !== account.id && !below.has(id))
    .map(({ id, name, legalForm }) => ({
      id,
      name,
      label: legalForm === '' ? name : `${name}, ${legalForm}`,
    }));
  const head = family?.parents.at(-1);
  // A head that was put away is in no list of clients, and is the head nevertheless.
  if (head !== undefined && !others.some(({ id }) => id === head.id))
    others.unshift({ ...head, label: head.name });
  const save = async (to: AccountId | null) => {
    await edit((draft) => ({ ...draft, parentAccountId: to }));
    await invalidate('accounts.family');
  };
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    const before = account.parentAccountId;
    const parent = others.find(({ id }) => id === parentId);
    try {
      await save(parentId === null ? null : AccountId.parse(parentId));
      onClose();
      notifyUndo(
        parent === undefined
          ? t('family.alonePut', { name: account.name })
          : t('family.put', { name: account.name, parent: parent.name }),
        () => {
          save(before).catch(() => undefined);
        },
      );
    } catch {
      // Said already; the choice stays open.
      setBusy(false);
    }
  };
  return (
    <FormDialog
      busy={busy}
      cancel={t('header.cancel')}
      onClose={onClose}
      onSubmit={() => void submit()}
      opened
      submit={t('header.save')}
      title={t('family.dialog', { name: account.name })}
    >
      <Select
        clearable
        data={others.map(({ id, label }) => ({ value: id, label }))}
        data-autofocus
        description={t('family.hint')}
        label={t('family.parent')}
        limit={100}
        nothingFoundMessage={t('family.nobody')}
        onChange={setParentId}
        placeholder={t('family.none')}
        searchable
        value={parentId}
      />
    </FormDialog>
  );
}
