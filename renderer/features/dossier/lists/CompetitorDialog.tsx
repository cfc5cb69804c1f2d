import { NumberInput, Select, TextInput, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CompetitorDraft, PriceLevel } from '../../../../shared/domain/competitor.ts';
import type { Competitor } from '../../../../shared/domain/competitor.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';

const aspects = ['strengths', 'weaknesses', 'tactics', 'contacts', 'infrastructure'] as const;

/** A competitor of ours at one client. `competitor` null = a new one. */
export function CompetitorDialog({
  accountId,
  competitor,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly competitor: Competitor | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const current = useDesk('competitors.list', { accountId }).data?.competitors.find(
    ({ id }) => id === competitor?.id,
  );
  const [draft, setDraft] = useState<CompetitorDraft>(
    competitor ?? {
      accountId,
      name: '',
      strengths: '',
      weaknesses: '',
      sharePercent: null,
      contacts: '',
      priceLevel: 'unknown',
      tactics: '',
      infrastructure: '',
    },
  );
  const [tried, setTried] = useState(false);
  const options = {
    invalidates: ['competitors.list', 'accounts.overview', 'accounts.list', 'offers.list'] as const,
    success: onClose,
  };
  const create = useDeskAction('competitors.create', options);
  const save = useDeskAction('competitors.save', {
    invalidates: options.invalidates,
    success: onClose,
    failure: ({ code }) => {
      if (code !== 'staleRevision') return false;
      notifications.show({
        title: t('conflict.title'),
        message: t('conflict.text'),
        color: 'red',
        autoClose: 12_000,
      });
      return true;
    },
  });
  const busy = create.isPending || save.isPending;
  const missing = draft.name.trim() === '';
  const change = (part: Partial<CompetitorDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = () => {
    setTried(true);
    if (missing || busy) return;
    const parsed = CompetitorDraft.parse(draft);
    if (competitor === null) create.mutate({ draft: parsed });
    else {
      // A first refusal brings the newer record; pressing «save» again is then a decision.
      const baseRevision = save.isError && current !== undefined ? current.revision : competitor.revision;
      save.mutate({ id: competitor.id, baseRevision, draft: parsed });
    }
  };
  return (
    <FormDialog
      busy={busy}
      cancel={t('competitor.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={620}
      submit={competitor === null ? t('competitor.saveNew') : t('competitor.save')}
      title={competitor === null ? t('competitor.titleNew') : t('competitor.titleEdit')}
    >
      <TextInput
        data-autofocus
        error={tried && missing ? t('competitor.nameRequired') : undefined}
        label={t('competitor.name')}
        maxLength={200}
        onChange={(event) => change({ name: event.currentTarget.value })}
        value={draft.name}
        withAsterisk
      />
      <FieldGrid>
        <NumberInput
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          label={t('competitor.sharePercent')}
          max={100}
          min={0}
          onChange={(value) => change({ sharePercent: typeof value === 'number' ? value : null })}
          value={draft.sharePercent ?? ''}
        />
        <Select
          data={PriceLevel.options.map((value) => ({ value, label: t(`domain:priceLevel.${value}`) }))}
          label={t('competitor.priceLevel')}
          onChange={(value) => change({ priceLevel: PriceLevel.parse(value) })}
          value={draft.priceLevel}
        />
        {aspects.map((aspect) => (
          <Textarea
            key={aspect}
            label={t(`competitor.${aspect}`)}
            maxLength={aspect === 'contacts' ? 2000 : 5000}
            onChange={(event) => change({ [aspect]: event.currentTarget.value })}
            value={draft[aspect]}
          />
        ))}
      </FieldGrid>
    </FormDialog>
  );
}
