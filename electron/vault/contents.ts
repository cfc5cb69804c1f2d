import { loadExampleVault } from './actions/loadExampleVault.ts';
import { needsPreparing, prepareVault } from './actions/prepareVault.ts';
import type { VaultContents } from './session.ts';
import { settleListing } from './store/accountListing.ts';
import { settleSearch } from './store/searchIndex.ts';

/** What this program keeps in a vault. */
export const vaultContents: VaultContents = {
  fillExample: loadExampleVault,
  needsPreparing,
  prepareVault,
  settle: (db) => {
    settleListing(db);
    return settleSearch(db);
  },
};
