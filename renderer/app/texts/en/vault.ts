import type { vault as ru } from '../ru/vault.ts';
import type { SameKeys } from '../sameKeys.ts';

export const vault: SameKeys<typeof ru> = {};
