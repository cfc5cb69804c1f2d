import { ActionIcon } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import type { PlanStepKey } from '../../../../shared/domain/accountPlan.ts';
import { weightyInfluence } from '../../../../shared/domain/completeness.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { goTo } from '../../../app/place.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { askFocus } from '../dossierFocus.ts';
import { EventDialog } from '../history/EventDialog.tsx';
import { answerPlace } from '../questions.ts';
import { GoalDialog } from './GoalDialog.tsx';
import { MeansDialog } from './MeansDialog.tsx';
import type { PlanDesk } from './planEdit.ts';
import { ReportsDialog } from './ReportsDialog.tsx';
import { SchemeDialog } from './SchemeDialog.tsx';
import { StepMarkDialog } from './StepMarkDialog.tsx';
import classes from './StepsPart.module.css';
import { TaskDialog } from './TaskDialog.tsx';

type Step = PlanDesk['view']['steps'][number];
type Opened =
  | { readonly kind: 'mark'; readonly step: Step }
  | { readonly kind: 'goal' | 'means' | 'line' | 'reports' | 'thanks' }
  | { readonly kind: 'task'; readonly goalId: string };

/** The six steps as a row: how each stands, why, and the one thing to do next. */
export function StepsPart({
  desk,
  overview,
  menu,
}: {
  readonly desk: PlanDesk;
  readonly overview: AccountOverview;
  readonly menu: ReactNode;
}) {
  const { t } = useTranslation('plan');
  const [opened, setOpened] = useState<Opened | null>(null);
  const { view, accountId } = desk;
  const close = () => setOpened(null);
  const act = (step: Step) => {
    switch (step.lacks) {
      case 'facts': {
        const [question] = overview.questions;
        if (question === undefined) {
          goTo({ at: 'dossier', accountId, tab: 'overview' });
          return;
        }
        const answer = answerPlace(question, accountId);
        askFocus(answer.focus);
        goTo(answer.place);
        return;
      }
      case 'goals':
        setOpened({ kind: 'goal' });
        return;
      case 'tasks': {
        const goal = view.plan.goals.find(
          ({ tasks, outcome }) => tasks.length === 0 && outcome !== 'dropped',
        );
        if (goal !== undefined) setOpened({ kind: 'task', goalId: goal.id });
        return;
      }
      case 'means':
      case 'privileges':
        setOpened({ kind: 'means' });
        return;
      case 'people':
        goTo({ at: 'dossier', accountId, tab: 'people' });
        return;
      case 'lines':
        setOpened({ kind: 'line' });
        return;
      case 'contacts':
        openDialog({ kind: 'quickEntry', accountId, text: '' });
        return;
      case 'report':
        setOpened({ kind: 'reports' });
        return;
      case 'thanks':
        setOpened({ kind: 'thanks' });
        return;
      case null:
    }
  };
  const done = view.steps.filter(({ state }) => state === 'done').length;
  return (
    <section>
      <SectionTitle action={menu} count={t('steps.done', { done, total: view.steps.length })}>
        {t('steps.title')}
      </SectionTitle>
      <ol className={classes.steps}>
        {view.steps.map((step, at) => (
          <li className={classes.step} data-state={step.state} key={step.key}>
            <span className={classes.head}>
              <span aria-hidden="true" className={classes.number}>
                {step.state === 'done' ? <IconCheck size={12} stroke={2.5} /> : at + 1}
              </span>
              <span className={classes.state}>{t(`steps.state.${step.state}`)}</span>
              <ActionIcon
                aria-label={t('steps.markOf', { step: t(`steps.name.${step.key}`) })}
                className={classes.mark ?? ''}
                onClick={() => setOpened({ kind: 'mark', step })}
                size={22}
                title={t('steps.mark')}
              >
                <IconPencil size={14} stroke={1.5} />
              </ActionIcon>
            </span>
            <h3 className={classes.name}>{t(`steps.name.${step.key}`)}</h3>
            <p className={classes.why}>
              <Why step={step} />
            </p>
            {step.lacks === null || step.state === 'done' ? null : (
              <TextLink onPress={() => act(step)}>{t(`steps.next.${step.lacks}`)}</TextLink>
            )}
          </li>
        ))}
      </ol>
      {opened?.kind === 'mark' ? <StepMarkDialog desk={desk} onClose={close} step={opened.step.key} /> : null}
      {opened?.kind === 'goal' ? <GoalDialog desk={desk} goal={null} onClose={close} /> : null}
      {opened?.kind === 'task' ? (
        <TaskDialog desk={desk} goalId={opened.goalId} onClose={close} task={null} />
      ) : null}
      {opened?.kind === 'means' ? <MeansDialog desk={desk} onClose={close} /> : null}
      {opened?.kind === 'line' ? (
        <SchemeDialog desk={desk} line={null} onClose={close} uncoveredFrom={weightyInfluence} />
      ) : null}
      {opened?.kind === 'reports' ? <ReportsDialog desk={desk} onClose={close} /> : null}
      {opened?.kind === 'thanks' ? (
        <EventDialog accountId={accountId} event={null} kind="gift" onClose={close} />
      ) : null}
    </section>
  );
}

/** Why a step stands where it stands, from the data or in the user's own words. */
function Why({ step }: { readonly step: Step }): ReactNode {
  const { t } = useTranslation('plan');
  const { key, have, need, lacks, mark } = step;
  if (mark !== null)
    return mark.note === '' ? t('steps.byHandPlain') : t('steps.byHand', { note: mark.note });
  const counts = { have, need };
  switch (key satisfies PlanStepKey) {
    case 'collect':
      return t(lacks === null ? 'steps.why.collectDone' : 'steps.why.collect', counts);
    case 'plan':
      return t('steps.why.plan', counts);
    case 'scheme':
      return t(lacks === 'people' ? 'steps.why.noPeople' : 'steps.why.scheme', counts);
    case 'record':
      return t(lacks === 'lines' || lacks === 'people' ? 'steps.why.noLines' : 'steps.why.record', counts);
    case 'inform':
      return t(lacks === null ? 'steps.why.informDone' : 'steps.why.inform');
    case 'key':
      return t('steps.why.key', counts);
  }
}
