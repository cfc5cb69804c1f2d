import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { isDecided, isOpenTender, TenderReason } from '../../../../shared/domain/tender.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { useDesk } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { joinWords } from '../../../ui/joinWords.ts';
import { PlanBar } from '../../../ui/PlanBar.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import classes from './lists.module.css';

/** Tenders of one client, the coming ones first, with why they were won or lost. */
export function TendersTab({ account }: { readonly account: Account }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const { on: showing } = useShowMode();
  const list = useDesk('tenders.list', { accountId: account.id });
  const add = (variant: 'default' | 'filled') => (
    <Button
      leftSection={variant === 'default' ? <IconPlus size={16} stroke={1.5} /> : undefined}
      onClick={() => openDialog({ kind: 'newTender', accountId: account.id })}
      variant={variant}
    >
      {t('tenders.add')}
    </Button>
  );
  if (list.data === undefined) {
    return (
      <div className={classes.page}>
        {list.error === null ? <RowsSkeleton height={48} /> : <ErrorState {...errorWords(list.error)} />}
      </div>
    );
  }
  const { rows } = list.data;
  if (rows.length === 0) {
    return (
      <div className={classes.page}>
        <EmptyState action={add('filled')} title={t('tenders.empty')} />
      </div>
    );
  }
  const sorted = rows.toSorted((a, b) => {
    const openFirst = Number(isOpenTender(b.status)) - Number(isOpenTender(a.status));
    if (openFirst !== 0) return openFirst;
    const order = (a.tenderOn ?? '') < (b.tenderOn ?? '') ? -1 : 1;
    return isOpenTender(a.status) ? order : -order;
  });
  const won = rows.filter(({ status }) => status === 'won').length;
  const lost = rows.filter(({ status }) => status === 'lost').length;
  const money = (amount: number | null, currency: string) =>
    amount === null ? '—' : words.money(amount, Currency.catch('RUB').parse(currency));
  return (
    <div className={classes.page}>
      <SectionTitle
        action={add('default')}
        {...(showing ? {} : { count: t('tenders.summary', { won, lost }) })}
      >
        {t('tabs.tenders')}
      </SectionTitle>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('tenders.column.title')}</th>
            <th scope="col">{t('tenders.column.day')}</th>
            <th scope="col">{t('tenders.column.status')}</th>
            <th scope="col">{t('tenders.column.plan')}</th>
            {showing ? null : (
              <>
                <th className={classes.figure} scope="col">
                  {t('tenders.column.budget')}
                </th>
                <th className={classes.figure} scope="col">
                  {t('tenders.column.bid')}
                </th>
                <th className={classes.afterFigure} scope="col">
                  {t('tenders.column.reasons')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.map((tender) => {
            const open = isOpenTender(tender.status);
            const reasons = tender.reasons.flatMap((reason) => {
              const known = TenderReason.safeParse(reason);
              return known.success ? [t(`domain:tenderReason.${known.data}`)] : [];
            });
            return (
              <tr key={tender.id} onDoubleClick={() => goTo({ at: 'tender', tenderId: tender.id })}>
                <td className={classes.wide}>
                  <TextLink onPress={() => goTo({ at: 'tender', tenderId: tender.id })} quiet strong>
                    {tender.title}
                  </TextLink>
                </td>
                <td className="k-nowrap">
                  {tender.tenderOn === null ? t('domain:noDate') : words.dayWords(tender.tenderOn)}
                  {open && tender.tenderOn !== null ? (
                    <span className={classes.under}>
                      {tender.tenderOn < words.today
                        ? words.ago(tender.tenderOn)
                        : words.ahead(tender.tenderOn)}
                    </span>
                  ) : null}
                </td>
                <td>
                  {isDecided(tender.status) ? (
                    <StateMark tone={tender.status === 'won' ? 'good' : 'bad'}>
                      {t(`domain:tenderStatus.${tender.status}`)}
                    </StateMark>
                  ) : (
                    <span className={classes.second}>{t(`domain:tenderStatus.${tender.status}`)}</span>
                  )}
                </td>
                <td className="k-nowrap">
                  {open && tender.milestonesTotal > 0 ? (
                    <>
                      <PlanBar
                        done={tender.milestonesDone}
                        late={tender.lateMilestones}
                        total={tender.milestonesTotal}
                      />
                      <span className={classes.under} data-bad={tender.lateMilestones > 0 ? true : undefined}>
                        {tender.lateMilestones > 0
                          ? t('overview.lateMilestones', { count: tender.lateMilestones })
                          : t('overview.milestones', {
                              done: tender.milestonesDone,
                              total: tender.milestonesTotal,
                            })}
                      </span>
                    </>
                  ) : (
                    <span className={classes.quiet}>—</span>
                  )}
                </td>
                {showing ? null : (
                  <>
                    <td className={classes.figure}>{money(tender.budgetMinor, tender.currency)}</td>
                    <td className={classes.figure}>{money(tender.ourBidMinor, tender.currency)}</td>
                    <td className={`${classes.wide ?? ''} ${classes.afterFigure ?? ''}`}>
                      {open ? null : reasons.length === 0 ? (
                        tender.status === 'cancelled' || tender.status === 'declined' ? null : (
                          <span className={classes.ask}>{t('tenders.noReasons')}</span>
                        )
                      ) : (
                        <span className={classes.second}>{joinWords(reasons)}</span>
                      )}
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
