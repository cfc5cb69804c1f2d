import type { WindowCall } from '../../../../shared/ipc/contract.ts';

/** Reads that a step in a proposal's life makes out of date. */
export const lifeReads: readonly WindowCall[] = [
  'proposals.life',
  'proposals.list',
  'proposals.get',
  'proposals.difference',
  'accounts.list',
  'accounts.overview',
  'followUps.list',
  'today.list',
];
