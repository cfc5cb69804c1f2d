import type { BlockViews } from './blockSources.ts';

/** For a document that belongs to no proposal: our own blocks have nothing to print. */
export const noViews: BlockViews = {
  logo: null,
  letterhead: () => ({ name: '', tagline: '', lines: [] }),
  addressee: () => ({ numberLine: '', requestLine: null, right: [] }),
  priceTable: () => ({ columns: [], rows: [], inWords: '', notes: [] }),
  payback: () => ({ columns: [], rows: [], summary: '' }),
  paymentSchedule: () => ({ columns: [], rows: [], percentTotalBp: 0 }),
  team: () => [],
  references: () => [],
  validity: () => ({ heading: '', text: '' }),
  attachments: () => [],
  signature: () => ({ position: '', name: '', preparedBy: null }),
};
