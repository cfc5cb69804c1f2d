import type { settings as ru } from '../ru/settings.ts';
import type { SameKeys } from '../sameKeys.ts';

export const settings: SameKeys<typeof ru> = {};
