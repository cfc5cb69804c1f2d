import type { TFunction } from 'i18next';
import type { MissingItem } from '../../../shared/domain/accountView.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Place } from '../../app/place.ts';
import type { StandardWords } from '../../app/standardWords.ts';
import type { DossierFocus } from './questions.ts';

/** What a part of the dossier lacks, in a few words. */
export function missingWords(
  item: MissingItem,
  t: TFunction<['dossier', 'standards']>,
  names: StandardWords,
): string {
  switch (item.kind) {
    case 'field':
      return names.label(item);
    case 'people':
      return t('missingItem.people', { count: item.count });
    case 'personCriteria':
    case 'personAttitude':
      return t(`missingItem.${item.kind}`, { name: item.personName });
    case 'tenderReasons':
      return t('missingItem.tenderReasons', { title: item.tenderTitle });
    case 'deliveries':
    case 'events':
    case 'relationNow':
    case 'relationProspect':
    case 'decidedTender':
    case 'decider':
    case 'decisionRoles':
    case 'personThreeP':
    case 'competitors':
    case 'competitorSides':
      return t(`missingItem.${item.kind}`);
  }
}

/** Where what is missing is filled, and what to open there. */
export function missingPlace(
  item: MissingItem,
  accountId: AccountId,
): { readonly place: Place; readonly focus: DossierFocus | null } {
  const dossier = (tab: Extract<Place, { at: 'dossier' }>['tab']): Place => ({
    at: 'dossier',
    accountId,
    tab,
  });
  switch (item.kind) {
    case 'field':
      return { place: dossier('overview'), focus: { part: 'field', key: item.key } };
    case 'relationNow':
    case 'relationProspect':
      return { place: dossier('overview'), focus: { part: 'relation' } };
    case 'deliveries':
    case 'events':
      return { place: dossier('history'), focus: null };
    case 'decidedTender':
      return { place: dossier('tenders'), focus: null };
    case 'tenderReasons':
      return { place: { at: 'tender', tenderId: item.tenderId }, focus: null };
    case 'people':
      return { place: dossier('people'), focus: { part: 'newPerson' } };
    case 'decider':
    case 'decisionRoles':
    case 'personThreeP':
      return { place: dossier('people'), focus: null };
    case 'personCriteria':
    case 'personAttitude':
      return { place: dossier('people'), focus: { part: 'person', personId: item.personId } };
    case 'competitors':
      return { place: dossier('competitors'), focus: { part: 'newCompetitor' } };
    case 'competitorSides':
      return { place: dossier('competitors'), focus: null };
  }
}
