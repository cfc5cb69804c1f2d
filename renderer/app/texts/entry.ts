import { common as enCommon } from './en/common.ts';
import { errors as enErrors } from './en/errors.ts';
import { vault as enVault } from './en/vault.ts';
import { common as ruCommon } from './ru/common.ts';
import { errors as ruErrors } from './ru/errors.ts';
import { vault as ruVault } from './ru/vault.ts';

/** The words of the lock screen: all that is parsed before a vault is open. */
export const entryTexts = {
  ru: { common: ruCommon, errors: ruErrors, vault: ruVault },
  en: { common: enCommon, errors: enErrors, vault: enVault },
};
