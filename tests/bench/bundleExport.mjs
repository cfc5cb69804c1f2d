// Bundles the exporter as the app is bundled, to the file named on the command line. A process of its own, so that the
// bundler's memory is not counted as the exporter's.
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { shippedForm } from '../../electron/run/shippedForm.ts';

const [, , file = ''] = process.argv;
await build({
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: join(import.meta.dirname, '../../electron/vault/docx/exportDocx.ts'),
    outDir: dirname(file),
    emptyOutDir: false,
    target: 'node20.18',
    rolldownOptions: { output: { entryFileNames: basename(file), ...shippedForm } },
  },
});
