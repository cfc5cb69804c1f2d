import type { dossier as ru } from '../ru/dossier.ts';
import type { SameKeys } from '../sameKeys.ts';

export const dossier: SameKeys<typeof ru> = {};
