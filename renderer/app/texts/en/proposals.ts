import type { proposals as ru } from '../ru/proposals.ts';
import type { SameKeys } from '../sameKeys.ts';

export const proposals: SameKeys<typeof ru> = {};
