import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Duplicate } from '../../../shared/domain/duplicates.ts';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { openDialog } from '../../app/dialogs.ts';
import { errorWords } from '../../app/errorWords.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import classes from './DuplicatesDialog.module.css';
import { useFocusBack } from '../../ui/useFocusBack.ts';

/** Clients and people that may be entered twice, each pair with why, to compare or to be left alone. */
export function DuplicatesDialog({ onClose }: { readonly onClose: () => void }) {
  useFocusBack();
  const { t } = useTranslation(['bulk', 'common']);
  const answer = useDesk('merge.duplicates', {}, { staleTimeMs: 0 });
  const apart = useDeskAction('merge.apart', { invalidates: ['merge.duplicates'] });
  const pairs = answer.data?.pairs;
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size={760}
      title={t('duplicates.title')}
    >
      <p className={classes.text}>{t('duplicates.text')}</p>
      {answer.error !== null ? (
        <ErrorState {...errorWords(answer.error)} />
      ) : pairs === undefined ? (
        <RowsSkeleton height={48} rows={4} />
      ) : pairs.length === 0 ? (
        <EmptyState calm title={t('duplicates.empty')} />
      ) : (
        (['account', 'person'] as const).map((kind) => {
          const rows = pairs.filter((pair) => pair.kind === kind);
          if (rows.length === 0) return null;
          return (
            <section key={kind}>
              <h3 className={classes.caption}>{t(`duplicates.kind.${kind}`)}</h3>
              <ul className={classes.rows}>
                {rows.map((pair) => (
                  <Pair
                    key={`${pair.first.id} ${pair.second.id}`}
                    onApart={() =>
                      apart.mutate({ pair: { kind, keepId: pair.first.id, awayId: pair.second.id } })
                    }
                    pair={pair}
                  />
                ))}
              </ul>
            </section>
          );
        })
      )}
    </Modal>
  );
}

function Pair({ pair, onApart }: { readonly pair: Duplicate; readonly onApart: () => void }) {
  const { t } = useTranslation('bulk');
  const { first, second } = pair;
  return (
    <li className={classes.row}>
      {[first, second].map((side) => (
        <span className={classes.side} key={side.id}>
          <span className={classes.name} title={side.title}>
            {side.title}
          </span>
          <span className={classes.quiet} title={side.subtitle}>
            {pair.kind === 'person'
              ? [side.subtitle, pair.accountName].filter(Boolean).join(' · ')
              : side.subtitle}
          </span>
        </span>
      ))}
      <span className={classes.quiet}>{t(`duplicates.reason.${pair.reason}`)}</span>
      <span className={classes.actions}>
        <Button onClick={onApart} size="xs" variant="subtle">
          {t('duplicates.apart')}
        </Button>
        <Button
          onClick={() => openDialog({ kind: 'merge', of: pair.kind, keepId: first.id, awayId: second.id })}
          size="xs"
        >
          {t('duplicates.merge')}
        </Button>
      </span>
    </li>
  );
}
