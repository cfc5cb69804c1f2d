import type { tenders as ru } from '../ru/tenders.ts';
import type { SameKeys } from '../sameKeys.ts';

export const tenders: SameKeys<typeof ru> = {};
