import { Button, Modal } from '@mantine/core';
import { IconCircleCheck, IconFileTypeDocx } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import type { WordLoss } from '../../../shared/document/wordFile.ts';
import type { ChosenWordFile } from './chooseWordFile.ts';
import { Warnings } from './Warnings.tsx';
import classes from './WordDialog.module.css';
import { wordFacts } from './wordFacts.ts';
import { useFocusBack } from '../../ui/useFocusBack.ts';

/** More lines of an outline say no more about a file. */
const mostHeadings = 40;

function Losses({
  losses,
  others,
}: {
  readonly losses: readonly WordLoss[];
  readonly others: readonly string[];
}) {
  const { t } = useTranslation('word');
  if (losses.length + others.length === 0)
    return (
      <p className={classes.kept}>
        <IconCircleCheck aria-hidden size={17} stroke={1.5} />
        {t('allKept')}
      </p>
    );
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>{t('losses')}</h3>
      <Warnings texts={[...losses.map(({ kind, count }) => t(`loss.${kind}`, { count })), ...others]} />
    </section>
  );
}

/**
 * What a Word file brings and what it loses, before it is taken. `take` is the word on the button; `onTake` gets the
 * document. For a proposal, a library block, a template alike.
 */
export function WordDialog({
  chosen,
  title,
  note,
  others = [],
  more = null,
  part,
  take,
  onTake,
  onClose,
}: {
  readonly chosen: ChosenWordFile;
  /** What is about to happen; left out: it comes into the open proposal. */
  readonly title?: string;
  /** What else is to be known before. */
  readonly note?: string | undefined;
  /** What else differs from the file where it comes to, a sentence each. */
  readonly others?: readonly string[];
  /** What comes in beside the document, in words; null = nothing. */
  readonly more?: ReactNode;
  /** A part of it that can be taken alone. */
  readonly part?: { readonly take: string; readonly onTake: () => void } | undefined;
  readonly take: string;
  readonly onTake: (root: DocumentRoot) => void;
  readonly onClose: () => void;
}) {
  useFocusBack();
  const { t } = useTranslation(['word', 'common']);
  const { root, losses } = chosen.file;
  const facts = useMemo(() => wordFacts(root), [root]);
  const isBare = facts.counts.length === 0 && facts.headings.length === 0;
  const isEmpty = isBare && more === null;
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      size={600}
      title={title ?? t('word:title')}
    >
      <div className={classes.file}>
        <IconFileTypeDocx aria-hidden size={20} stroke={1.5} />
        <span className={classes.name} title={chosen.fileName}>
          {chosen.fileName}
        </span>
      </div>
      {isBare && !isEmpty ? null : (
        <p className={classes.counts}>
          {isEmpty
            ? t('word:empty')
            : facts.counts.map(({ kind, count }) => t(`word:count.${kind}`, { count })).join(' · ')}
        </p>
      )}
      {more}
      {facts.headings.length > 0 ? (
        <section className={classes.part}>
          <h3 className={classes.title}>{t('word:outline')}</h3>
          <ol className={classes.outline}>
            {facts.headings.slice(0, mostHeadings).map(({ level, text }, at) => (
              <li data-level={level} key={`${at} ${text}`} title={text}>
                {text}
              </li>
            ))}
            {facts.headings.length > mostHeadings ? (
              <li data-level={1}>
                {t('word:moreHeadings', { count: facts.headings.length - mostHeadings })}
              </li>
            ) : null}
          </ol>
        </section>
      ) : null}
      {isEmpty ? null : <Losses losses={losses} others={others} />}
      {note === undefined ? null : <p className={classes.counts}>{note}</p>}
      <div className={classes.actions}>
        <Button onClick={onClose} variant="subtle">
          {t('common:cancel')}
        </Button>
        {part === undefined ? null : (
          <Button onClick={part.onTake} variant="default">
            {part.take}
          </Button>
        )}
        <Button data-autofocus disabled={isEmpty} onClick={() => onTake(root)} variant="filled">
          {take}
        </Button>
      </div>
    </Modal>
  );
}
