import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentStage } from '../../../shared/domain/priceTable.ts';
import { useProposalSession } from '../../editor/session.ts';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { NumberField } from './NumberField.tsx';
import { useFocusAfterRemoval } from './useFocusAfterRemoval.ts';
import classes from './Inspector.module.css';

const wholeBp = 10_000;

/** Stages of the payment schedule; says when they do not add up to 100 %. */
export function PaymentStages({
  stages,
  onChange,
}: {
  readonly stages: readonly PaymentStage[];
  readonly onChange: (stages: readonly PaymentStage[]) => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const language = useProposalSession((session) => session.proposal?.language) ?? 'ru';
  const root = useRef<HTMLDivElement>(null);
  // The last button adds a stage.
  const noteRemoved = useFocusAfterRemoval(stages, () => [
    ...(root.current?.querySelectorAll('button') ?? []),
  ]);
  const sum = stages.reduce((total, { percentBp }) => total + percentBp, 0);
  const set = (at: number, change: Partial<PaymentStage>) =>
    onChange(stages.map((stage, index) => (index === at ? { ...stage, ...change } : stage)));
  return (
    <InspectorSection>
      <div ref={root}>
        <SectionTitle level="caption" count={stages.length}>
          {t('payments.title')}
        </SectionTitle>
        {stages.map((stage, at) => (
          // Stages have no identity of their own: their order is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <div className={classes.stage} key={at}>
            <div className={classes.pair}>
              <TextInput
                label={t('payments.stage')}
                data-page-undo
                value={stage.title}
                onChange={(event) => set(at, { title: event.currentTarget.value.slice(0, 200) })}
              />
              <NumberField
                label={t('payments.percent')}
                value={stage.percentBp}
                scale={100}
                max={wholeBp}
                language={language}
                onChange={(percentBp) => set(at, { percentBp })}
              />
            </div>
            <div className={classes.stageTerm}>
              <TextInput
                aria-label={t('payments.term')}
                data-page-undo
                placeholder={t('payments.term')}
                value={stage.term}
                onChange={(event) => set(at, { term: event.currentTarget.value.slice(0, 200) })}
              />
              <ActionIcon
                aria-label={t('payments.remove')}
                onClick={() => {
                  noteRemoved(at);
                  onChange(stages.filter((_stage, index) => index !== at));
                }}
              >
                <IconX size={16} stroke={1.5} />
              </ActionIcon>
            </div>
          </div>
        ))}
        {sum === wholeBp || stages.length === 0 ? null : (
          <p className={classes.warning}>{t('payments.sum', { percent: sum / 100 })}</p>
        )}
        <Button
          variant="default"
          fullWidth
          leftSection={<IconPlus size={16} stroke={1.5} />}
          onClick={() =>
            onChange([...stages, { title: '', term: '', percentBp: Math.max(0, wholeBp - sum) }])
          }
        >
          {t('payments.add')}
        </Button>
      </div>
    </InspectorSection>
  );
}
