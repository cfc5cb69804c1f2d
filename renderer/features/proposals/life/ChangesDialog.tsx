import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  differenceTable,
  pairedChanges,
  priceLineText,
} from '../../../../shared/document/differenceTable.ts';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import type { EditionDifference } from '../../../../shared/domain/proposalLife.ts';
import { useDesk } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { insertBlock } from '../../../editor/insertBlock.ts';
import { useProposalSession } from '../../../editor/session.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import classes from './life.module.css';

/** «Что изменилось» against the edition before, by price lines and paragraphs; a draft can take it in as a table. */
export function ChangesDialog({
  proposal,
  onClose,
}: {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}) {
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

function PriceChanges({ difference }: { readonly difference: EditionDifference }) {
  const { t } = useTranslation('life');
  const words = useFieldWords();
  const { changes, totalBefore, totalAfter } = difference.price;
  if (changes.length === 0)
    return (
      <section className={classes.changes}>
        <SectionTitle level={3}>{t('changes.prices')}</SectionTitle>
        <p className={classes.quiet}>{t('changes.samePrices')}</p>
      </section>
    );
  return (
    <section className={classes.changes}>
      <SectionTitle level={3}>{t('changes.prices')}</SectionTitle>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('changes.line')}</th>
            <th scope="col">{t('changes.before')}</th>
            <th scope="col">{t('changes.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ title, before, after }, index) => (
            <tr key={index}>
              <th scope="row">{title}</th>
              <td data-kind={after === null ? 'removed' : undefined}>
                {before === null || totalBefore === null
                  ? '—'
                  : priceLineText(before, totalBefore.currency, words.language)}
              </td>
              <td data-kind={before === null ? 'added' : undefined}>
                {after === null || totalAfter === null
                  ? '—'
                  : priceLineText(after, totalAfter.currency, words.language)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('changes.total')}</th>
            <td>{totalBefore === null ? '—' : words.money(totalBefore.grossMinor, totalBefore.currency)}</td>
            <td>{totalAfter === null ? '—' : words.money(totalAfter.grossMinor, totalAfter.currency)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function TextChanges({ difference }: { readonly difference: EditionDifference }) {
  const { t } = useTranslation('life');
  const pairs = pairedChanges(difference.text);
  return (
    <section className={classes.changes}>
      <SectionTitle level={3}>{t('changes.text')}</SectionTitle>
      {pairs.length === 0 ? <p className={classes.quiet}>{t('changes.sameText')}</p> : null}
      <ul>
        {pairs.map(({ before, after }, index) => (
          <li key={index}>
            {before === '' ? null : (
              <del aria-label={t('changes.removed')}>
                <span>{before}</span>
              </del>
            )}
            {after === '' ? null : (
              <ins aria-label={t('changes.added')}>
                <span>{after}</span>
              </ins>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
