import { useTranslation } from 'react-i18next';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { lifeReads } from './lifeReads.ts';

/** Makes the next edition of a proposal, with new validity or the old one, and opens it. */
export function useEditions(id: ProposalId): {
  readonly begin: (renews: boolean) => void;
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
  return { begin: (renews) => create.mutate({ id, renews }), busy: create.isPending };
}
