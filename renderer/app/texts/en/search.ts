import type { search as ru } from '../ru/search.ts';
import type { SameKeys } from '../sameKeys.ts';

export const search: SameKeys<typeof ru> = {};
