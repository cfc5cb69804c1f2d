import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBookmark, IconDots, IconFileTypeDocx, IconFileTypePdf, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import { useDesk } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { savePaper } from '../../../app/saveFile.tsx';
import { HiddenWhileShowing } from '../../../app/HiddenWhileShowing.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { CrossSalePart } from './CrossSalePart.tsx';
import { GoalsPart } from './GoalsPart.tsx';
import { MeansPart } from './MeansPart.tsx';
import { usePlanEdit } from './planEdit.ts';
import type { PlanDesk } from './planEdit.ts';
import classes from './PlanTab.module.css';
import { SchemePart } from './SchemePart.tsx';
import { StepsPart } from './StepsPart.tsx';
import { KeepTemplateDialog } from './KeepTemplateDialog.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';

/** The long-term plan of a client: six steps, goals with tasks, means, who talks to whom, what else could be sold. */
export function PlanTab({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation(['dossier', 'common']);
  const view = useDesk('plans.view', { accountId: overview.account.id });
  if (view.data === undefined)
    return (
      <div className={classes.page}>
        {view.error === null ? (
          <RowsSkeleton height={48} />
        ) : (
          <ErrorState
            {...errorWords(view.error)}
            action={<Button onClick={() => void view.refetch()}>{t('common:retry')}</Button>}
          />
        )}
      </div>
    );
  return (
    <HiddenWhileShowing
      instead={
        <div className={classes.page}>
          <EmptyState title={t('hidden')} />
        </div>
      }
    >
      <Plan overview={overview} view={view.data} />
    </HiddenWhileShowing>
  );
}

function Plan({ overview, view }: { readonly overview: AccountOverview; readonly view: PlanDesk['view'] }) {
  const { t } = useTranslation('plan');
  const { language } = useFieldWords();
  const [dialog, setDialog] = useState<'templates' | 'keep' | null>(null);
  const { account } = overview;
  const change = usePlanEdit(account.id, view);
  const desk: PlanDesk = { accountId: account.id, view, change };
  const save = (as: 'docx' | 'pdf') =>
    void savePaper({ kind: 'accountPlan', accountId: account.id, language }, as, t(`exported.${as}`));
  const isEmpty = view.plan.goals.length === 0;
  const menu = (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon aria-label={t('actions')} size={28}>
          <IconDots size={17} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTemplate size={16} stroke={1.5} />}
          onClick={() => setDialog('templates')}
        >
          {t('takeTemplate')}
        </Menu.Item>
        <Menu.Item
          disabled={isEmpty}
          leftSection={<IconBookmark size={16} stroke={1.5} />}
          onClick={() => setDialog('keep')}
        >
          {t('keepTemplate')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconFileTypeDocx size={16} stroke={1.5} />} onClick={() => save('docx')}>
          {t('exportDocx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypePdf size={16} stroke={1.5} />} onClick={() => save('pdf')}>
          {t('exportPdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <div className={classes.page}>
      <StepsPart desk={desk} menu={menu} overview={overview} />
      <div className={classes.columns}>
        <GoalsPart desk={desk} onTemplates={() => setDialog('templates')} />
        <MeansPart desk={desk} />
      </div>
      <SchemePart desk={desk} />
      <CrossSalePart desk={desk} />
      {dialog === 'templates' ? (
        <TemplatesDialog
          accountId={account.id}
          onClose={() => setDialog(null)}
          revision={view.revision}
          types={account.types}
        />
      ) : null}
      {dialog === 'keep' ? (
        <KeepTemplateDialog accountId={account.id} onClose={() => setDialog(null)} startName={account.name} />
      ) : null}
    </div>
  );
}
