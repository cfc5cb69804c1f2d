import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { Language } from '../../../shared/domain/language.ts';
import { ConsentUse } from '../../../shared/domain/reference.ts';
import type { Reference, ReferenceDraft } from '../../../shared/domain/reference.ts';
import { useDeskAction } from '../../app/desk.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { RoleSelect } from '../../app/RoleSelect.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

function newDraft(): ReferenceDraft {
  return {
    language: currentLanguage(),
    companyName: '',
    industry: '',
    project: '',
    result: '',
    year: null,
    refereeName: '',
    refereePosition: '',
    refereeRole: 'ceo',
    phone: '',
    email: '',
    consentFrom: null,
    consentUntil: null,
    consentFor: ['proposal', 'call'],
    usedCount: 0,
  };
}

function draftOf({ id: _id, revision: _revision, ...draft }: Reference): ReferenceDraft {
  return draft;
}

type TextKey =
  | 'companyName'
  | 'industry'
  | 'project'
  | 'result'
  | 'refereeName'
  | 'refereePosition'
  | 'phone'
  | 'email';

const dayOf = (value: string | null): CalendarDate | null => CalendarDate.nullable().catch(null).parse(value);

/** A reference: the project, its result in figures, the person who recommends and the days of the consent. */
export function ReferenceDialog({
  reference,
  onClose,
}: {
  readonly reference: Reference | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['settings', 'common', 'domain']);
  const [draft, setDraft] = useState(() => (reference === null ? newDraft() : draftOf(reference)));
  const [tried, setTried] = useState(false);
  const done = { invalidates: ['references.list', 'proposals.get'] as const, success: onClose };
  const create = useDeskAction('references.create', done);
  const save = useDeskAction('references.save', done);
  const change = (part: Partial<ReferenceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const reversed =
    draft.consentFrom !== null && draft.consentUntil !== null && draft.consentUntil < draft.consentFrom;

  const text = (key: TextKey, maxLength: number) => ({
    label: t(`settings:references.${key}`),
    maxLength,
    value: draft[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ [key]: event.currentTarget.value }),
  });
  const missing = (key: 'companyName' | 'project') =>
    tried && draft[key].trim() === '' ? t('settings:references.missing') : undefined;

  const submit = () => {
    setTried(true);
    if (draft.companyName.trim() === '' || draft.project.trim() === '' || reversed) return;
    if (reference === null) create.mutate({ draft });
    else save.mutate({ id: reference.id, baseRevision: reference.revision, draft });
  };

  return (
    <FormDialog
      busy={create.isPending || save.isPending}
      cancel={t('common:cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={640}
      submit={t('common:save')}
      title={t(reference === null ? 'settings:references.newTitle' : 'settings:references.editTitle')}
    >
      <FieldGrid>
        <TextInput data-autofocus error={missing('companyName')} {...text('companyName', 200)} />
        <TextInput {...text('industry', 200)} />
      </FieldGrid>
      <Textarea error={missing('project')} {...text('project', 1000)} />
      <Textarea {...text('result', 1000)} placeholder={t('settings:references.resultHint')} />
      <FieldGrid>
        <NumberInput
          allowDecimal={false}
          label={t('settings:references.year')}
          max={2200}
          min={1990}
          onChange={(value) => change({ year: typeof value === 'number' ? value : null })}
          thousandSeparator=""
          value={draft.year ?? ''}
        />
        <Select
          data={Language.options.map((value) => ({ value, label: t(`domain:language.${value}`) }))}
          label={t('settings:references.language')}
          onChange={(value) => change({ language: Language.catch(draft.language).parse(value) })}
          value={draft.language}
        />
        <TextInput {...text('refereeName', 200)} />
        <TextInput {...text('refereePosition', 200)} />
        <TextInput {...text('phone', 100)} />
        <TextInput {...text('email', 200)} />
        <RoleSelect
          label={t('settings:references.refereeRole')}
          onChange={(refereeRole) => change({ refereeRole })}
          value={draft.refereeRole}
        />
        <span />
        <DayField
          description={t('settings:references.consentHint')}
          label={t('settings:references.consentFrom')}
          onChange={(value) => change({ consentFrom: dayOf(value) })}
          value={draft.consentFrom}
        />
        <DayField
          error={reversed ? t('settings:references.consentReversed') : undefined}
          label={t('settings:references.consentUntil')}
          onChange={(value) => change({ consentUntil: dayOf(value) })}
          value={draft.consentUntil}
        />
      </FieldGrid>
      <MultiSelect
        data={ConsentUse.options.map((value) => ({ value, label: t(`domain:consentUse.${value}`) }))}
        description={t('settings:references.consentForHint')}
        label={t('settings:references.consentFor')}
        onChange={(values) => change({ consentFor: ConsentUse.array().parse(values) })}
        value={draft.consentFor}
      />
    </FormDialog>
  );
}
