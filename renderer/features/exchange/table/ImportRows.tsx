import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DossierImportReport,
  type DossierRowReport,
  type ImportKind,
  importFields,
} from '../../../../shared/domain/dossierImport.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { Chip } from '../../../ui/Chip.tsx';
import classes from './ImportTable.module.css';
import { fieldWord } from './importPlan.ts';

const filters = ['skipped', 'decision', 'new', 'changed', 'same'] as const;
type Filter = (typeof filters)[number] | 'all';

/** Rows of the file by their numbers, with what becomes of each and why. */
export function ImportRows({
  report,
  kind,
}: {
  readonly report: DossierImportReport;
  readonly kind: ImportKind;
}) {
  const { t } = useTranslation('tables');
  const words = useFieldWords();
  const own = useDesk('standards.ownFields', {}).data?.fields ?? [];
  const [filter, setFilter] = useState<Filter>('all');
  const { counts, rows } = report;
  const hasFigures = kind === 'deliveries';
  const shown = rows.filter(({ outcome }) => filter === 'all' || outcome === filter);
  const count = filter === 'all' ? Object.values(counts).reduce((sum, one) => sum + one, 0) : counts[filter];
  const because = ({ reason, field, value }: DossierRowReport): string => {
    if (reason === null) return '';
    const known = importFields[kind].find((one) => one === field);
    const ownName = own.find(({ key }) => key === field)?.label ?? '';
    const fieldName = known === undefined ? ownName : t(`fields.${fieldWord(kind, known)}`);
    return t(`reasons.${reason}`, { field: fieldName, value });
  };
  const resultOf = (row: DossierRowReport): string => {
    const result = t(`check.rowResult.${row.outcome}`);
    const reason = because(row);
    if (reason === '') return result;
    return row.outcome === 'skipped' || row.outcome === 'decision'
      ? `${result}: ${reason}`
      : t('check.without', { result, reason });
  };
  return (
    <section>
      <div aria-label={t('check.filter')} className={classes.filters} role="group">
        <Chip onPress={() => setFilter('all')} plain pressed={filter === 'all'}>
          {t('check.outcomes.all')}
        </Chip>
        {filters.map((one) =>
          counts[one] === 0 ? null : (
            <Chip
              count={words.number(counts[one])}
              key={one}
              onPress={() => setFilter(one)}
              plain
              pressed={filter === one}
            >
              {t(`check.outcomes.${one}`)}
            </Chip>
          ),
        )}
      </div>
      {shown.length === 0 ? (
        <p className={classes.quiet}>{t('check.nothing')}</p>
      ) : (
        <div className={classes.rows}>
          <table aria-label={t('check.rows')}>
            <thead>
              <tr>
                <th className={classes.number} scope="col">
                  {t('check.row')}
                </th>
                <th scope="col">{t('check.what')}</th>
                {hasFigures ? (
                  <>
                    <th className={classes.day} scope="col">
                      {t('fields.date')}
                    </th>
                    <th className={classes.sum} scope="col">
                      {t('fields.revenue')}
                    </th>
                    <th className={classes.sum} scope="col">
                      {t('fields.profit')}
                    </th>
                  </>
                ) : null}
                <th scope="col">{t('check.result')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr data-outcome={row.outcome} key={row.row}>
                  <td className={classes.number}>{row.row}</td>
                  <td title={row.name}>{row.name}</td>
                  {hasFigures ? <Figures delivery={row.delivery} /> : null}
                  <td title={resultOf(row)}>{resultOf(row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {count > shown.length ? (
        <p className={classes.quiet}>
          {t('check.shown', { shown: shown.length, count: words.number(count) })}
        </p>
      ) : null}
    </section>
  );
}

function Figures({ delivery }: Pick<DossierRowReport, 'delivery'>) {
  const words = useFieldWords();
  const money = (minor: number | undefined) =>
    delivery === null || minor === undefined ? '' : words.money(minor, delivery.currency);
  return (
    <>
      <td className={classes.day}>{delivery === null ? '' : words.day(delivery.on)}</td>
      <td className={classes.sum}>{money(delivery?.revenueMinor)}</td>
      <td className={classes.sum}>{money(delivery?.profitMinor)}</td>
    </>
  );
}
