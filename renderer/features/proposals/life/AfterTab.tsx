import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconCircleDot } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../../shared/domain/followUp.ts';
import type { SentCopyId } from '../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import type { ProposalLife, SentCopy } from '../../../../shared/domain/proposalLife.ts';
import { call, notifyError, useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { useProposalSession } from '../../../editor/session.ts';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { InspectorSection } from '../../../ui/Page.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { ChangesDialog } from './ChangesDialog.tsx';
import { lifeReads } from './lifeReads.ts';
import { RhythmBand } from './RhythmBand.tsx';
import classes from './life.module.css';

/** «После отправки»: the steps of the follow-up, the rhythm, the way so far, the files that went out, the editions. */
export function AfterTab() {
  const proposal = useProposalSession((session) => session.proposal);
  return proposal === null ? null : <Life proposal={proposal} />;
}

function Life({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('life');
  const [comparing, setComparing] = useState(false);
  const life = useDesk('proposals.life', { id: proposal.id }).data;
  if (life === undefined) return null;
  return (
    <>
      <InspectorSection>
        <SectionTitle level="caption">{t('steps.title')}</SectionTitle>
        <StepList life={life} />
      </InspectorSection>
      {life.rhythm === null ? null : (
        <InspectorSection>
          <SectionTitle level="caption">{t('rhythm.title')}</SectionTitle>
          <RhythmBand rhythm={life.rhythm} />
        </InspectorSection>
      )}
      <Way life={life} />
      <InspectorSection>
        <SectionTitle level="caption" count={life.copies.length}>
          {t('copies.title')}
        </SectionTitle>
        {life.copies.length === 0 ? <p className={classes.quiet}>{t('copies.none')}</p> : null}
        {life.copies.map((copy) => (
          <Copy key={copy.id} copy={copy} />
        ))}
      </InspectorSection>
      {life.editions.length > 1 ? (
        <InspectorSection>
          <SectionTitle level="caption">{t('editions.title')}</SectionTitle>
          <Editions life={life} openId={proposal.id} />
          {proposal.edition > 1 ? (
            <Button size="xs" onClick={() => setComparing(true)}>
              {t('changes.title')}
            </Button>
          ) : null}
        </InspectorSection>
      ) : null}
      {comparing ? <ChangesDialog proposal={proposal} onClose={() => setComparing(false)} /> : null}
    </>
  );
}

function StepList({ life }: { readonly life: ProposalLife }) {
  const { t } = useTranslation(['life', 'domain']);
  const words = useFieldWords();
  const setDone = useDeskAction('followUps.setDone', { invalidates: lifeReads });
  const next = life.followUps.find(({ doneOn }) => doneOn === null);
  const title = (step: FollowUp) => (step.title === '' ? t(`domain:followUpKind.${step.kind}`) : step.title);
  return (
    <ul className={classes.steps}>
      {life.sentOn === null ? null : (
        <li data-done>
          <IconCircleCheckFilled size={18} aria-hidden="true" />
          <span>{t('steps.sent')}</span>
          <time>{words.dayWords(life.sentOn)}</time>
        </li>
      )}
      {life.followUps.map((step) => {
        const done = step.doneOn !== null;
        const Mark = done ? IconCircleCheckFilled : step === next ? IconCircleDot : IconCircle;
        return (
          <li key={step.id} data-done={done ? true : undefined} data-next={step === next ? true : undefined}>
            <button
              type="button"
              role="checkbox"
              aria-checked={done}
              aria-label={t('steps.done', { step: title(step) })}
              onClick={() => setDone.mutate({ id: step.id, doneOn: done ? null : words.today })}
            >
              <Mark size={18} stroke={1.6} aria-hidden="true" />
            </button>
            <span>{title(step)}</span>
            <time data-late={!done && step.dueOn < words.today ? true : undefined}>
              {words.dayWords(step.doneOn ?? step.dueOn)}
            </time>
          </li>
        );
      })}
    </ul>
  );
}

function Way({ life }: { readonly life: ProposalLife }) {
  const { t } = useTranslation(['life', 'domain']);
  const words = useFieldWords();
  if (life.statuses.length === 0) return null;
  return (
    <InspectorSection>
      <SectionTitle level="caption">{t('way.title')}</SectionTitle>
      <ol className={classes.way}>
        {life.statuses.map(({ status, happenedOn, reasons, note }, index) => (
          <li key={index}>
            <span>{t(`domain:proposalStatus.${status}`)}</span>
            <time>{words.dayWords(happenedOn)}</time>
            {reasons.length === 0 ? null : (
              <p>{reasons.map((reason) => t(`domain:tenderReason.${reason}`)).join(' · ')}</p>
            )}
            {note === '' ? null : <p>{note}</p>}
          </li>
        ))}
      </ol>
    </InspectorSection>
  );
}

function Copy({ copy }: { readonly copy: SentCopy }) {
  const { t } = useTranslation('life');
  const words = useFieldWords();
  const [busy, setBusy] = useState(false);
  const save = async (id: SentCopyId) => {
    setBusy(true);
    try {
      const { fileName } = await call('shell.saveSentCopy', { id });
      notifyDone(t('copies.saved', { fileName }));
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const facts = [
    words.dayWords(copy.sentOn),
    t(`send.channels.${copy.channel}`).toLocaleLowerCase(words.language),
    ...(copy.totals === null
      ? []
      : [t('copies.total', { sum: words.money(copy.totals.grossMinor, copy.totals.currency) })]),
  ];
  return (
    <article className={classes.copy}>
      <strong>{copy.fileName}</strong>
      <p>{facts.join(' · ')}</p>
      {copy.readerNames.length === 0 ? null : <p>{copy.readerNames.join(', ')}</p>}
      <p className={classes.hash} title={t('copies.hash', { hash: copy.sha256 })}>
        SHA-256 {copy.sha256.slice(0, 8)}…{copy.sha256.slice(-8)}
      </p>
      <Button size="xs" loading={busy} onClick={() => void save(copy.id)}>
        {t('copies.save')}
      </Button>
    </article>
  );
}

function Editions({ life, openId }: { readonly life: ProposalLife; readonly openId: string }) {
  const { t } = useTranslation(['life', 'domain']);
  const words = useFieldWords();
  return (
    <ul className={classes.editions}>
      {life.editions.map((edition) => (
        <li key={edition.id}>
          {edition.id === openId ? (
            <b>{t('edition', { count: edition.edition })}</b>
          ) : (
            <button type="button" onClick={() => goTo({ at: 'proposal', proposalId: edition.id })}>
              {t('edition', { count: edition.edition })}
            </button>
          )}
          <span>{t(`domain:proposalStatus.${edition.status}`)}</span>
          <time>{t('editions.until', { day: words.day(edition.validUntil) })}</time>
        </li>
      ))}
    </ul>
  );
}
