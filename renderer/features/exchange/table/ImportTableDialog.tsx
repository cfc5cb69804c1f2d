import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ClientDecision,
  DossierImportPlan,
  DossierImportReport,
  GroupChoice,
  ImportKind,
} from '../../../../shared/domain/dossierImport.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { call, invalidate, notifyError } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { WorkBar } from '../../../ui/WorkBar.tsx';
import { ClientDecisions } from './ClientDecisions.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { GroupDecisions } from './GroupDecisions.tsx';
import { ImportRows } from './ImportRows.tsx';
import classes from './ImportTable.module.css';
import { firstPlan, lackOf, type OpenDossierTable } from './importPlan.ts';
import { SourceStep } from './SourceStep.tsx';
import { useJob } from './useJob.ts';
import { importReads, useUndoImport } from './useUndoImport.ts';

const steps = ['source', 'columns', 'check', 'done'] as const;
type Step = (typeof steps)[number];

type Done = { readonly batchId: number | null; readonly report: DossierImportReport };

/** A table into dossiers: where it comes from, which column is what, what would happen row by row, then all at once. */
export function ImportTableDialog({
  account,
  onClose,
}: {
  readonly account: { readonly id: AccountId; readonly name: string } | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('tables');
  const words = useFieldWords();
  const job = useJob();
  const [step, setStep] = useState<Step>('source');
  const [text, setText] = useState('');
  const [table, setTable] = useState<OpenDossierTable | null>(null);
  const [plan, setPlan] = useState<DossierImportPlan | null>(null);
  const [report, setReport] = useState<DossierImportReport | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [isLoading, setLoading] = useState(false);
  const undo = useUndoImport(onClose);

  const importId = table?.importId;
  useEffect(
    () => () => {
      if (importId !== undefined) call('imports.close', { importId }).catch(() => undefined);
    },
    [importId],
  );

  const take = (opened: OpenDossierTable | undefined) => {
    if (opened === undefined) return;
    setTable(opened);
    setPlan(firstPlan(opened, account?.id ?? null));
    setReport(null);
    setStep('columns');
  };
  const close = ({ importId: id }: OpenDossierTable) => call('imports.close', { importId: id });
  const openFile = async () =>
    take(await job.run((jobId) => call('shell.openDossierTable', { jobId }), close));
  const openText = async () =>
    take(await job.run((jobId) => call('imports.openText', { jobId, text }), close));
  const layOut = (sheet: number, kind: ImportKind | null) => {
    if (importId === undefined) return;
    call('imports.layOut', { importId, sheet, kind }).then(take, notifyError);
  };
  const check = async (asked: DossierImportPlan) => {
    setPlan(asked);
    setStep('check');
    const answer = await job.run((jobId) => call('imports.preview', { jobId, plan: asked }));
    if (answer !== undefined) setReport(answer);
  };
  const load = async (asked: DossierImportPlan) => {
    setLoading(true);
    const answer = await job.run(
      (jobId) => call('imports.run', { jobId, plan: asked }),
      async ({ batchId }) => {
        if (batchId !== null) await call('imports.undo', { id: batchId });
        await invalidate(...importReads);
      },
      () => notifyDone(t('work.stopped')),
    );
    setLoading(false);
    if (answer === undefined) return;
    setDone(answer);
    setStep('done');
    await invalidate(...importReads);
  };
  const decide = (key: string, decision: ClientDecision) => {
    if (plan !== null) void check({ ...plan, decisions: { ...plan.decisions, [key]: decision } });
  };
  const choose = (choices: Readonly<Record<string, GroupChoice>>) => {
    if (plan !== null) void check({ ...plan, groups: { ...plan.groups, ...choices } });
  };
  const stop = () => {
    job.stop();
    if (step === 'check' && report === null) setStep('columns');
  };

  const lack = plan === null ? null : lackOf(plan);
  const busy = job.progress !== null;
  const taken = report === null ? 0 : report.counts.new + report.counts.changed;
  const submitWords = (): string => {
    switch (step) {
      case 'source':
        return t('source.submit');
      case 'columns':
        return t('columns.next');
      case 'check':
        if (report === null) return t('check.checking');
        return taken === 0
          ? t('check.submitNone')
          : t('check.submit', { count: taken, number: words.number(taken) });
      case 'done':
        return t('close');
    }
  };
  const submit = () => {
    if (busy) return;
    if (step === 'source' && text.trim() !== '') void openText();
    else if (step === 'columns' && plan !== null && lack === null) void check(plan);
    else if (step === 'check' && plan !== null && taken > 0) void load(plan);
    else if (step === 'done') onClose();
  };
  const isReady =
    (step === 'source' && text.trim() !== '') ||
    (step === 'columns' && lack === null) ||
    (step === 'check' && taken > 0) ||
    step === 'done';
  const back = () => {
    // What is being written is stopped where it stands.
    if (isLoading) {
      stop();
      return;
    }
    job.stop();
    if (step === 'source') onClose();
    else if (step === 'done') {
      setText('');
      setTable(null);
      setPlan(null);
      setReport(null);
      setDone(null);
      setStep('source');
    } else setStep(step === 'columns' ? 'source' : 'columns');
  };
  const cancelWords = step === 'source' ? t('close') : step === 'done' ? t('done.again') : t('back');
  const needed =
    step !== 'columns' || lack === null
      ? null
      : lack === 'client'
        ? t('columns.needed.client')
        : t(`columns.needed.${lack}`);
  const name = table === null ? null : table.fileName === '' ? t('pasted') : table.fileName;
  return (
    <FormDialog
      cancel={cancelWords}
      disabled={!isReady || busy}
      note={needed}
      onCancel={back}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={980}
      submit={submitWords()}
      title={name === null ? t('title') : t('titleOf', { name })}
    >
      <ol aria-label={t('stepsLabel')} className={classes.steps}>
        {steps.map((one) => (
          <li aria-current={one === step ? 'step' : undefined} key={one}>
            {t(`steps.${one}`)}
          </li>
        ))}
      </ol>
      {step === 'source' ? (
        <SourceStep busy={busy} onFile={() => void openFile()} onText={setText} text={text} />
      ) : null}
      {step === 'columns' && table !== null && plan !== null ? (
        <ColumnsStep
          account={account}
          onLayOut={layOut}
          onPlan={(change) => setPlan({ ...plan, ...change })}
          plan={plan}
          table={table}
        />
      ) : null}
      {job.progress === null ? null : (
        <WorkBar
          label={t(`work.${job.progress.phase}`)}
          onStop={stop}
          share={job.progress.share}
          stop={t('work.stop')}
        />
      )}
      {step === 'check' && report !== null && plan !== null ? (
        // While it is written, what was decided holds.
        <div className={classes.decided} inert={isLoading}>
          {taken > 0 ? null : (
            <p aria-live="polite" className={classes.nothing}>
              {report.counts.same > 0 ? t('check.nothingNew') : t('check.nothingTaken')}
            </p>
          )}
          {plan.accountId === null ? <GroupDecisions groups={report.groups} onChoose={choose} /> : null}
          {plan.accountId === null ? <ClientDecisions onDecide={decide} report={report} /> : null}
          <ImportRows kind={plan.kind} report={report} />
        </div>
      ) : null}
      {step === 'done' && done !== null ? (
        <DoneStep
          done={done}
          onUndo={() => {
            if (done.batchId !== null) undo.mutate({ id: done.batchId });
          }}
          undoing={undo.isPending}
        />
      ) : null}
    </FormDialog>
  );
}

function DoneStep({
  done,
  onUndo,
  undoing,
}: {
  readonly done: Done;
  readonly onUndo: () => void;
  readonly undoing: boolean;
}) {
  const { t } = useTranslation('tables');
  const words = useFieldWords();
  const { counts, clientCounts } = done.report;
  if (done.batchId === null) return <p className={classes.nothing}>{t('done.nothing')}</p>;
  return (
    <div className={classes.done}>
      <p aria-live="polite">
        {t('done.counts', {
          added: words.number(counts.new),
          changed: words.number(counts.changed),
          same: words.number(counts.same),
          left: words.number(counts.skipped + counts.decision),
        })}{' '}
        {clientCounts.made === 0 ? '' : t('done.clientsMade', { count: clientCounts.made })}
      </p>
      <Button loading={undoing} onClick={onUndo}>
        {t('done.undo')}
      </Button>
      <p className={classes.quiet}>{t('done.later')}</p>
    </div>
  );
}
