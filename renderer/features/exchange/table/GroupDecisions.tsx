import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type DossierImportReport, GroupChoice } from '../../../../shared/domain/dossierImport.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { DecisionList } from './DecisionList.tsx';
import classes from './ImportTable.module.css';

/** Lines of a grouped report whose sums do not tell whether they are clients or goods: the user says. */
export function GroupDecisions({
  groups,
  onChoose,
}: {
  readonly groups: DossierImportReport['groups'];
  readonly onChoose: (choices: Readonly<Record<string, GroupChoice>>) => void;
}) {
  const { t } = useTranslation('tables');
  if (groups.length === 0) return null;
  const open = groups.filter(({ choice }) => choice === null);
  return (
    <section>
      <SectionTitle level="caption">
        {t('check.groups')}
        <span className={classes.hint}>{t('check.groupsHint')}</span>
      </SectionTitle>
      <DecisionList
        line={({ name, choice }) => (
          <li key={name}>
            <span className={classes.clientName} title={name}>
              {name}
            </span>
            <StateMark tone={choice === null ? 'attention' : 'good'}>
              {t(choice === null ? 'check.groupOpen' : 'check.groupSaid')}
            </StateMark>
            <span />
            <SegmentedControl
              aria-label={t('check.groupIs', { name })}
              data={[
                // Nothing is chosen before the user has said.
                ...(choice === null ? [{ value: '', label: '?' }] : []),
                ...GroupChoice.options.map((value) => ({ value, label: t(`check.group.${value}`) })),
              ]}
              onChange={(value) => {
                const said = GroupChoice.safeParse(value);
                if (said.success) onChoose({ [name]: said.data });
              }}
              size="xs"
              value={choice ?? ''}
            />
          </li>
        )}
        lines={groups}
      />
      {open.length > 1
        ? GroupChoice.options.map((value) => (
            <Button
              key={value}
              onClick={() => onChoose(Object.fromEntries(open.map(({ name }) => [name, value])))}
              size="xs"
              variant="subtle"
            >
              {t(`check.groupAll.${value}`)}
            </Button>
          ))
        : null}
    </section>
  );
}
