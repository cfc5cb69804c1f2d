import { Button, Checkbox, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrencyRate } from '../../../../shared/domain/currencyRate.ts';
import { lineFromList } from '../../../../shared/domain/listPrice.ts';
import { priceHoldsOn, type PriceListItem } from '../../../../shared/domain/priceListItem.ts';
import type { PriceItem, PriceTable } from '../../../../shared/domain/priceTable.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { readScaled } from '../NumberField.tsx';
import { ratesOfDay } from './tableRates.ts';
import classes from './price.module.css';

const mostLines = 2000;

/** Lines from the price list with their quantities; an item whose currency has no rate says so and is not taken. */
export function PricePicker({
  table,
  rates,
  onAdd,
  onClose,
}: {
  readonly table: PriceTable;
  /** The vault's rates that hold on the proposal's day. */
  readonly rates: readonly CurrencyRate[];
  readonly onAdd: (lines: readonly PriceItem[], table: PriceTable) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['price', 'domain', 'common']);
  const words = useFieldWords();
  const [query, setQuery] = useState('');
  const { data } = useDesk('prices.search', { query: useDeferredValue(query) }, { keepPrevious: true });
  const [chosen, setChosen] = useState<ReadonlyMap<string, { item: PriceListItem; quantity: string }>>(
    new Map(),
  );
  const priced = ratesOfDay(table, rates);
  const put = (item: PriceListItem, quantity: string | null) => {
    const next = new Map(chosen);
    if (quantity === null) next.delete(item.id);
    else next.set(item.id, { item, quantity });
    setChosen(next);
  };
  const submit = () => {
    const lines = [...chosen.values()].flatMap(({ item, quantity }): PriceItem[] => {
      const quantityMilli = readScaled(quantity, 1000, 1e12) ?? 1000;
      const line = lineFromList(item, priced, { id: crypto.randomUUID(), quantityMilli });
      return line === null ? [] : [line];
    });
    if (lines.length === 0) return;
    const fit = lines.slice(0, Math.max(0, mostLines - table.items.length));
    if (fit.length < lines.length) notifyDone(t('price:pick.full'));
    onAdd(fit, priced);
    onClose();
  };
  return (
    <FormDialog
      cancel={t('common:cancel')}
      note={chosen.size === 0 ? t('price:pick.none') : null}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={760}
      submit={chosen.size === 0 ? t('common:add') : t('price:pick.submit', { count: chosen.size })}
      title={t('price:pick.title')}
    >
      {data !== undefined && data.total === 0 ? (
        <EmptyState
          action={
            <Button onClick={() => goTo({ at: 'settings', page: 'prices' })}>
              {t('price:pick.settings')}
            </Button>
          }
          title={t('price:pick.empty')}
        >
          {t('price:pick.emptyText')}
        </EmptyState>
      ) : (
        <div className={classes.picker}>
          <TextInput
            aria-label={t('price:list.search')}
            data-autofocus
            leftSection={<IconSearch size={16} stroke={1.5} />}
            onChange={(event) => setQuery(event.currentTarget.value.slice(0, 200))}
            placeholder={t('price:list.search')}
            value={query}
          />
          <div className={classes.found}>
            <table>
              <colgroup>
                <col width="44" />
                <col />
                <col width="72" />
                <col width="140" />
                <col width="96" />
              </colgroup>
              <thead>
                <tr>
                  <th>
                    <VisuallyHidden>{t('price:pick.none')}</VisuallyHidden>
                  </th>
                  <th>{t('price:list.name')}</th>
                  <th>{t('price:list.unit')}</th>
                  <th className={classes.figure}>{t('price:list.price')}</th>
                  <th className={classes.figure}>{t('price:pick.count')}</th>
                </tr>
              </thead>
              <tbody>
                {(data?.items ?? []).map((item) => {
                  const isOver = priceHoldsOn(item, words.today) === 'over';
                  const hasRate = lineFromList(item, priced, { id: 'try', quantityMilli: 1000 }) !== null;
                  const picked = chosen.get(item.id);
                  return (
                    <tr key={item.id}>
                      <td>
                        <Checkbox
                          aria-label={item.name}
                          checked={picked !== undefined}
                          disabled={!hasRate}
                          onChange={(event) => put(item, event.currentTarget.checked ? '1' : null)}
                        />
                      </td>
                      <td title={item.name}>
                        {item.name}
                        {!hasRate ? (
                          <small
                            data-bad
                            title={t('price:pick.noRate', {
                              currency: t(`domain:currency.${item.currency}`),
                            })}
                          >
                            {t('price:pick.noRate', { currency: t(`domain:currency.${item.currency}`) })}
                          </small>
                        ) : isOver && item.validUntil !== null ? (
                          <small data-bad>{t('price:pick.over', { day: words.day(item.validUntil) })}</small>
                        ) : (
                          <small>{[item.article, item.group].filter(Boolean).join(' · ')}</small>
                        )}
                      </td>
                      <td>{item.unit}</td>
                      <td className={classes.figure}>{words.money(item.priceMinor, item.currency)}</td>
                      <td>
                        {picked === undefined ? null : (
                          <TextInput
                            aria-label={t('price:pick.quantity', { name: item.name })}
                            error={readScaled(picked.quantity, 1000, 1e12) === null}
                            onChange={(event) => put(item, event.currentTarget.value)}
                            size="xs"
                            value={picked.quantity}
                          />
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          {data !== undefined && data.found > data.items.length ? (
            <p className={classes.note}>
              {t('price:list.first', { shown: data.items.length, found: data.found })}
            </p>
          ) : null}
        </div>
      )}
    </FormDialog>
  );
}
