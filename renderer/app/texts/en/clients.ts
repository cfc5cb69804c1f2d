import type { clients as ru } from '../ru/clients.ts';
import type { SameKeys } from '../sameKeys.ts';

export const clients: SameKeys<typeof ru> = {};
