import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  FieldGroup,
  FieldKind,
  isOwnField,
  ownKinds,
  StandardField,
} from '../../../../shared/domain/dossierStandard.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';

// Requisites and marks have places of their own, which take nothing else.
const openGroups = ['company', 'business', 'special', 'finance'] as const;

/** What a field is called, what to ask, what it holds, how much it counts and when it grows old. */
export function FieldDialog({
  field,
  isNew,
  onSave,
  onClose,
}: {
  readonly field: StandardField;
  readonly isNew: boolean;
  readonly onSave: (field: StandardField) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['standards', 'common']);
  const words = useStandardWords();
  const own = isOwnField(field.key);
  const [draft, setDraft] = useState(field);
  const [options, setOptions] = useState(field.options.map((option) => words.option(option)).join('\n'));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<StandardField>) => setDraft({ ...draft, ...part });
  const lines = [
    ...new Set(
      options
        .split('\n')
        .map((line) => line.trim().slice(0, 100))
        .filter((line) => line !== ''),
    ),
  ].slice(0, 30);
  const labelMissing = own && draft.label.trim() === '';
  const optionsMissing = draft.kind === 'choice' && lines.length < 2;
  const submit = () => {
    setTried(true);
    if (labelMissing || optionsMissing) return;
    // An option of the program that was left as it is keeps its key: it is said in both languages.
    const keyOf = new Map(field.options.map((option) => [words.option(option), option]));
    onSave(
      StandardField.parse({
        ...draft,
        label: draft.label.trim(),
        question: draft.question.trim(),
        options: draft.kind === 'choice' ? lines.map((line) => keyOf.get(line) ?? line) : [],
      }),
    );
  };
  return (
    <FormDialog
      cancel={t('common:cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={isNew ? t('field.add') : t('field.save')}
      title={isNew ? t('field.new') : t('field.title', { name: words.label(field) })}
    >
      <TextInput
        data-autofocus
        error={tried && labelMissing ? t('field.labelRequired') : undefined}
        label={t('field.label')}
        maxLength={80}
        onChange={(event) => change({ label: event.currentTarget.value })}
        placeholder={own ? t('field.labelHint') : words.shipped(field.key)}
        value={draft.label}
        withAsterisk={own}
      />
      <TextInput
        description={t('field.questionHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={t('field.question')}
        maxLength={200}
        onChange={(event) => change({ question: event.currentTarget.value })}
        placeholder={own ? '' : words.ask({ ...field, question: '' })}
        value={draft.question}
      />
      {own ? (
        <FieldGrid>
          <Select
            allowDeselect={false}
            data={ownKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            label={t('field.kind')}
            onChange={(kind) => change({ kind: FieldKind.parse(kind) })}
            value={draft.kind}
          />
          <Select
            allowDeselect={false}
            data={openGroups.map((group) => ({ value: group, label: t(`group.${group}`) }))}
            label={t('field.group')}
            onChange={(group) => change({ group: FieldGroup.parse(group) })}
            value={draft.group}
          />
        </FieldGrid>
      ) : null}
      {draft.kind === 'choice' ? (
        <Textarea
          autosize
          error={tried && optionsMissing ? t('field.optionsRequired') : undefined}
          label={t('field.options')}
          maxRows={10}
          minRows={3}
          onChange={(event) => setOptions(event.currentTarget.value)}
          value={options}
        />
      ) : null}
      <FieldGrid>
        <NumberInput
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          description={t('field.weightHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('column.weight')}
          max={10}
          onChange={(weight) => change({ weight: Number(weight) || 0 })}
          value={draft.weight}
        />
        <NumberInput
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          description={t('field.staleHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('field.stale')}
          max={120}
          onChange={(months) => change({ staleMonths: Number(months) || null })}
          value={draft.staleMonths ?? ''}
        />
      </FieldGrid>
      <Checkbox
        checked={draft.required}
        description={t('field.requiredHint')}
        label={t('field.required')}
        onChange={(event) => change({ required: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
