import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '../../../shared/domain/company.ts';
import { ColleagueId } from '../../../shared/domain/ids.ts';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

function newColleague(): Colleague {
  return {
    id: ColleagueId.parse(crypto.randomUUID()),
    name: '',
    position: '',
    phone: '',
    email: '',
    responsibility: '',
    inTeamByDefault: true,
  };
}

/** One of our people. `colleague` null = a new one. */
export function ColleagueDialog({
  colleague,
  onKeep,
  onClose,
}: {
  readonly colleague: Colleague | null;
  readonly onKeep: (colleague: Colleague) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['settings', 'common']);
  const [draft, setDraft] = useState(() => colleague ?? newColleague());
  const [nameMissing, setNameMissing] = useState(false);
  const field = (key: 'position' | 'phone' | 'email' | 'responsibility', maxLength: number) => ({
    label: t(`settings:colleagues.${key}`),
    maxLength,
    value: draft[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  const submit = () => {
    const name = draft.name.trim();
    if (name === '') setNameMissing(true);
    else onKeep({ ...draft, name });
  };
  return (
    <FormDialog
      cancel={t('common:cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={t('common:save')}
      title={t(colleague === null ? 'settings:colleagues.newTitle' : 'settings:colleagues.editTitle')}
    >
      <TextInput
        data-autofocus
        error={nameMissing && draft.name.trim() === '' ? t('settings:colleagues.nameMissing') : undefined}
        label={t('settings:colleagues.name')}
        maxLength={200}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        placeholder={t('settings:colleagues.nameHint')}
        value={draft.name}
      />
      <TextInput {...field('position', 200)} />
      <FieldGrid>
        <TextInput {...field('phone', 100)} />
        <TextInput {...field('email', 200)} />
      </FieldGrid>
      <TextInput
        {...field('responsibility', 300)}
        placeholder={t('settings:colleagues.responsibilityHint')}
      />
      <Checkbox
        checked={draft.inTeamByDefault}
        label={t('settings:colleagues.inTeamByDefault')}
        onChange={(event) => setDraft({ ...draft, inTeamByDefault: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
