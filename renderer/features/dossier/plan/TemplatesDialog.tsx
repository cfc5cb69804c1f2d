import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountType } from '../../../../shared/domain/account.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import type { PlanTemplate } from '../../../../shared/domain/planTemplate.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import classes from './dialogs.module.css';
import { planReads } from './planEdit.ts';
import { useFocusBack } from '../../../ui/useFocusBack.ts';

/** Templates of plans, those that fit the client first; taking one is taken back by one press. */
export function TemplatesDialog({
  accountId,
  revision,
  types,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly revision: number;
  readonly types: readonly AccountType[];
  readonly onClose: () => void;
}) {
  useFocusBack();
  const { t } = useTranslation(['plan', 'common']);
  const { language } = useFieldWords();
  const list = useDesk('plans.templates', { language });
  const takeBack = useDeskAction('plans.save', { invalidates: planReads });
  const apply = useDeskAction('plans.applyTemplate', {
    invalidates: planReads,
    success: ({ revision: made, before }, { templateId }) => {
      const name = list.data?.templates.find(({ id }) => id === templateId)?.name ?? '';
      onClose();
      notifyUndo(t('templates.applied', { name }), () =>
        takeBack.mutate({ accountId, baseRevision: made, plan: before }),
      );
    },
  });
  const restore = useDeskAction('plans.restoreTemplate', { invalidates: ['plans.templates'] });
  const remove = useDeskAction('plans.deleteTemplate', { invalidates: ['plans.templates'] });
  const deleteTemplate = ({ id, name }: PlanTemplate) =>
    remove.mutate(
      { id },
      { onSuccess: () => notifyUndo(t('templates.deleted', { name }), () => restore.mutate({ id })) },
    );
  const fits = (template: PlanTemplate) => template.fits.some((fit) => types.some((type) => type === fit));
  const templates = (list.data?.templates ?? []).toSorted(
    (a, b) => Number(b.own) - Number(a.own) || Number(fits(b)) - Number(fits(a)),
  );
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size={680}
      title={t('templates.title')}
    >
      <p className={classes.lead}>{t('templates.lead')}</p>
      {list.data === undefined ? (
        list.error === null ? (
          <RowsSkeleton height={64} rows={4} />
        ) : (
          <ErrorState {...errorWords(list.error)} />
        )
      ) : (
        <ul className={classes.templates}>
          {templates.map((template) => {
            const { id, name, about, goals, scheme, own } = template;
            const tasks = goals.reduce((sum, goal) => sum + goal.tasks.length, 0);
            return (
              <li className={classes.template} key={id}>
                <h3 className={classes.templateName}>
                  {name}
                  {own ? <span className={classes.own}>{t('templates.own')}</span> : null}
                  {fits(template) ? <span className={classes.fits}>{t('templates.fits')}</span> : null}
                </h3>
                {about === '' ? null : <p className={classes.about}>{about}</p>}
                <p className={classes.counts}>
                  {[
                    t('templates.goals', { count: goals.length }),
                    t('templates.tasks', { count: tasks }),
                    t('templates.lines', { count: scheme.length }),
                  ].join(', ')}
                </p>
                <span className={classes.choose}>
                  <Button
                    aria-label={`${t('templates.choose')}: ${name}`}
                    loading={apply.isPending && apply.variables.templateId === id}
                    onClick={() => apply.mutate({ accountId, templateId: id, baseRevision: revision })}
                    size="xs"
                  >
                    {t('templates.choose')}
                  </Button>
                  {own ? (
                    <ActionIcon
                      aria-label={t('templates.delete', { name })}
                      onClick={() => deleteTemplate(template)}
                      size={28}
                    >
                      <IconTrash size={16} stroke={1.5} />
                    </ActionIcon>
                  ) : null}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Modal>
  );
}
