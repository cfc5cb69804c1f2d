import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencySymbol } from '../../../shared/domain/formatMoney.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { breadwinnerSharePermille, monoDependenceSharePermille } from '../../../shared/domain/portfolio.ts';
import { type AbcXyzCell, dependentDirections, SalesBasis } from '../../../shared/domain/salesAnalysis.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { useDesk } from '../../app/desk.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { AbcMatrix } from './AbcMatrix.tsx';
import classes from './analysis.module.css';
import { LeavingDialog } from './LeavingDialog.tsx';
import { MonoDependence } from './MonoDependence.tsx';
import { PeriodSelect } from './PeriodSelect.tsx';
import { SalesTable } from './SalesTable.tsx';
import { ShareChart } from './ShareChart.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { ViewHead } from './ViewHead.tsx';

/** Rows of the table that are read at first, and as many more at a time. */
const rowsAtOnce = 50;

/** On whom profit rests: shares with their running total, the ABC-XYZ matrix, the table behind both, dependence. */
export function SalesView() {
  const { t } = useTranslation(['analysis', 'common']);
  const words = useFieldWords();
  const [year, setYear] = useState<number | null>(null);
  const [basis, setBasis] = useState<SalesBasis>('profit');
  const [cell, setCell] = useState<AbcXyzCell | null>(null);
  const [limit, setLimit] = useState(rowsAtOnce);
  const [leaving, setLeaving] = useState<AccountId | null>(null);
  const asked = { year, basis, cell, limit };
  const { data, error, refetch } = useDesk('analysis.sales', asked, { keepPrevious: true });
  if (data === undefined) return <NoAnswer error={error} onAgain={() => void refetch()} />;
  if (data.buyers === 0 && data.leftOut === 0 && data.years.length === 0)
    return (
      <EmptyState
        action={
          <Button onClick={() => openDialog({ kind: 'importTable', account: null })} variant="filled">
            {t('sales.empty.action')}
          </Button>
        }
        title={t('sales.empty.text')}
      />
    );
  const of = t(`sales.of.${basis}`);
  const choose = (next: AbcXyzCell | null) => {
    setCell(next);
    setLimit(rowsAtOnce);
  };
  return (
    <>
      <ViewHead
        answer={data.buyers === 0 ? null : <Answer basis={basis} data={data} />}
        question={t(`sales.question.${basis}`)}
        table={{ view: 'sales', year, basis, cell }}
      >
        <SegmentedControl
          aria-label={t('sales.basis.label')}
          data={SalesBasis.options.map((value) => ({ value, label: t(`sales.basis.${value}`) }))}
          onChange={(value) => setBasis(SalesBasis.parse(value))}
          value={basis}
        />
        <PeriodSelect
          onChange={(next) => {
            setYear(next);
            choose(null);
          }}
          periods={[null, ...data.years]}
          value={year}
        />
      </ViewHead>
      {data.leftOut === 0 ? null : (
        <p className={classes.note}>
          {t('sales.leftOut', { count: data.leftOut })}{' '}
          <TextLink onPress={() => goTo({ at: 'settings', page: 'rates' })}>{t('rate')}</TextLink>
        </p>
      )}
      {data.buyers === 0 ? (
        <EmptyState
          action={
            year === null ? undefined : (
              <Button onClick={() => setYear(null)}>{t('sales.none.action')}</Button>
            )
          }
          title={t('sales.none.text')}
        />
      ) : (
        <>
          <MonoDependence
            company={data.dependence.monoDependenceOn}
            directions={dependentDirections(data.directions)}
            of={of}
            onLeaving={setLeaving}
          />
          <div className={classes.pictures}>
            <section className={classes.wide}>
              <SectionTitle level={3}>{t('sales.chart', { of })}</SectionTitle>
              <ShareChart data={data} />
            </section>
            <section>
              <SectionTitle level={3}>{t('sales.matrix', { of })}</SectionTitle>
              <AbcMatrix chosen={cell} cuts={data.cuts} matrix={data.matrix} onChoose={choose} />
            </section>
          </div>
          {cell === null ? null : (
            <div className={classes.filter}>
              <Chip onPress={() => choose(null)} pressed>
                {t('sales.onlyCell', { cell: `${cell.abc}${cell.xyz}` })}
              </Chip>
            </div>
          )}
          <SalesTable
            basis={basis}
            onLeaving={setLeaving}
            onMore={() => setLimit(limit + rowsAtOnce)}
            rest={data.found - data.rows.length}
            rows={data.rows}
            sign={data.currency === null ? '' : currencySymbol(data.currency, words.language)}
          />
          {data.fallen === null ? null : (
            <p className={classes.advice}>
              <strong>{t('advice')}</strong>{' '}
              {t('sales.fallen', {
                name: data.fallen.name,
                points: words.number(Math.abs(data.fallen.changePermille ?? 0) / 10, 1),
              })}{' '}
              <TextLink
                onPress={() =>
                  data.fallen && goTo({ at: 'dossier', accountId: data.fallen.accountId, tab: 'overview' })
                }
              >
                {t('leaving.openDossier')}
              </TextLink>
            </p>
          )}
          <Directions data={data} />
        </>
      )}
      {leaving === null ? null : (
        <LeavingDialog accountId={leaving} basis={basis} onClose={() => setLeaving(null)} year={year} />
      )}
    </>
  );
}

type Sales = OutputOf<'analysis.sales'>;

function Answer({ data, basis }: { readonly data: Sales; readonly basis: SalesBasis }) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  const share = (permille: number) => words.percent(permille / 10);
  const border = share(breadwinnerSharePermille);
  const first = data.matrix.filter(({ abc }) => abc === 'A');
  const clients = first.reduce((sum, one) => sum + one.clients, 0);
  const { breadwinners, dependence } = data;
  return (
    <>
      {t('sales.lead', {
        count: clients,
        total: words.number(data.clients),
        share: share(first.reduce((sum, one) => sum + one.sharePermille, 0)),
        of: t(`sales.of.${basis}`),
      })}{' '}
      {breadwinners.clients === 0
        ? t('sales.noBreadwinners', { border })
        : t('sales.breadwinners', {
            border,
            clients: words.number(breadwinners.clients),
            share: share(breadwinners.sharePermille),
          })}{' '}
      {dependence.keyClients === 0
        ? null
        : t(`sales.key.${dependence.keyClientsBand}`, { share: share(dependence.keyClientsPermille) })}
    </>
  );
}

/** What we sell, and who takes most of each. */
function Directions({ data }: { readonly data: Sales }) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  if (data.directions.length < 2) return null;
  const whole = data.directions.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  return (
    <section className={classes.part}>
      <SectionTitle level={3}>{t('sales.directions')}</SectionTitle>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('sales.directionColumn')}</th>
            <th className={classes.figure} scope="col">
              {t('sales.column.share')}
            </th>
            <th scope="col">{t('sales.leader')}</th>
            <th className={classes.figure} scope="col">
              {t('sales.leaderShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.directions.map((one) => (
            <tr key={one.direction}>
              <td>{one.direction}</td>
              <td className={classes.figure}>{words.number((one.valueMinor / whole) * 100, 1)}</td>
              <td>
                <TextLink
                  onPress={() => goTo({ at: 'dossier', accountId: one.leaderId, tab: 'history' })}
                  quiet
                >
                  {one.leaderName}
                </TextLink>
              </td>
              <td
                className={classes.figure}
                data-bad={one.leaderSharePermille > monoDependenceSharePermille ? true : undefined}
              >
                {words.number(one.leaderSharePermille / 10, 1)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
