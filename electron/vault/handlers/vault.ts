import type { Handlers, HostCall } from './handler.ts';
import { host } from './handler.ts';

/** Calls about the vault as a whole. */
export const vaultHandlers: Pick<Handlers, HostCall> = {
  'vault.status': host((vault, input) => vault.status(input)),
  'vault.create': host((vault, input) => vault.create(input)),
  'vault.openExample': host((vault, input) => vault.openExample(input)),
  'vault.unlock': host((vault, input) => vault.unlock(input)),
  'vault.unlockWithRecoveryKey': host((vault, input) => vault.unlockWithRecoveryKey(input)),
  'vault.listBackups': host((vault, input) => vault.listBackups(input)),
  'vault.restoreBackup': host((vault, input) => vault.restoreBackup(input)),
  'vault.changePassword': host((vault, input) => vault.changePassword(input)),
  'vault.renewRecoveryKey': host((vault, input) => vault.renewRecoveryKey(input)),
  'vault.remember': host((vault, input) => vault.remember(input)),
  'vault.takeDeviceKey': host((vault, input) => vault.takeDeviceKey(input)),
  'vault.unlockWithDevice': host((vault, input) => vault.unlockWithDevice(input)),
  'vault.forgetDevice': host((vault, input) => vault.forgetDevice(input)),
  'vault.scrub': host((vault, input) => vault.scrub(input)),
  'vault.close': host((vault, input) => vault.close(input)),
};
