import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ArgumentNode } from '../../../shared/document/nodes.ts';
import { findAll, sectionsOf } from '../../../shared/document/walk.ts';
import type { BlockId } from '../../../shared/domain/ids.ts';
import type { CriterionKey, ReaderRole } from '../../../shared/domain/person.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useProposalSession } from '../../editor/session.ts';
import classes from './Alternatives.module.css';

/** Ranked blocks of the library for a section: instead of an argument, or for a criterion nobody answers. */
export function Alternatives({
  role,
  sectionId,
  instead,
  criterion,
  none,
  onTake,
}: {
  readonly role: ReaderRole;
  readonly sectionId: string;
  /** The argument that goes; null = none does. */
  readonly instead: BlockId | null;
  readonly criterion: CriterionKey | null;
  readonly none: string;
  readonly onTake: (node: ArgumentNode) => void;
}) {
  const { t } = useTranslation('compose');
  const id = useProposalSession((session) => session.proposal?.id);
  const root = useProposalSession((session) => session.root);
  const all = root ? findAll(root, 'argument') : [];
  const section = root ? sectionsOf(root).find(({ attrs }) => attrs.sectionId === sectionId) : undefined;
  const others = section ? findAll(section, 'argument').filter(({ attrs }) => attrs.blockId !== instead) : [];
  const found = useDesk(
    'proposals.alternatives',
    {
      id: id ?? '',
      role,
      criterion,
      used: [...new Set(all.map(({ attrs }) => attrs.blockId))],
      argued: [...new Set(others.flatMap(({ attrs }) => attrs.criterion ?? []))],
    },
    { enabled: id !== undefined, keepPrevious: true },
  );
  if (found.error) return <p className={classes.none}>{errorWords(found.error).text}</p>;
  if (!found.data) return null;
  const { alternatives } = found.data;
  if (alternatives.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <ol className={classes.list}>
      {alternatives.map(({ title, why, node }, at) => (
        <li key={node.attrs.blockId}>
          <div>
            <strong>{title}</strong>
            {at === 0 ? <em>{t('swap.best')}</em> : null}
            <p>{why}</p>
          </div>
          <Button size="xs" variant="default" onClick={() => onTake(node)}>
            {t('swap.take')}
          </Button>
        </li>
      ))}
    </ol>
  );
}
