import type { common as ru } from '../ru/common.ts';
import type { SameKeys } from '../sameKeys.ts';

export const common: SameKeys<typeof ru> = {};
