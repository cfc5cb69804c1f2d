import type { fields as ru } from '../ru/fields.ts';
import type { SameKeys } from '../sameKeys.ts';

export const fields: SameKeys<typeof ru> = {};
