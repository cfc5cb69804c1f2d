import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompetitorId } from '../../../shared/domain/ids.ts';
import type { Tender } from '../../../shared/domain/tender.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InPlace } from '../../ui/InPlace.tsx';
import { readAmount } from '../../ui/readAmount.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { quietly, useTenderEdit } from './tenderEdit.ts';
import classes from './TenderPage.module.css';

/** What the competitors ask, beside our price and the budget, on one scale. */
export function BidsPart({ tender }: { readonly tender: Tender }) {
  const { t } = useTranslation(['tenders', 'domain']);
  const words = useFieldWords();
  const edit = useTenderEdit(tender);
  const competitors = useDesk('competitors.list', { accountId: tender.accountId }).data?.competitors;
  if (competitors === undefined) return null;
  const others = competitors.filter(({ id }) => !tender.bids.some(({ competitorId }) => competitorId === id));
  const amounts = [
    tender.budgetMinor,
    tender.ourBidMinor,
    ...tender.bids.map(({ amountMinor }) => amountMinor),
  ];
  const largest = Math.max(1, ...amounts.map((amount) => amount ?? 0)) * 1.04;
  const add = (competitorId: CompetitorId) =>
    quietly(
      edit((draft) => ({ ...draft, bids: [...draft.bids, { competitorId, amountMinor: null, note: '' }] })),
    );
  const rows = tender.bids
    .map((bid) => ({ ...bid, name: competitors.find(({ id }) => id === bid.competitorId)?.name ?? '—' }))
    .toSorted(
      (a, b) => (a.amountMinor ?? Number.MAX_SAFE_INTEGER) - (b.amountMinor ?? Number.MAX_SAFE_INTEGER),
    );
  const money = (amount: number | null) => (amount === null ? '' : words.money(amount, tender.currency));
  const menu = (
    <Menu position="bottom-end">
      <Menu.Target>
        {rows.length === 0 ? (
          <Button leftSection={<IconPlus size={15} stroke={1.5} />} size="xs">
            {t('bids.add')}
          </Button>
        ) : (
          <ActionIcon aria-label={t('bids.add')}>
            <IconPlus size={17} stroke={1.5} />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => add(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <section className={classes.section}>
      <SectionTitle action={rows.length > 0 && others.length > 0 ? menu : undefined}>
        {t('bids.heading')}
      </SectionTitle>
      {rows.length === 0 ? (
        competitors.length === 0 ? (
          <EmptyState
            action={
              <Button
                onClick={() => goTo({ at: 'dossier', accountId: tender.accountId, tab: 'competitors' })}
                size="xs"
              >
                {t('bids.toCompetitors')}
              </Button>
            }
            calm
            title={t('bids.noCompetitors')}
          />
        ) : (
          <EmptyState action={menu} calm title={t('bids.ask')} />
        )
      ) : (
        <ul className={classes.bids}>
          <Bid
            amount={tender.ourBidMinor}
            budget={tender.budgetMinor}
            largest={largest}
            name={t('bids.us')}
            ours
          >
            <span className={classes.bidAmount}>{money(tender.ourBidMinor) || t('bids.unknown')}</span>
          </Bid>
          {rows.map((bid) => (
            <Bid
              amount={bid.amountMinor}
              budget={tender.budgetMinor}
              key={bid.competitorId}
              largest={largest}
              name={bid.name}
            >
              <span className={classes.bidAmount}>
                <InPlace
                  ask={t('bids.unknown')}
                  label={t('bids.amountFor', { name: bid.name })}
                  onSave={async (text) => {
                    const amountMinor = readAmount(text);
                    if (amountMinor === null ? text !== '' : amountMinor < 0)
                      throw new RangeError('not a price');
                    await edit((draft) => ({
                      ...draft,
                      bids: draft.bids.map((other) =>
                        other.competitorId === bid.competitorId ? { ...other, amountMinor } : other,
                      ),
                    }));
                  }}
                  value={money(bid.amountMinor)}
                />
              </span>
              <ActionIcon
                aria-label={t('bids.remove', { name: bid.name })}
                className={classes.remove}
                onClick={() =>
                  quietly(
                    edit((draft) => ({
                      ...draft,
                      bids: draft.bids.filter(({ competitorId }) => competitorId !== bid.competitorId),
                    })),
                  )
                }
                size={24}
              >
                <IconX size={15} stroke={1.5} />
              </ActionIcon>
            </Bid>
          ))}
          {tender.budgetMinor === null ? null : (
            <li className={classes.budgetNote}>
              <span aria-hidden="true" className={classes.budgetSign} />
              {`${t('bids.budget')} ${money(tender.budgetMinor)}`}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function Bid({
  name,
  amount,
  budget,
  largest,
  ours = false,
  children,
}: {
  readonly name: string;
  readonly amount: number | null;
  readonly budget: number | null;
  readonly largest: number;
  readonly ours?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <li className={classes.bid} data-ours={ours ? true : undefined}>
      <div className={classes.bidHead}>
        <span className={classes.bidName}>{name}</span>
        {children}
      </div>
      <div aria-hidden="true" className={classes.bidRail}>
        <span className={classes.bidBar} style={{ width: `${((amount ?? 0) / largest) * 100}%` }} />
        {budget === null ? null : (
          <span className={classes.bidBudget} style={{ left: `${(budget / largest) * 100}%` }} />
        )}
      </div>
    </li>
  );
}
