import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DealAnalysis,
  type DealCount,
  type DealFilter,
  type DealPeriod,
  mainReasonOfLosses,
} from '../../../shared/domain/dealAnalysis.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './analysis.module.css';
import { DealBars } from './DealBars.tsx';
import { DealsTable } from './DealsTable.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { PeriodSelect } from './PeriodSelect.tsx';
import { ViewHead } from './ViewHead.tsx';

const rowsAtOnce = 50;

/** Why we win and lose: by reason, competitor, industry and year, with the deals behind each figure. */
export function DealsView() {
  const { t } = useTranslation(['analysis', 'common', 'domain']);
  const [period, setPeriod] = useState<DealPeriod>('all');
  const [filter, setFilter] = useState<DealFilter | null>(null);
  const [limit, setLimit] = useState(rowsAtOnce);
  const { data, error, refetch } = useDesk(
    'analysis.deals',
    { period, filter, limit },
    { keepPrevious: true },
  );
  if (data === undefined) return <NoAnswer error={error} onAgain={() => void refetch()} />;
  const { analysis } = data;
  const isEmpty = analysis.won + analysis.lost === 0;
  if (isEmpty && period === 'all')
    return (
      <EmptyState
        action={
          <Button onClick={() => goTo({ at: 'tenders' })} variant="filled">
            {t('deals.empty.action')}
          </Button>
        }
        title={t('deals.empty.text')}
      />
    );
  const choose = (next: DealFilter | null) => {
    setFilter(next);
    setLimit(rowsAtOnce);
  };
  const reasonName = (reason: DealAnalysis['reasons'][number]['reason']) =>
    reason === null ? t('deals.noReason') : t(`domain:tenderReason.${reason}`);
  const industryName = (industry: string) => (industry === '' ? t('deals.noIndustry') : industry);
  const filterName = (of: DealFilter) => {
    if (of.by === 'reason') return reasonName(of.reason);
    return of.by === 'rival' ? of.name : industryName(of.industry);
  };
  return (
    <>
      <ViewHead
        answer={<Answer data={data} />}
        question={t('deals.question')}
        table={{ view: 'deals', period, filter }}
      >
        <PeriodSelect
          onChange={(next) => {
            setPeriod(next);
            choose(null);
          }}
          periods={['all', null, ...data.years]}
          value={period}
        />
      </ViewHead>
      {isEmpty ? (
        <EmptyState
          action={<Button onClick={() => setPeriod('all')}>{t('deals.none.action')}</Button>}
          title={t('deals.none.text')}
        />
      ) : (
        <>
          <div className={classes.halves}>
            <DealBars
              chosen={filter?.by === 'reason' ? `${filter.reason}` : null}
              onChoose={choose}
              rows={analysis.reasons.map(({ reason, ...count }) => ({
                key: `${reason}`,
                name: reasonName(reason),
                filter: { by: 'reason', reason },
                ...count,
              }))}
              title={t('deals.reasons')}
            />
            <DealBars
              chosen={filter?.by === 'rival' ? filter.name : null}
              none={t('deals.noRivals')}
              onChoose={choose}
              rows={analysis.rivals.map(({ name, gapPermille, ...count }) => ({
                key: name,
                name,
                gapPermille,
                filter: { by: 'rival', name },
                ...count,
              }))}
              title={t('deals.rivals')}
            />
            <DealBars
              chosen={filter?.by === 'industry' ? filter.industry : null}
              onChoose={choose}
              rows={analysis.industries.map(({ industry, ...count }) => ({
                key: industry,
                name: industryName(industry),
                filter: { by: 'industry', industry },
                ...count,
              }))}
              title={t('deals.industries')}
            />
            {analysis.years.length < 2 ? null : (
              <DealBars
                chosen={null}
                rows={analysis.years.map(({ year, ...count }) => ({
                  key: String(year),
                  name: String(year),
                  ...count,
                }))}
                title={t('deals.years')}
              />
            )}
          </div>
          <Advice analysis={analysis} />
          <section className={classes.part}>
            <SectionTitle count={data.found} level={3}>
              {t('deals.behind')}
            </SectionTitle>
            {filter === null ? null : (
              <div className={classes.filter}>
                <Chip onPress={() => choose(null)} pressed>
                  {filterName(filter)}
                </Chip>
              </div>
            )}
            <DealsTable
              deals={data.deals}
              onMore={() => setLimit(limit + rowsAtOnce)}
              rest={data.found - data.deals.length}
            />
          </section>
        </>
      )}
    </>
  );
}

const totalOf = ({ won, lost }: DealCount): number => won + lost;

function Answer({ data }: { readonly data: OutputOf<'analysis.deals'> }) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  const { analysis, sums, cancelled, declined } = data;
  const total = totalOf(analysis);
  if (total === 0) return null;
  const sum = (of: 'wonMinor' | 'lostMinor') =>
    sums
      .filter((one) => one[of] > 0)
      .map((one) => words.money(Math.round(one[of] / 100) * 100, one.currency))
      .join(' + ');
  const [won, lost] = [sum('wonMinor'), sum('lostMinor')];
  return (
    <span title={t('deals.what')}>
      {t('deals.lead', {
        won: words.number(analysis.won),
        total: words.number(total),
        share: words.percent((analysis.won / total) * 100, 0),
      })}{' '}
      {won === '' ? null : t('deals.wonSum', { sum: won })}{' '}
      {lost === '' ? null : t('deals.lostSum', { sum: lost })}{' '}
      {cancelled === 0 ? null : t('deals.cancelled', { count: cancelled })}{' '}
      {declined === 0 ? null : t('deals.declined', { count: declined })}
    </span>
  );
}

/** The commonest reason of losses, and how many deals have none. */
function Advice({ analysis }: { readonly analysis: DealAnalysis }) {
  const { t } = useTranslation(['analysis', 'domain']);
  const words = useFieldWords();
  const main = mainReasonOfLosses(analysis);
  const mainLost = analysis.reasons.find(({ reason }) => reason === main)?.lost ?? 0;
  const without = analysis.reasons.find(({ reason }) => reason === null);
  if (main === null && without === undefined) return null;
  return (
    <p className={classes.advice}>
      <strong>{t('advice')}</strong>{' '}
      {main === null
        ? null
        : t('deals.mainReason', {
            count: mainLost,
            lost: words.number(analysis.lost),
            reason: t(`domain:tenderReason.${main}`),
          })}{' '}
      {without === undefined ? null : t('deals.unexplained', { count: totalOf(without) })}
    </p>
  );
}
