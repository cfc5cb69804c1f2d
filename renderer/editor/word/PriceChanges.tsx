import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../shared/domain/formatMoney.ts';
import type { PriceTable } from '../../../shared/domain/priceTable.ts';
import { priceTotals } from '../../../shared/domain/priceTotals.ts';
import type { OtherSum } from '../../../shared/document/printedSums.ts';
import type { FieldChange, ReturnedChange } from '../../../shared/document/takeReturnedPrices.ts';
import { Warnings } from './Warnings.tsx';
import classes from './WordDialog.module.css';
import type { WordPrices } from './wordPrices.ts';

type Taken = WordPrices & { readonly kind: 'taken' };
type Words = TFunction<['word', 'price']>;

const quoted = (title: string, t: Words): string =>
  title === '' ? t('word:prices.unnamed') : t('word:prices.quoted', { title });

function fieldWords({ field, before, after }: FieldChange, t: Words): string {
  // The two texts of a standing are keys of its names.
  const said = (text: string) =>
    field === 'standing' ? t(`price:line.standings.${text as 'counted' | 'option' | 'variant'}`) : text;
  return t(`word:prices.field.${field}`, { before: said(before), after: said(after) });
}

function changeWords(change: ReturnedChange, t: Words): string {
  switch (change.kind) {
    case 'line':
      return t('word:prices.line', {
        title: quoted(change.title, t),
        fields: change.fields.map((field) => fieldWords(field, t)).join('; '),
      });
    case 'removed':
      return t('word:prices.removed', { title: quoted(change.title, t) });
    case 'added':
      return t('word:prices.added', { ...change, title: quoted(change.title, t) });
    case 'group': {
      const kind = change.before === '' ? 'groupJoined' : change.after === '' ? 'groupLeft' : 'group';
      return t(`word:prices.${kind}`, { ...change });
    }
    case 'vatRate':
    case 'totalDiscount':
      return t(`word:prices.${change.kind}`, { before: change.before, after: change.after });
    default:
      return t('word:prices.order');
  }
}

function sumWords({ kind, of, printed, computed }: OtherSum, t: Words): string {
  if (kind === 'inWords') return t('word:prices.inWords', { printed, computed });
  // A line is told by its name; a group and a total by what is printed before the sum.
  return t('word:prices.sum', { of: kind === 'line' ? quoted(of, t) : of, printed, computed });
}

const totalOf = (table: PriceTable, { language }: Taken): string =>
  formatMoney({ amountMinor: priceTotals(table).grossMinor, currency: table.currency }, language);

function OneTable({ prices }: { readonly prices: Taken }) {
  const { t } = useTranslation(['word', 'price']);
  const { before, formulas, place, taken } = prices;
  const isSame = place !== null && taken.changes.length === 0;
  const title = t(isSame || place === null ? 'word:prices.title' : 'word:prices.changed');
  const total = totalOf(taken.table, prices);
  const doubts = [
    ...formulas.map((text) => t('word:prices.formula', { text })),
    ...taken.otherSums.map((sum) => sumWords(sum, t)),
  ];
  return (
    <section aria-label={title} className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {isSame ? <p className={classes.change}>{t('word:prices.same')}</p> : null}
      {place === null ? (
        <p className={classes.change}>{t('word:prices.fresh', { count: taken.table.items.length, total })}</p>
      ) : null}
      {isSame || place === null ? null : (
        <>
          <ul className={classes.changes}>
            {taken.changes
              .map((change) => changeWords(change, t))
              .map((text, at) => (
                <li key={`${at} ${text}`}>{text}</li>
              ))}
          </ul>
          <p className={classes.change}>
            {t('word:prices.total', { before: totalOf(before, prices), after: total })}
          </p>
        </>
      )}
      {doubts.length === 0 ? null : (
        <>
          <h3 className={classes.title}>{t('word:prices.sums')}</h3>
          <Warnings texts={doubts} />
        </>
      )}
    </section>
  );
}

/** What a client changed in our price tables, before the figures are taken; and sums of the file that do not agree. */
export function PriceChanges({ all }: { readonly all: readonly Taken[] }) {
  return all.map((prices, at) => <OneTable key={prices.place ?? `new ${at}`} prices={prices} />);
}
