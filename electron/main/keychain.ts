import { safeStorage } from 'electron';
import type { Keychain } from './remembered.ts';

/** What Chromium takes where a Linux desktop has no keychain: a file under a key that everybody knows. */
const plain: readonly string[] = ['basic_text', 'unknown'];

/** The keychain of this system, through Electron. */
export const systemKeychain: Keychain = {
  backend() {
    if (process.platform !== 'linux') return process.platform;
    const selected = safeStorage.getSelectedStorageBackend();
    return plain.includes(selected) ? null : selected;
  },
  isUsable: () => safeStorage.isEncryptionAvailable(),
  seal: (secret) => safeStorage.encryptString(secret).toString('base64'),
  open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
};
