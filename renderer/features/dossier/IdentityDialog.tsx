import { MultiSelect, Select, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountType, StandardId } from '../../../shared/domain/account.ts';
import type { Account } from '../../../shared/domain/account.ts';
import { useDesk } from '../../app/desk.ts';
import { useStandardWords } from '../../app/standardWords.ts';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useAccountEdit } from './accountEdit.ts';

/** Name, legal form and types of a client. */
export function IdentityDialog({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const edit = useAccountEdit(account);
  const names = useStandardWords();
  const standards = useDesk('standards.list', {}).data?.standards ?? [];
  const [draft, setDraft] = useState(account);
  const [busy, setBusy] = useState(false);
  const missing = draft.name.trim() === '';
  const submit = async () => {
    if (missing || busy) return;
    setBusy(true);
    const { name, legalForm, industry, city, variant, types, typeReason } = draft;
    try {
      await edit((stored) => ({ ...stored, name, legalForm, industry, city, variant, types, typeReason }));
      onClose();
    } catch {
      setBusy(false);
    }
  };
  const change = (part: Partial<Account>) => setDraft({ ...draft, ...part });
  return (
    <FormDialog
      busy={busy}
      cancel={t('identity.cancel')}
      onClose={onClose}
      onSubmit={() => void submit()}
      opened
      submit={t('identity.save')}
      title={t('identity.title')}
    >
      <TextInput
        data-autofocus
        error={missing ? t('identity.nameRequired') : undefined}
        label={t('identity.name')}
        maxLength={200}
        onChange={(event) => change({ name: event.currentTarget.value })}
        value={draft.name}
        withAsterisk
      />
      <FieldGrid>
        <TextInput
          label={t('identity.legalForm')}
          maxLength={40}
          onChange={(event) => change({ legalForm: event.currentTarget.value })}
          value={draft.legalForm}
        />
        <Select
          data={standards.map(({ standard }) => ({ value: standard.id, label: names.standard(standard) }))}
          label={t('identity.variant')}
          onChange={(value) => change({ variant: StandardId.parse(value) })}
          value={draft.variant}
        />
        <TextInput
          label={t('identity.industry')}
          maxLength={200}
          onChange={(event) => change({ industry: event.currentTarget.value })}
          value={draft.industry}
        />
        <TextInput
          label={t('identity.city')}
          maxLength={200}
          onChange={(event) => change({ city: event.currentTarget.value })}
          value={draft.city}
        />
      </FieldGrid>
      <MultiSelect
        data={AccountType.options.map((value) => ({ value, label: t(`domain:accountType.${value}`) }))}
        label={t('identity.types')}
        onChange={(values) => change({ types: values.map((value) => AccountType.parse(value)) })}
        value={draft.types}
      />
      <Textarea
        label={t('identity.typeReason')}
        maxLength={1000}
        onChange={(event) => change({ typeReason: event.currentTarget.value })}
        value={draft.typeReason}
      />
    </FormDialog>
  );
}
