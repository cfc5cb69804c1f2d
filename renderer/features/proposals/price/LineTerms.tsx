import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../../shared/domain/formatMoney.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { largestDiscountBp, type UnderFloor } from '../../../../shared/domain/priceFloor.ts';
import type { PriceItem, PriceTable } from '../../../../shared/domain/priceTable.ts';
import type { LineStanding } from '../../../../shared/domain/priceTotals.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { GivesField } from './GivesField.tsx';
import { standAs } from '../../../../shared/domain/standAs.ts';
import classes from './price.module.css';

/** How a line stands in the total, its floor with the reason for going under it, and what the discount is given for. */
export function LineTerms({
  item,
  table,
  standing,
  under,
  language,
  onChange,
  onTable,
}: {
  readonly item: PriceItem;
  readonly table: PriceTable;
  readonly standing: LineStanding;
  readonly under: UnderFloor | null;
  readonly language: Language;
  readonly onChange: (item: PriceItem) => void;
  readonly onTable: (table: PriceTable) => void;
}) {
  const { t } = useTranslation('price');
  const words = useFieldWords();
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: table.currency }, language);
  const kind = item.isOption === true ? 'option' : item.variantSet === undefined ? 'counted' : 'variant';
  const others = table.items.filter((other) => other.id !== item.id && other.isOption !== true);
  const partner = others.find(
    (other) => item.variantSet !== undefined && other.variantSet === item.variantSet,
  );
  const largest = largestDiscountBp(item);
  return (
    <>
      <Select
        allowDeselect={false}
        data={(['counted', 'option', 'variant'] as const)
          .filter((value) => value !== 'variant' || others.length > 0)
          .map((value) => ({ value, label: t(`line.standings.${value}`) }))}
        label={t('line.standing')}
        onChange={(value) => {
          if (value === 'counted' || value === 'option') onTable(standAs(table, item.id, value, null));
          else onTable(standAs(table, item.id, 'variant', others[0]?.id ?? null));
        }}
        value={kind}
      />
      {kind === 'variant' ? (
        <Select
          allowDeselect={false}
          data={others.map((other) => ({ value: other.id, label: other.title || '—' }))}
          label={t('line.insteadOf')}
          onChange={(value) => onTable(standAs(table, item.id, 'variant', value))}
          value={partner?.id ?? null}
        />
      ) : null}
      {kind === 'variant' && standing === 'variant' ? (
        <Button onClick={() => onTable(standAs(table, item.id, 'chosen', null))} size="xs">
          {t('line.choose')}
        </Button>
      ) : null}
      {under !== null ? (
        <>
          <p className={classes.bad} role="alert">
            {t('line.under', { floor: money(under.floorMinor), price: money(under.priceMinor) })}
          </p>
          <TextInput
            description={under.hasReason ? undefined : t('line.noReason')}
            label={t('line.reason')}
            maxLength={300}
            onChange={(event) => onChange({ ...item, floorReason: event.currentTarget.value })}
            value={item.floorReason ?? ''}
          />
        </>
      ) : largest === null ? null : (
        <p className={classes.note}>{t('line.largest', { percent: words.number(largest / 100, 2) })}</p>
      )}
      {item.discountBp > 0 || (item.gives ?? []).length > 0 ? (
        <GivesField
          gives={item.gives ?? []}
          label={t('gives.title')}
          onChange={(gives) => onChange({ ...item, gives })}
        />
      ) : null}
    </>
  );
}
