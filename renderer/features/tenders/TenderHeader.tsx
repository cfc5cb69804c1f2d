import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDots, IconFileText, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { Currency } from '../../../shared/domain/money.ts';
import { isDecided, isOpenTender, TenderStatus } from '../../../shared/domain/tender.ts';
import type { Tender } from '../../../shared/domain/tender.ts';
import { planTender } from '../../../shared/domain/tenderPlan.ts';
import { useDeskAction } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { useShowMode } from '../../app/showMode.ts';
import { InPlace } from '../../ui/InPlace.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { readAmount } from '../../ui/readAmount.ts';
import { readDay } from '../../ui/readDay.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { quietly, tenderReads, useTenderEdit } from './tenderEdit.ts';
import classes from './TenderPage.module.css';

function Measure({
  label,
  children,
  note,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <div className={classes.measure}>
      <dt>{label}</dt>
      <dd>
        {children}
        {note === undefined ? null : <span className={classes.measureNote}>{note}</span>}
      </dd>
    </div>
  );
}

/** A budget typed into a field; null for an empty text. Throws where it is no amount or below zero. */
function typedAmount(text: string): number | null {
  const amount = readAmount(text);
  if (amount === null ? text.trim() !== '' : amount < 0) throw new RangeError('not a budget');
  return amount;
}

