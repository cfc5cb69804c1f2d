import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { type CutPercent, cutPercents, type SalesBasis } from '../../../shared/domain/salesAnalysis.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import classes from './analysis.module.css';
import { useFocusBack } from '../../ui/useFocusBack.ts';

/** Their keys in the texts. */
const cutKeys = { 100: 'all', 30: 'part' } as const satisfies Readonly<Record<CutPercent, string>>;

/** What the last twelve months would be without a client, or if it bought less, beside what they are. */
export function LeavingDialog({
  accountId,
  year,
  basis,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly year: number | null;
  readonly basis: SalesBasis;
  readonly onClose: () => void;
}) {
  useFocusBack();
  const { t } = useTranslation(['analysis', 'common']);
  const words = useFieldWords();
  const [cutPercent, setCut] = useState<CutPercent>(100);
  const asked = { year, basis, accountId, cutPercent };
  const { data, error } = useDesk('analysis.leaving', asked, { keepPrevious: true });
  const money = (minor: number) =>
    data?.currency == null ? '' : words.money(Math.round(minor / 100) * 100, data.currency);
  const fall = (now: number, then: number) =>
    now <= 0 || now === then
      ? ''
      : `${then < now ? '−' : '+'}${words.percent((Math.abs(now - then) / now) * 100, 1)}`;
  const share = (permille: number) => words.percent(permille / 10, 1);
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size={680}
      title={t('leaving.title', { name: data?.name ?? '' })}
    >
      {data === undefined ? (
        error === null ? (
          <RowsSkeleton height={32} rows={6} />
        ) : (
          <ErrorState {...errorWords(error)} />
        )
      ) : (
        <>
          <SegmentedControl
            aria-label={t('leaving.how')}
            data={cutPercents.map((percent) => ({
              value: String(percent),
              label: t(`leaving.cut.${cutKeys[percent]}`, { percent: words.percent(percent) }),
            }))}
            mb={12}
            onChange={(value) => setCut(cutPercents.find((one) => String(one) === value) ?? cutPercent)}
            value={String(cutPercent)}
          />
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('leaving.measure')}</th>
                <th className={classes.figure} scope="col">
                  {t('leaving.now')}
                </th>
                <th className={classes.figure} scope="col">
                  {t(`leaving.then.${cutKeys[cutPercent]}`)}
                </th>
                <th className={classes.figure} scope="col">
                  {t('leaving.change')}
                </th>
              </tr>
            </thead>
            <tbody>
              {(['revenueMinor', 'profitMinor'] as const).map((key) => (
                <tr key={key}>
                  <td>{t(key === 'revenueMinor' ? 'leaving.revenue' : 'leaving.profit')}</td>
                  <td className={classes.figure}>{money(data.now[key])}</td>
                  <td className={classes.figure}>{money(data.then[key])}</td>
                  <td className={classes.figure}>{fall(data.now[key], data.then[key])}</td>
                </tr>
              ))}
              {data.directions.map(({ direction, nowMinor, thenMinor }) => (
                <tr key={direction}>
                  <td>{t(`leaving.direction.${basis}`, { name: direction })}</td>
                  <td className={classes.figure}>{money(nowMinor)}</td>
                  <td className={classes.figure}>{money(thenMinor)}</td>
                  <td className={classes.figure}>{fall(nowMinor, thenMinor)}</td>
                </tr>
              ))}
              <tr>
                <td>{t('leaving.leader')}</td>
                <td className={classes.figure} data-wraps>
                  {data.leaderNow === '' ? '—' : `${data.leaderNow}, ${share(data.now.leaderSharePermille)}`}
                </td>
                <td className={classes.figure} data-wraps>
                  {data.leaderThen === ''
                    ? '—'
                    : `${data.leaderThen}, ${share(data.then.leaderSharePermille)}`}
                </td>
                <td className={classes.figure}>—</td>
              </tr>
              <tr>
                <td>{t('leaving.keyClients')}</td>
                <td className={classes.figure}>{share(data.now.keyClientsPermille)}</td>
                <td className={classes.figure}>{share(data.then.keyClientsPermille)}</td>
                <td className={classes.figure}>—</td>
              </tr>
            </tbody>
          </table>
          <p className={classes.advice}>
            {data.asManyAs === null
              ? t('leaving.asManyNone')
              : data.asManyAs === 0
                ? t('leaving.bringsNothing', { of: t(`sales.of.${basis}`) })
                : t('leaving.asMany', { count: data.asManyAs })}{' '}
            {cutPercent !== 100 || data.openTenders === 0
              ? null
              : t('leaving.openTenders', { count: data.openTenders })}{' '}
            {cutPercent !== 100 || data.openProposals === 0
              ? null
              : t('leaving.openProposals', { count: data.openProposals })}
          </p>
          <div className={classes.buttons}>
            <Button onClick={() => goTo({ at: 'dossier', accountId, tab: 'overview' })}>
              {t('leaving.openDossier')}
            </Button>
            <Button onClick={onClose} variant="filled">
              {t('leaving.close')}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}
