import type { editor as ru } from '../ru/editor.ts';
import type { SameKeys } from '../sameKeys.ts';

export const editor: SameKeys<typeof ru> = {};
