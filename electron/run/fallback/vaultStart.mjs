// Starts the vault process of the fallback Electron: the addon's own file is replaced by the one made for it.
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { addon } = JSON.parse(readFileSync(process.env.FALLBACK_RUNTIME, 'utf8'));
const { RTLD_LAZY, RTLD_NOW, RTLD_GLOBAL } = constants.dlopen;
const load = process.dlopen.bind(process);
load({ exports: {} }, join(addon, 'stringReferences.node'), RTLD_NOW | RTLD_GLOBAL);
process.dlopen = (module, file, flags = RTLD_LAZY) =>
  load(module, file.endsWith('linux-x64.node') ? join(addon, 'linux-x64.node') : file, flags);

await import(pathToFileURL(process.env.FALLBACK_ENTRY).href);
