import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { formatAmount, currencySymbol } from '../../../shared/domain/formatMoney.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { Currency } from '../../../shared/domain/money.ts';
import { TenderDraft } from '../../../shared/domain/tender.ts';
import { planTender } from '../../../shared/domain/tenderPlan.ts';
import { ClientSelect } from '../../app/ClientSelect.tsx';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { tenderReads } from './tenderEdit.ts';
import classes from './NewTenderDialog.module.css';

/** Plans a tender: its day gives the nine months of preparation, seen before they are saved. */
export function NewTenderDialog({
  accountId: startId,
  onClose,
}: {
  readonly accountId: AccountId | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['tenders', 'domain']);
  const words = useFieldWords();
  const accounts = useDesk('accounts.list', { query: '' }).data?.rows ?? [];
  const [accountId, setAccountId] = useState<string | null>(startId);
  const [chosen, setCurrency] = useState<Currency | null>(null);
  // Until another one is chosen, the budget is in the client's currency.
  const currency = chosen ?? accounts.find(({ id }) => id === accountId)?.currency ?? 'RUB';
  const [title, setTitle] = useState('');
  const [subject, setSubject] = useState('');
  const [tenderOn, setTenderOn] = useState<string | null>(null);
  const [budgetMinor, setBudget] = useState<number | null>(null);
  const [requestNumber, setRequestNumber] = useState('');
  const [tried, setTried] = useState(false);
  const create = useDeskAction('tenders.create', {
    invalidates: tenderReads,
    success: ({ id }) => {
      onClose();
      goTo({ at: 'tender', tenderId: id });
    },
  });
  const day = tenderOn === null ? null : CalendarDate.parse(tenderOn);
  const plan = day === null ? [] : planTender(day);
  const past = plan.filter(({ dueOn }) => dueOn < words.today).length;

  const submit = () => {
    setTried(true);
    if (accountId === null || title.trim() === '' || create.isPending) return;
    const draft = TenderDraft.parse({
      accountId: AccountId.parse(accountId),
      title,
      subject: subject.trim(),
      status: past > 0 ? 'preparing' : 'expected',
      tenderOn: day,
      decidedOn: null,
      requestNumber: requestNumber.trim(),
      budgetMinor,
      ourBidMinor: null,
      currency,
      criteria: [],
      milestones: plan.map(({ key, dueOn }) => ({ key, dueOn, doneOn: null, note: '' })),
      participants: [],
      bids: [],
      reasons: [],
      reasonText: '',
      lessons: '',
    });
    create.mutate({ draft });
  };

  return (
    <FormDialog
      busy={create.isPending}
      cancel={t('create.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={620}
      submit={t('create.submit')}
      title={t('create.title')}
    >
      {startId === null ? (
        <ClientSelect
          error={tried && accountId === null ? t('create.clientRequired') : undefined}
          label={t('create.client')}
          onChange={setAccountId}
          value={accountId}
        />
      ) : null}
      <TextInput
        {...(startId === null ? {} : { 'data-autofocus': true })}
        error={tried && title.trim() === '' ? t('create.nameRequired') : undefined}
        label={t('create.name')}
        maxLength={300}
        onChange={(event) => setTitle(event.currentTarget.value)}
        placeholder={t('create.nameHint')}
        value={title}
        withAsterisk
      />
      <TextInput
        label={t('create.subject')}
        maxLength={1000}
        onChange={(event) => setSubject(event.currentTarget.value)}
        placeholder={t('create.subjectHint')}
        value={subject}
      />
      <FieldGrid>
        <DayField label={t('create.tenderOn')} onChange={setTenderOn} value={tenderOn} />
        <TextInput
          label={t('create.requestNumber')}
          maxLength={200}
          onChange={(event) => setRequestNumber(event.currentTarget.value)}
          placeholder={t('create.requestNumberHint')}
          value={requestNumber}
        />
        <AmountField
          format={(amount) => formatAmount(amount, words.language)}
          label={t('create.budget')}
          onChange={setBudget}
          suffix={currencySymbol(currency, words.language)}
          value={budgetMinor}
        />
        <Select
          allowDeselect={false}
          data={Currency.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
          label={t('create.currency')}
          onChange={(value) => setCurrency(Currency.parse(value))}
          value={currency}
        />
      </FieldGrid>
      <div className={classes.plan}>
        <p className={classes.planTitle}>{t('create.plan')}</p>
        {plan.length === 0 ? (
          <p className={classes.planText}>{t('create.planEmpty')}</p>
        ) : (
          <>
            <ol className={classes.steps}>
              {plan.map(({ key, dueOn }) => (
                <li data-past={dueOn < words.today ? true : undefined} key={key}>
                  <span>{t(`domain:milestone.${key}`)}</span>
                  <span className="k-nowrap">{words.dayWords(dueOn)}</span>
                </li>
              ))}
            </ol>
            {past === 0 ? null : <p className={classes.late}>{t('create.planLate', { count: past })}</p>}
          </>
        )}
      </div>
    </FormDialog>
  );
}
