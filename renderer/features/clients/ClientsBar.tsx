import { Button, Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountType } from '../../../shared/domain/account.ts';
import { type AccountsChange, deedOfAccounts, mostAtOnce } from '../../../shared/domain/bulkWork.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { typeShapes } from '../../app/accountMarks.ts';
import { invalidateAll, notifyDeed } from '../../app/bulkReads.ts';
import { notifyError, useDesk, useDeskAction } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { MergeButton } from '../../app/MergeButton.tsx';
import { saveFile } from '../../app/saveFile.tsx';
import { useStandardWords } from '../../app/standardWords.ts';
import { DayField } from '../../ui/DayField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SelectionBar, SelectionMenu } from '../../ui/SelectionBar.tsx';
import { TypeIcon } from '../../ui/TypeMark.tsx';

/** What can be done with the ticked clients, each in one step that is taken back as a whole. */
export function ClientsBar({
  ids,
  inOrder,
  onClear,
  archived,
}: {
  readonly ids: readonly AccountId[];
  /** The same as they are shown: an export follows it. */
  readonly inOrder: () => Promise<readonly AccountId[]>;
  readonly onClear: () => void;
  readonly archived: boolean;
}) {
  const { t } = useTranslation(['bulk', 'domain', 'exchange']);
  const { language, number } = useFieldWords();
  const names = useStandardWords();
  const standards = useDesk('standards.list', {}).data?.standards ?? [];
  const [asking, setAsking] = useState<'industry' | 'nextStep' | null>(null);
  const change = useDeskAction('bulk.changeAccounts', {
    success: ({ deedId, changed }, input) => {
      const { what } = input.change;
      notifyDeed(t(`done.${deedOfAccounts(input.change)}`, { count: changed }), deedId);
      setAsking(null);
      if (what === 'archive' || what === 'unarchive' || what === 'delete') onClear();
      void invalidateAll();
    },
  });
  const tooMany = ids.length > mostAtOnce;
  const run = (what: AccountsChange) => change.mutate({ ids: [...ids], change: what });
  const saveTicked = async (): Promise<void> => {
    try {
      const accountIds = [...(await inOrder())];
      await saveFile({ kind: 'table', table: 'clients', language, accountIds }, t('exchange:savedTable'));
    } catch (thrown) {
      notifyError(thrown);
    }
  };
  const quiet = { size: 'xs', variant: 'subtle', disabled: change.isPending } as const;
  return (
    <>
      <SelectionBar
        clear={t('clear')}
        count={
          tooMany
            ? t('tooMany', { count: ids.length, most: number(mostAtOnce) })
            : t('selected', { count: ids.length })
        }
        end={
          tooMany ? null : (
            <Button {...quiet} color="red" onClick={() => run({ what: 'delete' })}>
              {t('delete')}
            </Button>
          )
        }
        label={t('bar')}
        onClear={onClear}
      >
        {tooMany ? null : (
          <>
            <SelectionMenu disabled={change.isPending} label={t('type')}>
              {(['mainType', 'secondType'] as const).map((what) => [
                <Menu.Label key={what}>{t(what)}</Menu.Label>,
                ...AccountType.options.map((type) => (
                  <Menu.Item
                    key={`${what} ${type}`}
                    leftSection={<TypeIcon shape={typeShapes[type]} />}
                    onClick={() => run({ what, type })}
                  >
                    {t(`domain:accountType.${type}`)}
                  </Menu.Item>
                )),
              ])}
              <Menu.Divider />
              <Menu.Item onClick={() => run({ what: 'noTypes' })}>{t('noTypes')}</Menu.Item>
            </SelectionMenu>
            <Button {...quiet} onClick={() => setAsking('industry')}>
              {t('industry')}
            </Button>
            <SelectionMenu disabled={change.isPending} label={t('variant')}>
              {standards.map(({ standard }) => (
                <Menu.Item key={standard.id} onClick={() => run({ what: 'variant', variant: standard.id })}>
                  {names.standard(standard)}
                </Menu.Item>
              ))}
            </SelectionMenu>
            <Button {...quiet} onClick={() => setAsking('nextStep')}>
              {t('nextStep')}
            </Button>
            <Button {...quiet} onClick={() => run({ what: archived ? 'unarchive' : 'archive' })}>
              {t(archived ? 'unarchive' : 'archive')}
            </Button>
            <MergeButton disabled={change.isPending} ids={ids} of="account" />
          </>
        )}
        <Button {...quiet} onClick={() => void saveTicked()}>
          {t('excel')}
        </Button>
      </SelectionBar>
      {asking === 'industry' ? (
        <IndustryDialog busy={change.isPending} onClose={() => setAsking(null)} onSet={run} />
      ) : null}
      {asking === 'nextStep' ? (
        <NextStepDialog busy={change.isPending} onClose={() => setAsking(null)} onSet={run} />
      ) : null}
    </>
  );
}

type AskProps = {
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSet: (change: AccountsChange) => void;
};

function IndustryDialog({ busy, onClose, onSet }: AskProps) {
  const { t } = useTranslation('bulk');
  const [industry, setIndustry] = useState('');
  return (
    <FormDialog
      busy={busy}
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={() => onSet({ what: 'industry', industry: industry.trim() })}
      opened
      size={440}
      submit={t('apply')}
      title={t('industryTitle')}
    >
      <TextInput
        data-autofocus
        label={t('field.industry')}
        maxLength={200}
        onChange={(event) => setIndustry(event.currentTarget.value)}
        value={industry}
      />
    </FormDialog>
  );
}

function NextStepDialog({ busy, onClose, onSet }: AskProps) {
  const { t } = useTranslation('bulk');
  const [nextStep, setNextStep] = useState('');
  const [on, setOn] = useState<CalendarDate | null>(null);
  return (
    <FormDialog
      busy={busy}
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={() => onSet({ what: 'nextStep', nextStep: nextStep.trim(), nextStepOn: on })}
      opened
      size={440}
      submit={t('apply')}
      title={t('nextStepTitle')}
    >
      <TextInput
        data-autofocus
        label={t('field.nextStep')}
        maxLength={300}
        onChange={(event) => setNextStep(event.currentTarget.value)}
        value={nextStep}
      />
      <DayField
        label={t('nextStepOn')}
        onChange={(day) => setOn(day === null ? null : CalendarDate.parse(day))}
        value={on}
      />
    </FormDialog>
  );
}
