import { scryptSync } from 'node:crypto';
import type { Stretch } from '../../electron/vault/keys/derive.ts';

/** A vault made so opens by this alone: what is to open in the program, or is about passwords, takes the program's own. */
export const quickStretch: Stretch = (password, salt) =>
  Promise.resolve(scryptSync(password, salt, 32, { N: 2, r: 8, p: 1 }));
