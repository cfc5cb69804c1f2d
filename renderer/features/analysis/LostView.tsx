import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type LossCause,
  type LostAfterMonths,
  lostAfterMonths,
  type LostClient,
  usualLostAfter,
} from '../../../shared/domain/lostClients.ts';
import { addDays } from '../../../shared/domain/calendarDate.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { useDesk } from '../../app/desk.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { termInSentence } from '../../app/inSentence.ts';
import { goTo } from '../../app/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { joinWords } from '../../ui/joinWords.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './analysis.module.css';
import { MoreRows } from './MoreRows.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { ViewHead } from './ViewHead.tsx';

const rowsAtOnce = 50;

/** Who stopped buying, what they brought, what may have driven them away, and the next step to win them back. */
export function LostView() {
  const { t } = useTranslation(['analysis', 'common']);
  const words = useFieldWords();
  const [months, setMonths] = useState<LostAfterMonths>(usualLostAfter);
  const [limit, setLimit] = useState(rowsAtOnce);
  const { data, error, refetch } = useDesk('analysis.lost', { months, limit }, { keepPrevious: true });
  if (data === undefined) return <NoAnswer error={error} onAgain={() => void refetch()} />;
  if (!data.hasSales)
    return (
      <EmptyState
        action={
          <Button onClick={() => openDialog({ kind: 'importTable', account: null })} variant="filled">
            {t('lost.noSales.action')}
          </Button>
        }
        title={t('lost.noSales.text')}
      />
    );
  const profit = words.money(Math.round(data.profitMinor / 100) * 100, data.currency);
  return (
    <>
      <ViewHead
        answer={data.found === 0 ? null : t('lost.lead', { count: data.found, profit })}
        question={t('lost.question')}
        table={{ view: 'lost', months }}
      >
        <label className={classes.months}>
          <span>{t('lost.months')}</span>
          <Select
            allowDeselect={false}
            data={lostAfterMonths.map((one) => ({
              value: String(one),
              label: t('lost.monthsOf', { count: one }),
            }))}
            onChange={(value) => {
              setMonths(lostAfterMonths.find((one) => String(one) === value) ?? months);
              setLimit(rowsAtOnce);
            }}
            value={String(months)}
            w={140}
          />
        </label>
      </ViewHead>
      {data.found === 0 ? (
        <EmptyState calm title={t('lost.empty')} />
      ) : (
        <>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('lost.column.client')}</th>
                <th scope="col">{t('lost.column.last')}</th>
                <th className={classes.figure} scope="col">
                  {t('lost.column.profit')}
                </th>
                <th scope="col">{t('lost.column.causes')}</th>
                <th scope="col">{t('lost.column.nextStep')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <Row currency={data.currency} key={row.accountId} row={row} />
              ))}
            </tbody>
          </table>
          <MoreRows onMore={() => setLimit(limit + rowsAtOnce)} rest={data.found - data.rows.length} />
          <p className={classes.advice}>
            <strong>{t('advice')}</strong> {t('lost.means')}
          </p>
        </>
      )}
      <Dynamics data={data} />
    </>
  );
}

function Row({ row, currency }: { readonly row: LostClient; readonly currency: Currency }) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  const { accountId } = row;
  return (
    <tr>
      <td>
        <TextLink onPress={() => goTo({ at: 'dossier', accountId, tab: 'history' })} quiet strong>
          {row.name}
        </TextLink>
        {row.isArchived ? <span className={classes.under}>{t('lost.archived')}</span> : null}
      </td>
      <td className="k-nowrap">
        {words.dayWords(row.lastDeliveryOn)}
        <span className={classes.under}>{words.ago(row.lastDeliveryOn)}</span>
      </td>
      <td className={classes.figure}>
        {row.profitMinor === null ? (
          <span className={classes.quiet}>{t('lost.noRate')}</span>
        ) : (
          words.money(Math.round(row.profitMinor / 100) * 100, currency)
        )}
      </td>
      <td>
        {row.causes.length === 0 ? (
          <span className={classes.quiet}>{t('lost.cause.none')}</span>
        ) : (
          row.causes.map((cause) => <Cause cause={cause} key={cause.kind} />)
        )}
      </td>
      <td>
        {row.nextStep === '' ? (
          <TextLink onPress={() => goTo({ at: 'dossier', accountId, tab: 'overview' })}>
            {t('lost.setStep')}
          </TextLink>
        ) : (
          <>
            {row.nextStep}
            {row.nextStepOn === null ? null : (
              <span className={classes.under}>{words.dayWords(row.nextStepOn)}</span>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

function Cause({ cause }: { readonly cause: LossCause }) {
  const { t } = useTranslation(['analysis', 'domain']);
  const words = useFieldWords();
  switch (cause.kind) {
    case 'complaints':
    case 'promises':
      return <span className={classes.cause}>{t(`lost.cause.${cause.kind}`, { count: cause.count })}</span>;
    case 'tender': {
      const reasons = cause.reasons.map((reason) => t(`domain:tenderReason.${reason}`));
      return (
        <span className={classes.cause}>
          <TextLink onPress={() => goTo({ at: 'tender', tenderId: cause.tenderId })} quiet>
            {reasons.length === 0
              ? t('lost.cause.tender')
              : t('lost.cause.tenderFor', { reasons: termInSentence(joinWords(reasons)) })}
          </TextLink>
        </span>
      );
    }
    case 'forgotten':
      return (
        <span className={classes.cause}>
          {cause.days === null
            ? t('lost.cause.never')
            : t('lost.cause.forgotten', { ago: words.ago(addDays(words.today, -cause.days)) })}
        </span>
      );
  }
}

/** Losses by year: of clients, of tenders, of proposals. */
function Dynamics({ data }: { readonly data: OutputOf<'analysis.lost'> }) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  const years = [...new Set([...data.byYear, ...data.refusals].map(({ year }) => year))].toSorted(
    (one, other) => one - other,
  );
  if (years.length === 0) return null;
  const left = new Map(data.byYear.map(({ year, clients }) => [year, clients]));
  const refusals = new Map(data.refusals.map((one) => [one.year, one]));
  return (
    <section className={classes.part}>
      <SectionTitle level={3}>{t('lost.dynamics')}</SectionTitle>
      <table className={`${classes.table} ${classes.narrow}`}>
        <thead>
          <tr>
            <th scope="col">{t('lost.year')}</th>
            {(['left', 'lostTenders', 'declined'] as const).map((column) => (
              <th className={classes.figure} key={column} scope="col">
                {t(`lost.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <td>{year}</td>
              <td className={classes.figure}>{words.number(left.get(year) ?? 0)}</td>
              <td className={classes.figure}>{words.number(refusals.get(year)?.tenders ?? 0)}</td>
              <td className={classes.figure}>{words.number(refusals.get(year)?.proposals ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
