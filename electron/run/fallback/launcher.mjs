// The default app that the fallback Electron lacks: opens the folder given as argument, as Electron's own does.
import { app, utilityProcess } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv.slice(1).find((part) => !part.startsWith('-')) ?? '.');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(about.productName ?? about.name);
if (about.version) app.setVersion(about.version);

// The vault process takes the addon made for this Electron (addon.mjs); the app itself knows nothing of it.
const fork = utilityProcess.fork.bind(utilityProcess);
utilityProcess.fork = (file, args, options) =>
  fork(join(import.meta.dirname, 'vaultStart.mjs'), args, {
    ...options,
    env: {
      ...options.env,
      FALLBACK_ENTRY: file,
      FALLBACK_RUNTIME: join(folder, 'node_modules', '.cache', 'kamerton', 'runtime.json'),
    },
  });

// Awaited at the top level, so that Electron's "ready" waits for the app's own first lines.
await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href);
