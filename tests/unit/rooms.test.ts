import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shippedSources, withoutComments } from './sources.ts';

// The arrows between the rooms (ARCHITECTURE.md), followed along the real paths of imports: a glob in the
// linter sees only how an import is spelled. `type` imports are arrows too.
type Arrow = { readonly from: RegExp; readonly to: RegExp; readonly door: string };

const FORBIDDEN: readonly Arrow[] = [
  { from: /^shared\//, to: /^(?!shared\/)/, door: 'move the common part into shared/' },
  {
    from: /^electron\/(?:main|preload)\//,
    to: /^(?:renderer|electron\/vault)\/|^shared\/(?!ipc\/)/,
    door: 'the shell and the preload know only shared/ipc',
  },
  { from: /^electron\/preload\//, to: /^electron\/main\//, door: 'the preload knows only shared/ipc' },
  {
    from: /^electron\/vault\//,
    to: /^(?:renderer|electron\/(?:main|preload))\//,
    door: 'answer by shared/ipc',
  },
  {
    from: /^electron\/vault\/store\//,
    to: /^electron\/vault\/(?:actions|handlers|docx|exchange)\/|^electron\/vault\/(?:dispatch|process)\.ts$/,
    door: 'join the store with documents in electron/vault/actions/',
  },
  {
    from: /^electron\/vault\/docx\//,
    to: /^electron\/vault\/(?:store|actions|handlers|exchange|keys)\/|^electron\/vault\/(?:dispatch|process)\.ts$/,
    door: 'give the writer what it needs as arguments, from electron/vault/actions/',
  },
  {
    from: /^electron\/vault\/actions\//,
    to: /^electron\/vault\/handlers\/|^electron\/vault\/(?:dispatch|process)\.ts$/,
    door: 'actions do not know who calls them',
  },
  {
    from: /^renderer\//,
    to: /^electron\/(?!preload\/api\.d\.ts$)/,
    door: 'call the vault by renderer/app/desk.ts',
  },
  {
    from: /^renderer\/ui\//,
    to: /^renderer\/(?:features|editor)\//,
    door: 'pass words and callbacks as props',
  },
  { from: /^renderer\/editor\//, to: /^renderer\/features\//, door: 'pass data and callbacks as props' },
];

function importsOf(text: string): string[] {
  const code = withoutComments(text);
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)].flatMap(
    ([, path]) => path ?? [],
  );
}

const arrows = shippedSources().flatMap(({ path, text }) =>
  importsOf(text).map((target) => ({
    from: path,
    to: posix.normalize(posix.join(posix.dirname(path), target)),
  })),
);

describe('rooms', () => {
  test('imports are found', () => {
    expect(arrows.length).toBeGreaterThan(20);
  });

  // What the first screen shows stands openly on the disk: the shell reads it without a vault process.
  const open = (arrow: (typeof arrows)[number]): boolean =>
    arrow.from === 'electron/main/vaultProcess.ts' && arrow.to === 'electron/vault/vaultStatus.ts';

  test.each(FORBIDDEN)('$from does not reach $to', ({ from, to, door }) => {
    const crossing = arrows.filter((arrow) => from.test(arrow.from) && to.test(arrow.to) && !open(arrow));
    expect(crossing, `The right door: ${door}`).toEqual([]);
  });

  test('no feature of the window imports another', () => {
    const featureOf = (path: string): string | undefined => /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
    const crossing = arrows.filter(({ from, to }) => {
      const [source, target] = [featureOf(from), featureOf(to)];
      return source !== undefined && target !== undefined && source !== target;
    });
    expect(
      crossing,
      'The right door: move the common part to renderer/ui, renderer/editor or shared',
    ).toEqual([]);
  });

  test('only openDatabase.ts opens the driver', () => {
    const users = shippedSources()
      .filter(({ text }) => /['"]better-sqlite3['"]/.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(users.filter((path) => path !== 'electron/vault/store/openDatabase.ts')).toEqual([]);
  });

  test('Electron is imported by the shell and the preload only', () => {
    const users = shippedSources()
      .filter(({ text }) =>
        /(?:from|import)\s*\(?\s*['"]electron(?:\/[^'"]*)?['"]/.test(withoutComments(text)),
      )
      .map(({ path }) => path);
    expect(users.filter((path) => !/^electron\/(?:main|preload)\//.test(path))).toEqual([]);
  });
});
