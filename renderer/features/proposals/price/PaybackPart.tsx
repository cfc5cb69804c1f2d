import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../../../shared/domain/formatMoney.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { payback, type PaybackPlan, type RunningCost } from '../../../../shared/domain/payback.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { InspectorSection } from '../../../ui/Page.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { NumberField } from '../NumberField.tsx';
import classes from './price.module.css';

/** Ownership cost and payback: running costs of a year now and with us, and over how many years. */
export function PaybackPart({
  plan,
  totalMinor,
  language,
  onChange,
}: {
  readonly plan: PaybackPlan;
  /** The price table's total; null = none to count from. */
  readonly totalMinor: number | null;
  readonly language: Language;
  readonly onChange: (plan: PaybackPlan) => void;
}) {
  const { t } = useTranslation(['price', 'proposals']);
  const purchase = plan.purchaseMinor ?? totalMinor;
  const { months } = payback(purchase ?? 0, plan);
  const format = (amount: number) => formatAmount(amount, language);
  const set = (at: number, part: Partial<RunningCost>) =>
    onChange({
      ...plan,
      costs: plan.costs.map((cost, index) => (index === at ? { ...cost, ...part } : cost)),
    });
  return (
    <InspectorSection>
      <SectionTitle count={plan.costs.length} level="caption">
        {t('price:payback.title')}
      </SectionTitle>
      <div className={classes.purchase}>
        <AmountField
          description={t('price:payback.purchaseHint')}
          format={format}
          label={t('price:payback.purchase')}
          onChange={(amount) =>
            onChange({ ...plan, purchaseMinor: amount === null ? null : Math.max(0, amount) })
          }
          value={plan.purchaseMinor}
          wrong={t('price:item.notNumber')}
        />
        <NumberField
          label={t('price:payback.years')}
          language={language}
          max={15}
          onChange={(years) => onChange({ ...plan, years: Math.max(1, years) })}
          scale={1}
          value={plan.years}
        />
      </div>
      {plan.costs.map((cost, at) => (
        // Costs have no identity of their own: their order is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div className={classes.cost} key={at}>
          <TextInput
            label={t('price:payback.cost')}
            maxLength={200}
            onChange={(event) => set(at, { title: event.currentTarget.value })}
            value={cost.title}
          />
          <AmountField
            format={format}
            label={t('price:payback.now')}
            onChange={(amount) => set(at, { nowMinor: Math.max(0, amount ?? 0) })}
            value={cost.nowMinor}
            wrong={t('price:item.notNumber')}
          />
          <AmountField
            format={format}
            label={t('price:payback.ours')}
            onChange={(amount) => set(at, { oursMinor: Math.max(0, amount ?? 0) })}
            value={cost.oursMinor}
            wrong={t('price:item.notNumber')}
          />
          <ActionIcon
            aria-label={t('price:payback.remove', { name: cost.title })}
            onClick={() => onChange({ ...plan, costs: plan.costs.filter((_cost, index) => index !== at) })}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      {plan.costs.length === 0 || purchase === null ? null : (
        <p className={classes.note}>
          {months === null ? t('price:payback.never') : t('price:payback.months', { count: months })}
        </p>
      )}
      {plan.costs.length < 20 ? (
        <Button
          fullWidth
          leftSection={<IconPlus size={16} stroke={1.5} />}
          onClick={() =>
            onChange({ ...plan, costs: [...plan.costs, { title: '', nowMinor: 0, oursMinor: 0 }] })
          }
          variant="default"
        >
          {t('price:payback.add')}
        </Button>
      ) : null}
    </InspectorSection>
  );
}
