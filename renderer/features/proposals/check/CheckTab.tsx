import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding, Severity } from '../../../../shared/domain/finding.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useProposalSession } from '../../../editor/session.ts';
import { InspectorSection } from '../../../ui/Page.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import type { StateTone } from '../../../ui/StateMark.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import classes from './check.module.css';
import { runCheck, useCheckState } from './checkState.ts';
import { useFindingWords } from './findingWords.ts';
import { goToFinding } from './goToFinding.ts';

const severities: readonly Severity[] = ['stop', 'warn', 'note'];
export const toneOf: Readonly<Record<Severity, StateTone>> = { stop: 'bad', warn: 'attention', note: 'good' };

/** «Проверка»: what to put right before the proposal is sent, the gravest first, each with the way to its place. */
export function CheckTab() {
  const { t } = useTranslation('check');
  const id = useProposalSession((session) => session.proposal?.id ?? null);
  const { phase, findings, checkedAtMs } = useCheckState((state) => state);
  const time = useFieldWords().time(checkedAtMs);
  const clean = phase === 'done' && findings.length === 0;
  const stops = findings.filter(({ severity }) => severity === 'stop').length;

  return (
    <>
      <InspectorSection>
        {clean ? (
          <p className={classes.clean} role="status">
            <IconCheck size={17} stroke={1.8} aria-hidden="true" />
            {t('clean')}
          </p>
        ) : findings.length > 0 ? (
          <SectionTitle level={2}>
            {stops > 0 ? t('stops', { count: stops }) : t('title', { count: findings.length })}
          </SectionTitle>
        ) : null}
        <div className={classes.line}>
          <span role="status">
            {phase === 'failed' ? t('failed') : phase === 'done' ? t('checkedAt', { time }) : t('checking')}
          </span>
          <Button
            size="xs"
            disabled={id === null || phase === 'checking'}
            onClick={() => id !== null && void runCheck(id)}
          >
            {t('again')}
          </Button>
        </div>
      </InspectorSection>
      {severities.map((severity) => (
        <Group
          key={severity}
          severity={severity}
          findings={findings.filter((finding) => finding.severity === severity)}
        />
      ))}
    </>
  );
}

function Group({
  severity,
  findings,
}: {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}) {
  const { t } = useTranslation('check');
  const say = useFindingWords();
  const editor = useProposalSession((session) => session.editor);
  if (findings.length === 0) return null;
  return (
    <InspectorSection>
      <h3 className={classes.group}>
        <StateMark tone={toneOf[severity]}>{t(`severity.${severity}`)}</StateMark>
        <span className={classes.count}> {findings.length}</span>
      </h3>
      <ul className={classes.findings}>
        {findings.map((finding, index) => {
          const sentence = say(finding);
          return (
            <li key={`${finding.kind} ${finding.sectionId} ${finding.quote} ${index}`}>
              <p>{sentence}</p>
              {finding.quote !== '' && !sentence.includes(finding.quote) ? (
                <q className={classes.quote}>{finding.quote}</q>
              ) : null}
              {canGo(finding) ? (
                <TextLink onPress={() => editor && goToFinding(editor, finding)}>{t('toPlace')}</TextLink>
              ) : null}
            </li>
          );
        })}
      </ul>
    </InspectorSection>
  );
}

/** What the page lacks altogether has no place to go to. */
const canGo = ({ place, sectionId }: Finding): boolean => place !== 'page' || sectionId !== null;
