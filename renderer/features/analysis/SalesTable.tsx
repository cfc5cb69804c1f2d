import { ActionIcon } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { fallenSharePermille, type SalesBasis } from '../../../shared/domain/salesAnalysis.ts';
import type { NamedClient } from '../../../shared/ipc/calls/analysis.ts';
import { cellRanks } from '../../app/accountMarks.ts';
import { companyInitials } from '../../app/companyInitials.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { CellToken } from '../../ui/CellToken.tsx';
import { Initials } from '../../ui/Initials.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './analysis.module.css';
import { MoreRows } from './MoreRows.tsx';

const minorOfThousand = 100_000;
/** Below so many thousands the largest client gets a digit after the comma: a list of zeros says nothing. */
const fewThousands = 1000;

/** The clients behind the picture and the matrix, the largest first. */
export function SalesTable({
  rows,
  rest,
  basis,
  sign,
  onLeaving,
  onMore,
}: {
  readonly rows: readonly NamedClient[];
  /** How many more there are. */
  readonly rest: number;
  readonly basis: SalesBasis;
  /** Of the currency. */
  readonly sign: string;
  readonly onLeaving: (id: AccountId) => void;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation(['analysis', 'common', 'domain']);
  const words = useFieldWords();
  const value = (row: NamedClient) =>
    (basis === 'profit' ? row.profitMinor : row.revenueMinor) / minorOfThousand;
  const digits = rows.every((row) => value(row) < fewThousands) ? 1 : 0;
  const percent = (permille: number) => words.number(permille / 10, 1);
  const signed = (permille: number) =>
    `${permille > 0 ? '+' : permille < 0 ? '−' : ''}${percent(Math.abs(permille))}`;
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('sales.column.client')}</th>
            <th scope="col">{t('sales.column.cell')}</th>
            <th className={classes.figure} scope="col">
              {t(`sales.column.${basis}`, { sign })}
            </th>
            <th className={classes.figure} scope="col">
              {t('sales.column.share')}
            </th>
            <th className={classes.figure} scope="col">
              {t('sales.column.cumulative')}
            </th>
            <th className={classes.figure} scope="col">
              {t('sales.column.change')}
            </th>
            <th className={classes.figure} scope="col" title={t('sales.spreadHint')}>
              {t('sales.column.spread')}
            </th>
            <th aria-label={t('sales.whatIf')} className={classes.actionColumn} scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.accountId}>
              <td>
                <span className={classes.client}>
                  <Initials text={companyInitials(row.name)} />
                  <TextLink
                    onPress={() => goTo({ at: 'dossier', accountId: row.accountId, tab: 'overview' })}
                    quiet
                    strong
                  >
                    {row.name}
                  </TextLink>
                </span>
              </td>
              <td>
                <CellToken
                  label={t(`domain:xyzClass.${row.xyz}`)}
                  rank={cellRanks[row.abc]}
                  text={`${row.abc}${row.xyz}`}
                />
                {row.movedFrom === null ? null : (
                  <span
                    className={classes.moved}
                    title={t('sales.moved', { cell: `${row.movedFrom.abc}${row.movedFrom.xyz}` })}
                  >
                    {t('sales.movedFrom', { cell: `${row.movedFrom.abc}${row.movedFrom.xyz}` })}
                  </span>
                )}
              </td>
              <td className={classes.figure}>{words.number(value(row), digits)}</td>
              <td className={classes.figure}>{percent(row.sharePermille)}</td>
              <td className={classes.figure}>{percent(row.cumulativePermille)}</td>
              <td
                className={classes.figure}
                data-bad={(row.changePermille ?? 0) <= -fallenSharePermille ? true : undefined}
              >
                {row.changePermille === null ? '—' : signed(row.changePermille)}
              </td>
              <td className={classes.figure}>
                {row.spreadPercent === null ? '—' : words.number(row.spreadPercent / 100, 2)}
              </td>
              <td className={classes.actionColumn}>
                <ActionIcon
                  aria-label={t('sales.whatIfOf', { name: row.name })}
                  onClick={() => onLeaving(row.accountId)}
                  size={26}
                  title={t('sales.whatIf')}
                >
                  <IconUserOff size={15} stroke={1.5} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows onMore={onMore} rest={rest} />
    </>
  );
}
