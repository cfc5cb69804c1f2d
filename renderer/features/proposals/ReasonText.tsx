import { useTranslation } from 'react-i18next';
import type { ArgumentReason } from '../../../shared/document/nodes.ts';
import { shortName } from '../../../shared/domain/nameForms.ts';
import { TenderReason } from '../../../shared/domain/tender.ts';
import { assertNever } from '../../../shared/ipc/reply.ts';
import { termInSentence } from '../../app/inSentence.ts';
import { useProposalSession } from '../../editor/session.ts';

/** The sentence of a reason's code. */
export function ReasonText({ reason }: { readonly reason: ArgumentReason }): string {
  const { t } = useTranslation(['proposals', 'compose', 'domain']);
  const readers = useProposalSession((session) => session.context?.readers);
  const nameOf = (personId: string) => {
    const reader = readers?.find((candidate) => candidate.personId === personId);
    return reader ? shortName(reader) : t('why.formerReader');
  };
  switch (reason.kind) {
    case 'role':
      return t('why.reason.role', { name: nameOf(reason.personId) });
    case 'criterion':
      return t('why.reason.criterion', {
        name: nameOf(reason.personId),
        criterion: termInSentence(t(`domain:criterion.${reason.criterion}`)),
        percent: reason.weightPercent,
      });
    case 'pastLoss': {
      const known = TenderReason.safeParse(reason.reason);
      return t('why.reason.pastLoss', {
        tender: reason.tenderTitle,
        reason: termInSentence(known.success ? t(`domain:tenderReason.${known.data}`) : reason.reason),
      });
    }
    case 'tenderCriterion':
      return t('why.reason.tenderCriterion', {
        criterion: termInSentence(t(`domain:criterion.${reason.criterion}`)),
        percent: reason.weightPercent,
      });
    case 'required':
      return t('why.reason.required');
    case 'rival':
      return t(`compose:reason.rival.${reason.priceLevel}`, { name: reason.name });
    case 'comparison':
      return t(`compose:reason.comparison.${reason.standing}`, {
        name: reason.name,
        criterion: termInSentence(t(`domain:criterion.${reason.criterion}`)),
      });
    case 'attitude':
      return t(`compose:reason.attitude.${reason.attitude}`, { name: nameOf(reason.personId) });
    case 'manner':
      return t('compose:reason.manner', { name: nameOf(reason.personId) });
    case 'experience':
      return t(`compose:reason.experience.${reason.experience}`);
    case 'occasion':
      return t(`compose:reason.occasion.${reason.occasion}`);
    case 'industry':
      return t('compose:reason.industry');
    case 'chosen':
      return t('compose:reason.chosen');
    default:
      return assertNever(reason);
  }
}
