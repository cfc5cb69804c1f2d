import { describe, expect, test } from 'vitest';
import { shippedSources, withoutComments } from './sources.ts';

// Calls that would leak what the vault holds, or run text as code. What a lint rule can say is a lint rule;
// the rest is read off the sources here. `allowedIn` is the one file that may.
// The self-check tries these in a page and fails where one is not refused.
const trials = /^electron\/main\/selfCheck\.ts$/;
const FORBIDDEN: readonly { name: string; pattern: RegExp; why: string; allowedIn?: RegExp }[] = [
  { name: 'verbose:', pattern: /\bverbose\s*:/, why: 'the driver would log the key and every bound value' },
  { name: '.serialize(', pattern: /\.serialize\s*\(/, why: 'gives the database in plain text' },
  { name: '.backup(', pattern: /\.backup\s*\(/, why: 'fails on an encrypted database: use VACUUM INTO' },
  { name: 'loadExtension', pattern: /\bloadExtension\b/, why: 'native code from a path' },
  { name: 'eval', pattern: /\beval\s*\(|\bnew\s+Function\s*\(/, why: 'text run as code', allowedIn: trials },
  {
    name: 'HTML strings',
    pattern: /dangerouslySetInnerHTML|\.(?:innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write\s*\(/,
    why: 'the window is given nodes and text, never markup',
  },
  {
    name: 'shell.openExternal',
    pattern: /\bopenExternal\b/,
    why: 'one file checks the scheme and asks the user first',
    allowedIn: /^electron\/main\/(?:\w+\/)?openLink\.ts$/,
  },
  { name: 'crashReporter', pattern: /\bcrashReporter\b/, why: 'its dumps hold memory, and so dossiers' },
  { name: 'addRecentDocument', pattern: /\baddRecentDocument\b/, why: 'client names in the system menu' },
  { name: 'bypassCSP', pattern: /\bbypassCSP\b/, why: 'switches the content security policy off' },
  {
    name: 'remote address',
    pattern: /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(\s*['"`](?:https?|wss?):/,
    why: 'the app never goes to the network',
    allowedIn: trials,
  },
];

describe('forbidden calls', () => {
  const sources = shippedSources();

  test('there are sources to read', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  test.each(FORBIDDEN)('$name is nowhere in what is shipped', ({ pattern, why, allowedIn }) => {
    const found = sources
      .filter(({ path }) => allowedIn?.test(path) !== true)
      .flatMap(({ path, text }) =>
        withoutComments(text)
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
      );
    expect(found, why).toEqual([]);
  });
});
