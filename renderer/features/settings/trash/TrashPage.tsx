import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../../shared/domain/calendarDate.ts';
import type { Deed } from '../../../../shared/domain/bulkWork.ts';
import type { TrashItem } from '../../../../shared/domain/trash.ts';
import { invalidateAll, undoDeed } from '../../../app/bulkReads.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { SelectionBar } from '../../../ui/SelectionBar.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { Tick } from '../../../ui/Tick.tsx';
import { useSelection } from '../../../ui/useSelection.ts';
import { useSelectionKeys } from '../../../ui/useSelectionKeys.ts';
import { SettingsGroup } from '../SettingsGroup.tsx';
import classes from './TrashPage.module.css';

const keyOf = ({ kind, id }: Pick<TrashItem, 'kind' | 'id'>): string => `${kind} ${id}`;
const none: readonly TrashItem[] = [];

/** What was deleted, to bring back or to delete for good, and work on many rows that can be taken back as a whole. */
export function TrashPage() {
  const { t } = useTranslation(['bulk', 'common']);
  const { on: showing } = useShowMode();
  const answer = useDesk('trash.list', {}, { staleTimeMs: 0 });
  const [asking, setAsking] = useState<readonly TrashItem[] | null>(null);
  const restore = useDeskAction('trash.restore', {
    success: () => {
      notifyDone(t('trash.restored'));
      void invalidateAll();
    },
  });
  const purge = useDeskAction('trash.purge', {
    success: ({ purged, kept }) => {
      setAsking(null);
      if (purged > 0) notifyDone(t('trash.purged'));
      if (kept > 0) notifyDone(t('trash.purgedKept', { count: kept }));
      void invalidateAll();
    },
  });
  const items = answer.data?.items ?? none;
  const keys = useMemo(() => items.map(keyOf), [items]);
  const selection = useSelection(keys);
  const [at, setAt] = useState<string | null>(null);
  useSelectionKeys(selection, keys, at, setAt);
  const ticked = items.filter((item) => selection.ids.has(keyOf(item)));
  const refs = (list: readonly TrashItem[]) => list.map(({ kind, id }) => ({ kind, id }));
  const deeds = answer.data?.deeds ?? [];
  // Its rows name clients and people of other clients.
  if (showing) return <EmptyState title={t('trash.hidden')} />;
  return (
    <>
      <SettingsGroup text={t('trash.text')} title={t('trash.title')}>
        {answer.error !== null ? (
          <ErrorState
            {...errorWords(answer.error)}
            action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
          />
        ) : answer.data === undefined ? (
          <RowsSkeleton height={40} rows={6} />
        ) : items.length === 0 ? (
          <EmptyState calm title={t('trash.empty')} />
        ) : (
          <>
            <ul aria-label={t('trash.list')} className={classes.rows}>
              {items.map((item) => (
                <Row
                  item={item}
                  key={keyOf(item)}
                  onPurge={() => setAsking([item])}
                  onRestore={() => restore.mutate({ refs: refs([item]) })}
                  onTick={(range) => {
                    setAt(keyOf(item));
                    if (range) selection.extendTo(keyOf(item), keys);
                    else selection.toggle(keyOf(item));
                  }}
                  ticked={selection.ids.has(keyOf(item))}
                  ticking={ticked.length > 0}
                />
              ))}
            </ul>
            <div className={classes.sticky}>
              {ticked.length === 0 ? null : (
                <SelectionBar
                  clear={t('clear')}
                  count={t('selected', { count: ticked.length })}
                  end={
                    <Button color="red" onClick={() => setAsking(ticked)} size="xs" variant="subtle">
                      {t('trash.purge')}
                    </Button>
                  }
                  label={t('bar')}
                  onClear={selection.clear}
                >
                  <Button onClick={() => restore.mutate({ refs: refs(ticked) })} size="xs">
                    {t('trash.restoreSelected')}
                  </Button>
                </SelectionBar>
              )}
            </div>
            {answer.data.more > 0 ? (
              <p className={classes.quiet}>{t('trash.more', { count: answer.data.more })}</p>
            ) : null}
          </>
        )}
      </SettingsGroup>
      {deeds.length === 0 ? null : (
        <SettingsGroup text={t('trash.deedsText')} title={t('trash.deeds')}>
          <ul aria-label={t('trash.deeds')} className={classes.rows}>
            {deeds.map((deed) => (
              <DeedRow deed={deed} key={deed.id} />
            ))}
          </ul>
        </SettingsGroup>
      )}
      <ConfirmDialog
        busy={purge.isPending}
        cancel={t('cancel')}
        confirm={t('trash.purge')}
        onCancel={() => setAsking(null)}
        onConfirm={() => purge.mutate({ refs: refs(asking ?? []) })}
        opened={asking !== null}
        title={t('trash.purgeTitle')}
      >
        {t('trash.purgeText', { count: asking?.length ?? 0 })}
      </ConfirmDialog>
    </>
  );
}

function Row({
  item,
  ticked,
  ticking,
  onTick,
  onRestore,
  onPurge,
}: {
  readonly item: TrashItem;
  readonly ticked: boolean;
  readonly ticking: boolean;
  readonly onTick: (range: boolean) => void;
  readonly onRestore: () => void;
  readonly onPurge: () => void;
}) {
  const { t } = useTranslation('bulk');
  const words = useFieldWords();
  const title = item.title === '' ? t('trash.nameless') : item.title;
  const on = dayOfInstant(item.deletedAtMs);
  return (
    <li className={classes.row} data-ticked={ticked ? true : undefined}>
      <Tick checked={ticked} label={t('select', { name: title })} onTick={onTick} shown={ticking} />
      <span className={classes.main}>
        <span className={classes.name} title={title}>
          {title}
        </span>
        <span className={classes.quiet}>
          {[t(`trash.kind.${item.kind}`), item.accountName].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={classes.when} title={words.day(on)}>
        {words.ago(on)}
      </span>
      <Button onClick={onPurge} size="xs" variant="subtle">
        {t('trash.purge')}
      </Button>
      <Button onClick={onRestore} size="xs">
        {t('trash.restore')}
      </Button>
    </li>
  );
}

function DeedRow({ deed }: { readonly deed: Deed }) {
  const { t } = useTranslation('bulk');
  const words = useFieldWords();
  const merge = deed.kind === 'mergeAccounts' || deed.kind === 'mergePeople';
  const rest = merge ? 0 : deed.count - Math.min(2, deed.count);
  return (
    <li className={classes.deed}>
      <span className={classes.main}>
        <span className={classes.name}>{t(`trash.deed.${deed.kind}`)}</span>
        <span className={classes.quiet}>
          {rest > 0 ? t('trash.andMore', { names: deed.title, count: rest }) : deed.title}
        </span>
      </span>
      <span className={classes.when}>{words.ago(dayOfInstant(deed.doneAtMs))}</span>
      <Button onClick={() => void undoDeed(deed.id)} size="xs">
        {t('trash.undo')}
      </Button>
    </li>
  );
}
