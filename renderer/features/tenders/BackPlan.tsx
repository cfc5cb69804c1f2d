import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpenTender } from '../../../shared/domain/tender.ts';
import { addMonths, daysBetween } from '../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { MilestoneKey, Tender, TenderMilestone } from '../../../shared/domain/tender.ts';
import { planTender, preparationMonths, tenderLateness } from '../../../shared/domain/tenderPlan.ts';
import { dateLocale } from '../../app/dateLocale.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import type { FieldWords } from '../../app/fieldWords.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InPlace } from '../../ui/InPlace.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './BackPlan.module.css';
import { quietly, useTenderEdit } from './tenderEdit.ts';

type StepState = 'done' | 'late' | 'due';

/** Nine months counted back from the tender's day: a strip of time, and the steps to tick off. */
export function BackPlan({ tender }: { readonly tender: Tender }) {
  const { t } = useTranslation(['tenders', 'domain']);
  const words = useFieldWords();
  const edit = useTenderEdit(tender);
  const { tenderOn, milestones } = tender;
  const lateness = tenderLateness(tender, words.today);
  const [noting, setNoting] = useState<MilestoneKey | null>(null);
  const lateKeys = new Set(lateness.late.map(({ key }) => key));
  const stateOf = (step: TenderMilestone): StepState =>
    step.doneOn !== null ? 'done' : lateKeys.has(step.key) ? 'late' : 'due';
  const steps = milestones.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const change = (key: MilestoneKey, part: Partial<TenderMilestone>) =>
    edit((draft) => ({
      ...draft,
      milestones: draft.milestones.map((step) => (step.key === key ? { ...step, ...part } : step)),
    }));
  const plan = (day: CalendarDate) => {
    const before = milestones;
    const saving = edit((draft) => ({
      ...draft,
      milestones: planTender(day).map(({ key, dueOn }) => {
        const old = draft.milestones.find((step) => step.key === key);
        return { key, dueOn, doneOn: old?.doneOn ?? null, note: old?.note ?? '' };
      }),
    }));
    saving.then(
      () => {
        if (before.length === 0) return;
        notifyUndo(t('plan.replanned', { day: words.day(day) }), () =>
          quietly(edit((draft) => ({ ...draft, milestones: before }))),
        );
      },
      () => undefined,
    );
  };
  const moved =
    tenderOn !== null &&
    isOpenTender(tender.status) &&
    planTender(tenderOn).some(({ key, dueOn }) =>
      milestones.some((step) => step.key === key && step.dueOn !== dueOn),
    );
  const [oldest] = lateness.late;
  return (
    <section className={classes.section}>
      <SectionTitle
        action={
          moved && tenderOn !== null ? (
            <span className={classes.small}>
              <TextLink onPress={() => plan(tenderOn)}>{t('plan.replan')}</TextLink>
            </span>
          ) : undefined
        }
        {...(milestones.length === 0
          ? {}
          : {
              count: t('steps', {
                done: steps.filter(({ doneOn }) => doneOn !== null).length,
                total: steps.length,
              }),
            })}
      >
        {t('plan.heading')}
      </SectionTitle>
      {milestones.length === 0 ? (
        <EmptyState
          action={
            tenderOn === null ? undefined : (
              <Button onClick={() => plan(tenderOn)} size="xs">
                {t('plan.make')}
              </Button>
            )
          }
          calm
          title={t('plan.ask')}
        />
      ) : (
        <>
          {isOpenTender(tender.status) ? (
            <p className={oldest === undefined ? classes.verdict : classes.verdictLate}>
              {steps.every(({ doneOn }) => doneOn !== null)
                ? t('plan.allDone')
                : oldest === undefined
                  ? t('plan.onTime')
                  : t('plan.lateBy', { count: oldest.days })}
            </p>
          ) : null}
          {tenderOn === null ? null : (
            <Strip stateOf={stateOf} steps={steps} tenderOn={tenderOn} words={words} />
          )}
          <ol aria-label={t('plan.label')} className={classes.steps}>
            {steps.map((step) => {
              const name = t(`domain:milestone.${step.key}`);
              const state = stateOf(step);
              return (
                <li className={classes.step} data-state={state} key={step.key}>
                  <button
                    aria-label={t(step.doneOn === null ? 'plan.tick' : 'plan.untick', { name })}
                    aria-pressed={step.doneOn !== null}
                    className={classes.tick}
                    onClick={() =>
                      quietly(change(step.key, { doneOn: step.doneOn === null ? words.today : null }))
                    }
                    type="button"
                  >
                    {step.doneOn === null ? null : <IconCheck aria-hidden="true" size={11} stroke={2.5} />}
                  </button>
                  <div className={classes.stepBody}>
                    <p className={classes.stepHead}>
                      <span className={classes.stepName}>{name}</span>
                      {step.note === '' && noting !== step.key ? (
                        <ActionIcon
                          aria-label={`${t('plan.note')}: ${name}`}
                          className={classes.addNote}
                          onClick={() => setNoting(step.key)}
                          size={20}
                        >
                          <IconPencil size={14} stroke={1.5} />
                        </ActionIcon>
                      ) : null}
                      <span className={classes.stepDay}>
                        {step.doneOn !== null
                          ? t('plan.done', { day: words.dayWords(step.doneOn) })
                          : state === 'late'
                            ? words.late(step.dueOn)
                            : t('plan.due', { day: words.dayWords(step.dueOn) })}
                      </span>
                    </p>
                    {step.note === '' && noting !== step.key ? null : (
                      <div className={classes.stepNote}>
                        <InPlace
                          ask={t('plan.noteAsk')}
                          key={noting === step.key ? 'open' : 'closed'}
                          label={`${t('plan.note')}: ${name}`}
                          maxLength={500}
                          onClosed={() => setNoting(null)}
                          onSave={(note) => change(step.key, { note })}
                          startOpen={noting === step.key}
                          value={step.note}
                        />
                      </div>
                    )}
                  </div>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}

/** Closer than this the words over the two posts would run into each other. */
const crowdedDays = 32;

/** The nine months as a line: months below, steps as marks, today and the tender as posts. */
function Strip({
  steps,
  tenderOn,
  stateOf,
  words,
}: {
  readonly steps: readonly TenderMilestone[];
  readonly tenderOn: CalendarDate;
  readonly stateOf: (step: TenderMilestone) => StepState;
  readonly words: FieldWords;
}) {
  const { t } = useTranslation(['tenders', 'domain']);
  const from = addMonths(tenderOn, -preparationMonths);
  const to = addMonths(tenderOn, 1);
  const whole = daysBetween(from, to);
  const left = (day: CalendarDate) =>
    `${Math.max(0, Math.min(100, (daysBetween(from, day) / whole) * 100))}%`;
  const months = Array.from({ length: preparationMonths + 1 }, (_, index) => addMonths(from, index));
  const showsToday = words.today >= from && words.today <= to;
  const crowded = showsToday && Math.abs(daysBetween(words.today, tenderOn)) < crowdedDays;
  const monthName = new Intl.DateTimeFormat(dateLocale(words.language), {
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    <div aria-hidden="true" className={classes.strip}>
      <div className={classes.line} />
      {showsToday ? <div className={classes.past} style={{ width: left(words.today) }} /> : null}
      {months.map((month) => (
        <span className={classes.month} key={month} style={{ left: left(month) }}>
          {monthName.format(new Date(`${month}T00:00:00Z`)).replace('.', '')}
        </span>
      ))}
      {showsToday ? (
        <span
          className={classes.post}
          data-kind="today"
          data-side={crowded ? (words.today < tenderOn ? 'left' : 'right') : undefined}
          style={{ left: left(words.today) }}
        >
          <span>{t('plan.today')}</span>
        </span>
      ) : null}
      <span
        className={classes.post}
        data-kind="tender"
        data-side={crowded ? (words.today < tenderOn ? 'right' : 'left') : undefined}
        style={{ left: left(tenderOn) }}
      >
        <span>{t('plan.tender')}</span>
      </span>
      {steps.map((step) => (
        <span
          className={classes.mark}
          data-state={stateOf(step)}
          key={step.key}
          style={{ left: left(step.dueOn) }}
          title={`${t(`domain:milestone.${step.key}`)}, ${words.dayWords(step.dueOn)}`}
        />
      ))}
    </div>
  );
}
