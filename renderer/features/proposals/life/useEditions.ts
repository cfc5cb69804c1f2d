import { useTranslation } from 'react-i18next';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { lifeReads } from './lifeReads.ts';

/** Makes the next edition of a proposal, with new validity or the old one, or a copy of its own number, and opens it. */
export function useEditions(id: ProposalId): {
  readonly begin: (renews: boolean) => void;
  readonly copy: () => void;
  readonly busy: boolean;
} {
  const { t } = useTranslation('life');
  const words = useFieldWords();
  const create = useDeskAction('proposals.newEdition', {
    invalidates: lifeReads,
    success: (made) => {
      notifyDone(t('editions.created', { count: made.edition, day: words.day(made.validUntil) }));
      goTo({ at: 'proposal', proposalId: made.id });
    },
  });
  const duplicate = useDeskAction('proposals.copy', {
    invalidates: lifeReads,
    success: (made) => {
      notifyDone(t('editions.copied', { number: made.number }));
      goTo({ at: 'proposal', proposalId: made.id });
    },
  });
  return {
    begin: (renews) => create.mutate({ id, renews }),
    copy: () => duplicate.mutate({ id }),
    busy: create.isPending || duplicate.isPending,
  };
}
