import { Select, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Competitor } from '../../../../shared/domain/competitor.ts';
import { CompetitorOfferDraft, OfferOutcome } from '../../../../shared/domain/competitorOffer.ts';
import type { CompetitorOffer } from '../../../../shared/domain/competitorOffer.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useClientCurrency } from '../clientCurrency.ts';

/** An offer of a competitor. `offer` null = a new one; one read from a tender's bid is written down by saving it. */
export function OfferDialog({
  accountId,
  competitors,
  offer,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly competitors: readonly Competitor[];
  readonly offer: CompetitorOffer | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['rivalry', 'domain']);
  const words = useFieldWords();
  const usual = useClientCurrency(accountId);
  const tenders = useDesk('tenders.list', { accountId }).data?.rows ?? [];
  const [draft, setDraft] = useState<Record<keyof CompetitorOfferDraft, string | number | null>>({
    accountId,
    competitorId: offer?.competitorId ?? competitors[0]?.id ?? null,
    offeredOn: offer?.offeredOn ?? words.today,
    subject: offer?.subject ?? '',
    amountMinor: offer?.amountMinor ?? null,
    currency: offer?.currency ?? null,
    terms: offer?.terms ?? '',
    outcome: offer?.outcome ?? 'open',
    source: offer?.source ?? '',
    tenderId: offer?.tenderId ?? null,
  });
  const currency = draft.currency ?? usual;
  const [tried, setTried] = useState(false);
  const options = { invalidates: ['offers.list'] as const, success: onClose };
  const create = useDeskAction('offers.create', options);
  const save = useDeskAction('offers.save', options);
  const busy = create.isPending || save.isPending;
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const parsed = CompetitorOfferDraft.safeParse({ ...draft, currency });
  const submit = () => {
    setTried(true);
    if (!parsed.success || busy) return;
    const id = offer?.id ?? null;
    if (offer === null || id === null) create.mutate({ draft: parsed.data });
    else save.mutate({ id, baseRevision: offer.revision, draft: parsed.data });
  };
  const text = (key: keyof CompetitorOfferDraft): string => String(draft[key] ?? '');
  return (
    <FormDialog
      busy={busy}
      cancel={t('offers.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={640}
      submit={offer === null ? t('offers.create') : t('offers.save')}
      title={offer === null ? t('offers.titleNew') : t('offers.titleEdit')}
    >
      <FieldGrid>
        <Select
          allowDeselect={false}
          data={competitors.map(({ id, name }) => ({ value: id, label: name }))}
          label={t('offers.who')}
          onChange={(competitorId) => change({ competitorId })}
          value={text('competitorId')}
        />
        <DayField
          clearable={false}
          label={t('offers.day')}
          onChange={(offeredOn) => change({ offeredOn })}
          value={text('offeredOn')}
        />
      </FieldGrid>
      <TextInput
        data-autofocus
        error={tried && !parsed.success ? t('offers.required') : undefined}
        label={t('offers.subject')}
        maxLength={300}
        onChange={(event) => change({ subject: event.currentTarget.value })}
        placeholder={t('offers.subjectHint')}
        value={text('subject')}
        withAsterisk
      />
      <FieldGrid>
        <AmountField
          format={(amountMinor) => words.number(amountMinor / 100, amountMinor % 100 === 0 ? 0 : 2)}
          label={t('offers.amount')}
          onChange={(amountMinor) =>
            change({ amountMinor: amountMinor === null ? null : Math.abs(amountMinor) })
          }
          value={typeof draft.amountMinor === 'number' ? draft.amountMinor : null}
          wrong={t('offers.wrong')}
        />
        <Select
          allowDeselect={false}
          data={Currency.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
          label={t('offers.currency')}
          onChange={(chosen) => change({ currency: chosen })}
          value={String(currency)}
        />
      </FieldGrid>
      <Textarea
        autosize
        label={t('offers.terms')}
        maxLength={2000}
        minRows={2}
        onChange={(event) => change({ terms: event.currentTarget.value })}
        placeholder={t('offers.termsHint')}
        value={text('terms')}
      />
      <FieldGrid>
        <Select
          allowDeselect={false}
          data={OfferOutcome.options.map((value) => ({ value, label: t(`offers.outcome.${value}`) }))}
          label={t('offers.outcomeHead')}
          onChange={(outcome) => change({ outcome })}
          value={text('outcome')}
        />
        <TextInput
          label={t('offers.source')}
          maxLength={300}
          onChange={(event) => change({ source: event.currentTarget.value })}
          placeholder={t('offers.sourceHint')}
          value={text('source')}
        />
      </FieldGrid>
      {tenders.length === 0 ? null : (
        <Select
          clearable
          data={tenders.map(({ id, title }) => ({ value: id, label: title }))}
          label={t('offers.tender')}
          onChange={(tenderId) => change({ tenderId })}
          placeholder={t('offers.noTender')}
          value={typeof draft.tenderId === 'string' ? draft.tenderId : null}
        />
      )}
    </FormDialog>
  );
}
