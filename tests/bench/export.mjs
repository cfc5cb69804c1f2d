// The exporter in the shape that a comparison of DOCX writers takes: editor JSON in, the file's bytes out. It is the
// bundle that ships: loading the sources would hold Node's own TypeScript reader in memory, which the app does not have.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const file = join(import.meta.dirname, '../../out/bench/export/export.mjs');
execFileSync(process.execPath, [join(import.meta.dirname, 'bundleExport.mjs'), file], {
  cwd: join(import.meta.dirname, '../..'),
});

export const { exportDocx } = await import(pathToFileURL(file).href);
