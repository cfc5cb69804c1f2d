import type { today as ru } from '../ru/today.ts';
import type { SameKeys } from '../sameKeys.ts';

export const today: SameKeys<typeof ru> = {};
