import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './log.mjs';

/** Every fuse of the shipped program: a new Electron with a fuse that is not named here fails the build. */
export const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** Runs as electron-builder's afterPack hook: after the files are in place and before anything is signed. */
export default async function setFuses({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  const program =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${name}.app`)
      : join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : packager.executableName);
  // The development fallback is older than the newest fuse; what is shipped must know them all.
  const official = process.env.KAMERTON_FALLBACK_PACKAGE !== '1';
  const fuses = { ...FUSES };
  if (!official) {
    delete fuses[FuseV1Options.WasmTrapHandlers];
    rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
  }
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: official,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuses,
  });
  say(`Package: fuses set${official ? '' : ' (as far as the fallback knows them)'}`);
}
