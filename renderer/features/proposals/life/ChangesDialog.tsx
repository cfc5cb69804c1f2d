import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { differenceTable } from '../../../../shared/document/differenceTable.ts';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import { useDesk } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { insertBlock } from '../../../editor/insertBlock.ts';
import { useProposalSession } from '../../../editor/session.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { PriceChanges, TextChanges } from './DifferenceParts.tsx';
import classes from './life.module.css';
import { useFocusBack } from '../../../ui/useFocusBack.ts';

/** «Что изменилось» against the edition before, by price lines and paragraphs; a draft can take it in as a table. */
export function ChangesDialog({
  proposal,
  onClose,
}: {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}) {
  useFocusBack();
  const { t } = useTranslation(['life', 'common']);
  const words = useFieldWords();
  const editor = useProposalSession((session) => session.editor);
  // What was typed a moment ago counts: the last answer is not remembered.
  const { data, error } = useDesk('proposals.difference', { id: proposal.id }, { staleTimeMs: 0 });
  const table = data === undefined ? null : differenceTable(data, proposal.language);
  const insert = () => {
    if (!editor || table === null) return;
    insertBlock(editor, table);
    notifyDone(t('changes.inserted'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('changes.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {error ? <ErrorState {...errorWords(error)} /> : null}
      {data === undefined ? (
        error ? null : (
          <RowsSkeleton />
        )
      ) : (
        <>
          <p className={classes.between}>
            {data.before.sentOn === null
              ? t('changes.between', { after: data.after.edition, before: data.before.edition })
              : t('changes.betweenSent', {
                  after: data.after.edition,
                  before: data.before.edition,
                  day: words.day(data.before.sentOn),
                })}
          </p>
          <PriceChanges difference={data} />
          <TextChanges difference={data} />
        </>
      )}
      <div className={classes.end}>
        <Button variant="subtle" onClick={onClose}>
          {t('changes.close')}
        </Button>
        {proposal.status === 'draft' && editor ? (
          <Button variant="filled" disabled={table === null} onClick={insert}>
            {t('changes.insert')}
          </Button>
        ) : null}
      </div>
    </Modal>
  );
}
