import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import { addDays } from '../../../../shared/domain/calendarDate.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PlanBar } from '../../../ui/PlanBar.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { DeliveryDialog } from '../history/DeliveryDialog.tsx';
import { OpenMatters } from './OpenMatters.tsx';
import classes from './OverviewTab.module.css';
import { QuartersChart } from './QuartersChart.tsx';

/** Proposals whose validity ends within this many days stand out. */
const expiresSoonDays = 7;
/** The rest weighs too little to steer a proposal. */
const criteriaShown = 6;

/** What happens with the client now: tender, proposals, promises, what the group judges by, quarters. */
export function NowColumn({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const { account, nextTender, openProposals, quarters } = overview;
  const topCriteria = overview.topCriteria.slice(0, criteriaShown);
  const accountId = account.id;
  const [adding, setAdding] = useState(false);
  const largest = Math.max(1, ...topCriteria.map(({ percent }) => percent));
  return (
    <>
      <section className={classes.nowPart}>
        <SectionTitle level={3}>{t('overview.nextTender')}</SectionTitle>
        {nextTender === null ? (
          <EmptyState
            action={
              <Button onClick={() => openDialog({ kind: 'newTender', accountId })} size="xs">
                {t('overview.planTender')}
              </Button>
            }
            calm
            title={t('overview.noTender')}
          />
        ) : (
          <>
            <p className={classes.nowTitle}>
              <TextLink onPress={() => goTo({ at: 'tender', tenderId: nextTender.id })} quiet>
                {nextTender.title}
              </TextLink>
            </p>
            {nextTender.tenderOn === null ? null : (
              <p className={classes.nowText}>
                {words.dayWords(nextTender.tenderOn)}, {words.ahead(nextTender.tenderOn)}
              </p>
            )}
            {nextTender.milestonesTotal === 0 ? null : (
              <p className={classes.plan}>
                <PlanBar
                  done={nextTender.milestonesDone}
                  late={nextTender.lateMilestones}
                  total={nextTender.milestonesTotal}
                />
                <span>
                  {t('overview.milestones', {
                    done: nextTender.milestonesDone,
                    total: nextTender.milestonesTotal,
                  })}
                </span>
                {nextTender.lateMilestones === 0 ? null : (
                  <span className={classes.bad}>
                    {t('overview.lateMilestones', { count: nextTender.lateMilestones })}
                  </span>
                )}
              </p>
            )}
          </>
        )}
      </section>
      <section className={classes.nowPart}>
        <SectionTitle level={3} {...(openProposals.length === 0 ? {} : { count: openProposals.length })}>
          {t('overview.openProposals')}
        </SectionTitle>
        {openProposals.length === 0 ? (
          <EmptyState
            action={
              <Button
                onClick={() => goTo({ at: 'newProposal', accountId, tenderId: nextTender?.id ?? null })}
                size="xs"
              >
                {t('header.createProposal')}
              </Button>
            }
            calm
            title={t('overview.noProposals')}
          />
        ) : (
          <ul className={classes.rows}>
            {openProposals.map((proposal) => {
              const expired = proposal.validUntil < words.today;
              const soon = proposal.validUntil <= addDays(words.today, expiresSoonDays);
              return (
                <li className={classes.proposal} key={proposal.id}>
                  <div className={classes.rowHead}>
                    <TextLink onPress={() => goTo({ at: 'proposal', proposalId: proposal.id })} quiet>
                      <span className={classes.strong}>
                        {proposal.subject === '' ? proposal.title : proposal.subject}
                      </span>
                    </TextLink>
                    {proposal.totalMinor === null ? null : (
                      <span className={`k-num k-nowrap ${classes.strong ?? ''}`}>
                        {words.money(proposal.totalMinor, Currency.catch('RUB').parse(proposal.currency))}
                      </span>
                    )}
                  </div>
                  <p className={classes.nowText}>
                    <span className="k-nowrap">{t('history.proposalSent', { number: proposal.number })}</span>
                    {`, ${t(`domain:proposalStatus.${proposal.status}`)}, `}
                    <span className={expired ? classes.bad : soon ? classes.attention : undefined}>
                      {t('overview.validUntil', { day: words.dayWords(proposal.validUntil) })}
                    </span>
                  </p>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <section className={classes.nowPart}>
        <OpenMatters accountId={accountId} />
      </section>
      <section className={classes.nowPart}>
        <SectionTitle level={3}>{t('overview.topCriteria')}</SectionTitle>
        {topCriteria.length === 0 ? (
          <EmptyState
            action={
              <Button onClick={() => goTo({ at: 'dossier', accountId, tab: 'people' })} size="xs">
                {t('overview.askPeople')}
              </Button>
            }
            calm
            title={t('overview.noCriteria')}
          />
        ) : (
          <ul className={classes.bars}>
            {topCriteria.map(({ key, percent }) => (
              <li key={key}>
                <span>{t(`domain:criterion.${key}`)}</span>
                <ShareBar part={percent / largest} text={words.percent(percent)} width="fill" />
              </li>
            ))}
          </ul>
        )}
      </section>
      {quarters.map(({ currency, sums }) => (
        <section className={classes.nowPart} key={currency}>
          <QuartersChart currency={currency} quarters={sums} />
        </section>
      ))}
      {quarters.length > 0 ? null : (
        <section className={classes.nowPart}>
          <SectionTitle level={3}>{t('overview.quarters')}</SectionTitle>
          <EmptyState
            action={
              <Button onClick={() => setAdding(true)} size="xs">
                {t('overview.addDelivery')}
              </Button>
            }
            calm
            title={t('overview.noQuarters')}
          />
        </section>
      )}
      {adding ? (
        <DeliveryDialog accountId={accountId} delivery={null} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}
