import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { shippedForm } from './electron/run/shippedForm.ts';

const here = import.meta.dirname;

/** fflate names its own `require`, and the bundler puts one before it: two of a name do not load. Both do the same. */
const oneRequire = {
  name: 'one-require',
  transform: (code: string, id: string) =>
    id.endsWith('/fflate/esm/index.mjs') ? code.replace("var require = createRequire('/');", '') : null,
};

/** The search stems two languages; the package brings the words of twenty-four, which would stay in memory. */
const twoStemmers = {
  name: 'two-stemmers',
  transform(this: { error(message: string): never }, code: string, id: string) {
    if (!id.endsWith('/snowball-stemmers.js')) return null;
    const other =
      /    var (?!russian|english)(\w+Stemmer) = function \(_SnowballStemmer\d*\) \{.*?\n    \}\(SnowballStemmer\);/gs;
    if ([...code.matchAll(other)].length !== 22) this.error('snowball-stemmers is laid out in a new way');
    return code.replaceAll(other, 'var $1;');
  },
};

/**
 * Scanned pages in a PDF are packed as fax, JBIG2 or JPEG 2000. The reader unpacks them by WebAssembly, which the content
 * policy refuses, or by these scripts, which it asks for by their names when a page needs one.
 */
const pdfPictures = {
  name: 'pdf-pictures',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): void }) {
    const folder = resolve(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '../wasm');
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
      const source = readFileSync(resolve(folder, name), 'utf8');
      this.emitFile({ type: 'asset', fileName: `assets/pdf/${name}`, source });
    }
  },
};

/** Of the kit's styles only those of drawn components are loaded, by two lists: a component without its style stops the build. */
const kitStyles = {
  name: 'kit-styles',
  generateBundle(
    this: { error(message: string): never },
    _options: unknown,
    bundle: Readonly<Record<string, { readonly moduleIds?: readonly string[] }>>,
  ) {
    const lists = ['entryKit', 'workspaceKit'].map((name) =>
      readFileSync(resolve(here, `renderer/app/styles/${name}.css`), 'utf8'),
    );
    const listed = new Set(
      lists.flatMap((list) => [...list.matchAll(/core\/styles\/(\w+)/g)].map(([, name]) => name)),
    );
    const drawn = Object.values(bundle)
      .flatMap(({ moduleIds = [] }) => moduleIds)
      .map((id) => /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1]);
    const missing = drawn.filter((name) => name !== undefined && !listed.has(name));
    if (missing.length > 0) this.error(`renderer/app/styles/workspaceKit.css lacks ${missing.join(', ')}`);
  },
};

// Three processes, three bundles. Everything but the native SQLite addon is bundled, so that the packed app
// holds no other package and starts without walking node_modules.
export default defineConfig({
  main: {
    plugins: [oneRequire, twoStemmers],
    build: {
      outDir: 'out/main',
      // The oldest Node that meets this file: the one inside the development fallback of Electron.
      target: 'node20.18',
      sourcemap: false,
      rolldownOptions: {
        input: {
          main: resolve(here, 'electron/main/main.ts'),
          vault: resolve(here, 'electron/vault/process.ts'),
        },
        external: ['better-sqlite3'],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          ...shippedForm,
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'electron/preload/index.ts') },
        // A sandboxed preload is loaded as CommonJS, whatever package.json says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Relative addresses: the window's pages are served from app://, which has no server to rewrite them.
    base: './',
    plugins: [react(), pdfPictures, kitStyles],
    build: {
      outDir: resolve(here, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      // The lock screen is parsed without the styles of the rooms behind it.
      cssCodeSplit: true,
      // data: fonts and pictures would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        input: {
          index: resolve(here, 'renderer/index.html'),
          print: resolve(here, 'renderer/print.html'),
          preview: resolve(here, 'renderer/preview.html'),
        },
      },
    },
  },
});
