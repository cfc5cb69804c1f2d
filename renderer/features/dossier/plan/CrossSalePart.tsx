import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrossSaleCell } from '../../../../shared/domain/crossSale.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { CrossSaleDialog } from './CrossSaleDialog.tsx';
import classes from './CrossSalePart.module.css';
import type { PlanDesk } from './planEdit.ts';

/** What each part of the client buys of what we sell, and where something could still be offered. */
export function CrossSalePart({ desk }: { readonly desk: PlanDesk }) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const [opened, setOpened] = useState<CrossSaleCell | null>(null);
  const { rows, directions, cells } = desk.view.crossSale;
  const under = (cell: CrossSaleCell): string => {
    const [sum] = cell.sums;
    if ((cell.state === 'bought' || cell.state === 'lapsed') && sum !== undefined)
      return words.money(Math.round(sum.amountMinor / 100) * 100, sum.currency);
    if (cell.note !== '') return cell.note;
    return cell.proposal === null ? '' : `№\u00a0${cell.proposal.number}`;
  };
  return (
    <section>
      <SectionTitle count={t('cross.hint')}>{t('cross.title')}</SectionTitle>
      {directions.length === 0 ? (
        <EmptyState
          action={
            <Button onClick={() => goTo({ at: 'settings', page: 'prices' })}>{t('cross.toPrices')}</Button>
          }
          calm
          title={t('cross.empty')}
        />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('cross.row')}</th>
                {directions.map((direction) => (
                  <th key={direction} scope="col">
                    {direction}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    <span className={classes.name}>{row.name}</span>
                    <span className={classes.note}>{t(`cross.kind.${row.kind}`)}</span>
                  </th>
                  {directions.map((direction) => {
                    const cell = cells.find((one) => one.row === row.key && one.direction === direction);
                    if (cell === undefined) return <td key={direction}>—</td>;
                    const state = t(`cross.state.${cell.state}`);
                    return (
                      <td key={direction}>
                        <button
                          aria-label={t('cross.cell', { row: row.name, direction, state })}
                          className={classes.cell}
                          data-state={cell.state}
                          onClick={() => setOpened(cell)}
                          title={cell.note}
                          type="button"
                        >
                          <span className={classes.state}>{cell.state === 'open' ? '—' : state}</span>
                          <span className={classes.under}>{under(cell)}</span>
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened === null ? null : (
        <CrossSaleDialog
          cell={opened}
          desk={desk}
          onClose={() => setOpened(null)}
          row={rows.find(({ key }) => key === opened.row)}
        />
      )}
    </section>
  );
}
