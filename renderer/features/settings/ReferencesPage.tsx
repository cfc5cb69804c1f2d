import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tooOften } from '../../../shared/domain/reference.ts';
import type { Reference, ReferenceUse } from '../../../shared/domain/reference.ts';
import { call, invalidate, notifyError, useDesk, useDeskAction } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { useShowMode } from '../../app/showMode.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { consentState } from './consentState.ts';
import list from './list.module.css';
import { ReferenceDialog } from './ReferenceDialog.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

/** Projects with people who agreed to recommend us, and until when their consent holds. */
export function ReferencesPage() {
  const { t } = useTranslation(['settings', 'common']);
  const { on: showing } = useShowMode();
  const answer = useDesk('references.list', {});
  const [edited, setEdited] = useState<Reference | 'new' | null>(null);
  const remove = useDeskAction('references.delete', {
    invalidates: ['references.list'],
    success: (_output, { id }) => {
      notifyUndo(t('settings:references.removed'), () => {
        call('references.restore', { id }).then(() => invalidate('references.list'), notifyError);
      });
    },
  });
  const references = answer.data?.references;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setEdited('new')}>
      {t('common:add')}
    </Button>
  );
  // Whoever recommends us agreed to be named in a proposal, not to every guest who sees this list.
  if (showing) return <EmptyState title={t('settings:references.hidden')} />;
  return (
    <SettingsGroup
      wide
      text={t('settings:references.text')}
      title={t('settings:pages.references')}
      {...(references !== undefined && references.length > 0 ? { action: add } : {})}
    >
      {answer.error !== null ? (
        <ErrorState
          {...errorWords(answer.error)}
          action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
        />
      ) : references === undefined ? (
        <RowsSkeleton height={56} rows={4} />
      ) : references.length === 0 ? (
        <EmptyState action={add} calm title={t('settings:references.empty')} />
      ) : (
        <ul className={list.rows}>
          {references.map((reference) => (
            <ReferenceLine
              key={reference.id}
              onEdit={() => setEdited(reference)}
              onRemove={() => remove.mutate({ id: reference.id })}
              reference={reference}
              use={answer.data?.uses.find(({ referenceId }) => referenceId === reference.id)}
            />
          ))}
        </ul>
      )}
      {edited === null ? null : (
        <ReferenceDialog onClose={() => setEdited(null)} reference={edited === 'new' ? null : edited} />
      )}
    </SettingsGroup>
  );
}

const tones = { holds: 'good', ending: 'attention', none: 'bad', over: 'bad' } as const;

function ReferenceLine({
  reference,
  use,
  onEdit,
  onRemove,
}: {
  readonly reference: Reference;
  readonly use: ReferenceUse | undefined;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation(['settings', 'common', 'domain']);
  const words = useFieldWords();
  const state = consentState(reference, words.today);
  const { consentUntil } = reference;
  return (
    <li className={list.row} data-reference>
      <div className={list.main}>
        <span className={list.name}>{reference.companyName}</span>
        <span className={list.quiet}>
          {[reference.project, reference.result].filter((part) => part !== '').join(' — ')}
        </span>
        <span className={list.quiet}>
          {[reference.refereeName, reference.refereePosition].filter((part) => part !== '').join(', ')}
        </span>
      </div>
      <span className={list.stack}>
        <StateMark tone={tones[state]}>
          {state === 'none' || consentUntil === null
            ? t(`settings:references.consent.${state}`)
            : t(`settings:references.consent.${state}Until`, { day: words.day(consentUntil) })}
        </StateMark>
        {reference.consentFrom !== null && !reference.consentFor.includes('proposal') ? (
          <StateMark tone="attention">{t('settings:references.notForProposals')}</StateMark>
        ) : null}
        <span className={list.quiet}>
          {reference.usedCount === 0
            ? t('settings:references.neverUsed')
            : t('settings:references.used', { count: reference.usedCount })}
          {use === undefined || use.lastSentOn === null ? '' : `, ${words.day(use.lastSentOn)}`}
        </span>
        {use !== undefined && use.recentCount > tooOften.proposals ? (
          <StateMark tone="attention">
            {t('settings:references.tooOften', { count: use.recentCount, days: tooOften.days })}
          </StateMark>
        ) : null}
      </span>
      <span className={list.mark}>{t(`domain:readerRole.${reference.refereeRole}`)}</span>
      <span className={list.actions}>
        <ActionIcon
          aria-label={t('settings:references.edit', { name: reference.companyName })}
          onClick={onEdit}
          title={t('common:edit')}
        >
          <IconPencil size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('settings:references.remove', { name: reference.companyName })}
          onClick={onRemove}
          title={t('common:delete')}
        >
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      </span>
    </li>
  );
}
