import type { ProposalId, TenderId } from '../../../shared/domain/ids.ts';
import type { SearchHit } from '../../../shared/domain/searchHit.ts';
import type { DossierTab, Place } from '../../app/place.ts';

/** The screen on which a hit stands. */
export function placeOfHit(hit: SearchHit): Place {
  const inDossier = (tab: DossierTab): Place =>
    hit.accountId === null ? { at: 'clients' } : { at: 'dossier', accountId: hit.accountId, tab };
  switch (hit.kind) {
    case 'account':
    case 'task':
      return inDossier('overview');
    case 'person':
      return inDossier('people');
    case 'event':
    case 'delivery':
      return inDossier('history');
    case 'file':
      return inDossier('files');
    case 'competitor':
      return inDossier('competitors');
    // The contract keeps a hit's id as plain text, because its brand depends on the kind.
    case 'tender':
      return { at: 'tender', tenderId: hit.id as TenderId };
    case 'proposal':
      return { at: 'proposal', proposalId: hit.id as ProposalId };
    case 'block':
      return { at: 'library', tab: 'blocks', id: hit.id };
    case 'template':
      return { at: 'library', tab: 'templates', id: hit.id };
    case 'reference':
      return { at: 'settings', page: 'references' };
    case 'priceItem':
      return { at: 'settings', page: 'prices' };
  }
}
