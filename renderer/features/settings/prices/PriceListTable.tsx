import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { floorPrice, priceHoldsOn, type PriceListItem } from '../../../../shared/domain/priceListItem.ts';
import { call, invalidate, notifyError, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useVatRateWords } from '../../../app/vatRateWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import classes from './prices.module.css';

const columns = 7;

/** Items under the headings of their groups; an expired price is said in words and red. */
export function PriceListTable({
  items,
  onEdit,
}: {
  readonly items: readonly PriceListItem[];
  readonly onEdit: (item: PriceListItem) => void;
}) {
  const { t } = useTranslation(['price', 'common']);
  const words = useFieldWords();
  const rateWords = useVatRateWords();
  const remove = useDeskAction('prices.delete', {
    invalidates: ['prices.search'],
    success: (_output, { id }) =>
      notifyUndo(t('price:list.removed'), () => {
        call('prices.restore', { id }).then(() => invalidate('prices.search'), notifyError);
      }),
  });
  return (
    <table className={classes.table}>
      <colgroup>
        <col width="100" />
        <col />
        <col width="56" />
        <col width="128" />
        <col width="120" />
        <col width="68" />
        <col width="112" />
        <col width="62" />
      </colgroup>
      <thead>
        <tr>
          <th>{t('price:list.article')}</th>
          <th>{t('price:list.name')}</th>
          <th>{t('price:list.unit')}</th>
          <th className={classes.figure}>{t('price:list.price')}</th>
          <th className={classes.figure}>{t('price:list.floor')}</th>
          <th>{t('price:list.vat')}</th>
          <th>{t('price:list.until')}</th>
          <th>
            <VisuallyHidden>{t('common:edit')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, at) => {
          const floor = floorPrice(item);
          const holds = priceHoldsOn(item, words.today);
          const heads = item.group !== '' && item.group !== items[at - 1]?.group;
          return (
            <Fragment key={item.id}>
              {heads ? (
                <tr className={classes.group}>
                  <td className={classes.text} colSpan={columns + 1} title={item.group}>
                    {item.group}
                  </td>
                </tr>
              ) : null}
              <tr>
                <td className={classes.text} title={item.article}>
                  {item.article}
                </td>
                <td className={classes.name}>{item.name}</td>
                <td className={classes.text}>{item.unit}</td>
                <td className={classes.figure}>{words.money(item.priceMinor, item.currency)}</td>
                <td className={classes.figure}>{floor === null ? '—' : words.money(floor, item.currency)}</td>
                <td>{rateWords(item.vatRate)}</td>
                <td className={holds === 'over' ? classes.bad : undefined}>
                  {holds === 'over' && item.validUntil !== null
                    ? t('price:list.over', { day: words.day(item.validUntil) })
                    : holds === 'early' && item.validFrom !== null
                      ? t('price:list.early', { day: words.day(item.validFrom) })
                      : item.validUntil === null
                        ? '—'
                        : words.day(item.validUntil)}
                </td>
                <td>
                  <span className={classes.tools}>
                    <ActionIcon
                      aria-label={t('price:list.edit', { name: item.name })}
                      onClick={() => onEdit(item)}
                      title={t('common:edit')}
                    >
                      <IconPencil size={16} stroke={1.5} />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('price:list.remove', { name: item.name })}
                      onClick={() => remove.mutate({ id: item.id })}
                      title={t('common:delete')}
                    >
                      <IconTrash size={16} stroke={1.5} />
                    </ActionIcon>
                  </span>
                </td>
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