/** Title, client, day, money and state of a tender; everything is edited where it stands. */
export function TenderHeader({
  tender,
  accountName,
}: {
  readonly tender: Tender;
  readonly accountName: string;
}) {
  const { t } = useTranslation(['tenders', 'domain']);
  const words = useFieldWords();
  const { on: showing } = useShowMode();
  const edit = useTenderEdit(tender);
  const open = isOpenTender(tender.status);
  const restore = useDeskAction('tenders.restore', {
    invalidates: tenderReads,
    success: () => goTo({ at: 'tender', tenderId: tender.id }),
  });
  const remove = useDeskAction('tenders.delete', {
    invalidates: ['tenders.list', 'accounts.overview', 'today.list'],
    success: () => {
      goTo({ at: 'dossier', accountId: tender.accountId, tab: 'tenders' });
      notifyUndo(t('page.deleted', { name: tender.title }), () => restore.mutate({ id: tender.id }));
    },
  });
  const saveDay = async (text: string) => {
    const typed = text === '' ? null : readDay(text, Number(words.today.slice(0, 4)));
    if (typed === null && text !== '') throw new RangeError('not a day');
    const tenderOn = typed === null ? null : CalendarDate.parse(typed);
    await edit((draft) => ({
      ...draft,
      tenderOn,
      // The first day gives the plan; a moved day leaves it alone: what was agreed is moved by hand.
      milestones:
        draft.milestones.length === 0 && tenderOn !== null
          ? planTender(tenderOn).map((step) => ({ ...step, doneOn: null, note: '' }))
          : draft.milestones,
    }));
  };
  const setStatus = async (status: TenderStatus) => {
    const { status: before, decidedOn, reasons } = tender;
    if (status === before) return;
    try {
      await edit((draft) => ({
        ...draft,
        status,
        decidedOn: isOpenTender(status) ? null : (draft.decidedOn ?? words.today),
        // Why a tender was lost is no reason of a victory; the next proposal would weigh it.
        reasons: isDecided(draft.status) ? [] : draft.reasons,
      }));
    } catch {
      // Said already.
      return;
    }
    // The day and the reasons of the decision go with the state: a press beside it would lose them.
    notifyUndo(t('page.statusChanged', { status: t(`domain:tenderStatus.${status}`) }), () =>
      quietly(edit((draft) => ({ ...draft, status: before, decidedOn, reasons }))),
    );
  };
  const setCurrency = async (currency: Currency) => {
    const before = tender.currency;
    if (currency === before) return;
    try {
      await edit((draft) => ({ ...draft, currency }));
    } catch {
      // Said already.
      return;
    }
    notifyUndo(t('page.currencyChanged', { currency: t(`domain:currency.${currency}`) }), () =>
      quietly(edit((draft) => ({ ...draft, currency: before }))),
    );
  };
  const gap =
    tender.budgetMinor !== null && tender.ourBidMinor !== null && tender.budgetMinor > 0
      ? (tender.ourBidMinor / tender.budgetMinor - 1) * 100
      : null;
  const statusWord = t(`domain:tenderStatus.${tender.status}`);
  const tone = tender.status === 'won' ? 'good' : tender.status === 'lost' ? 'bad' : null;
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h1 className={classes.title}>
          <InPlace
            ask={t('create.nameHint')}
            isHeading
            label={t('page.editField', { name: t('create.name') })}
            maxLength={300}
            onSave={(title) => {
              if (title === '') throw new RangeError('a tender has a name');
              return edit((draft) => ({ ...draft, title }));
            }}
            value={tender.title}
          />
        </h1>
        <div className={classes.actions}>
          <Menu position="bottom-end" width={220}>
            <Menu.Target>
              <ActionIcon aria-label={t('page.more')} size={32}>
                <IconDots size={18} stroke={1.5} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('page.currency')}</Menu.Label>
              {Currency.options.map((currency) => (
                <Menu.Item
                  data-chosen={currency === tender.currency ? true : undefined}
                  key={currency}
                  onClick={() => void setCurrency(currency)}
                >
                  {t(`domain:currency.${currency}`)}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} stroke={1.5} />}
                onClick={() => remove.mutate({ id: tender.id })}
              >
                {t('page.delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button
            leftSection={<IconFileText size={16} stroke={1.5} />}
            onClick={() => goTo({ at: 'newProposal', accountId: tender.accountId, tenderId: tender.id })}
            variant="filled"
          >
            {t('page.createProposal')}
          </Button>
        </div>
      </div>
      <div className={classes.subject}>
        <InPlace
          ask={t('page.subjectAsk')}
          label={t('page.subject')}
          maxLength={1000}
          onSave={(subject) => edit((draft) => ({ ...draft, subject }))}
          value={tender.subject}
        />
      </div>
      <dl className={classes.measures}>
        <Measure label={t('page.client')}>
          <TextLink onPress={() => goTo({ at: 'dossier', accountId: tender.accountId, tab: 'tenders' })}>
            {accountName}
          </TextLink>
        </Measure>
        {showing ? null : (
          <Measure label={t('page.status')}>
            <Menu position="bottom-start">
              <Menu.Target>
                <button
                  aria-label={`${t('page.status')}: ${statusWord}`}
                  className={classes.status}
                  type="button"
                >
                  {tone === null ? statusWord : <StateMark tone={tone}>{statusWord}</StateMark>}
                  <IconChevronDown aria-hidden="true" size={14} stroke={1.5} />
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {TenderStatus.options.map((status) => (
                  <Menu.Item
                    data-chosen={status === tender.status ? true : undefined}
                    key={status}
                    onClick={() => void setStatus(status)}
                  >
                    {t(`domain:tenderStatus.${status}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </Measure>
        )}
        <Measure
          label={t('page.day')}
          note={
            !open || tender.tenderOn === null
              ? undefined
              : tender.tenderOn < words.today
                ? words.ago(tender.tenderOn)
                : words.ahead(tender.tenderOn)
          }
        >
          <InPlace
            ask={t('page.ask')}
            label={t('page.day')}
            onSave={saveDay}
            strong
            value={tender.tenderOn === null ? '' : words.day(tender.tenderOn)}
          />
        </Measure>
        {showing ? null : (
          <>
            <Measure label={t('page.budget')}>
              <InPlace
                ask={t('page.ask')}
                label={t('page.budget')}
                onSave={async (text) => {
                  const budgetMinor = typedAmount(text);
                  await edit((draft) => ({ ...draft, budgetMinor }));
                }}
                strong
                value={tender.budgetMinor === null ? '' : words.money(tender.budgetMinor, tender.currency)}
              />
            </Measure>
            <Measure
              label={t('page.bid')}
              note={
                gap === null || Math.abs(gap) < 0.05
                  ? undefined
                  : t(gap < 0 ? 'page.belowBudget' : 'page.aboveBudget', {
                      percent: words.number(Math.abs(gap), 1),
                    })
              }
            >
              <InPlace
                ask={t('page.ask')}
                label={t('page.bid')}
                onSave={async (text) => {
                  const ourBidMinor = typedAmount(text);
                  await edit((draft) => ({ ...draft, ourBidMinor }));
                }}
                strong
                value={tender.ourBidMinor === null ? '' : words.money(tender.ourBidMinor, tender.currency)}
              />
            </Measure>
          </>
        )}
        <Measure label={t('page.request')}>
          <InPlace
            ask={t('page.ask')}
            label={t('page.request')}
            maxLength={200}
            onSave={(requestNumber) => edit((draft) => ({ ...draft, requestNumber }))}
            value={tender.requestNumber}
          />
        </Measure>
      </dl>
    </header>
  );
}
