import { defineConfig } from '@playwright/test';
import { windowsAtOnce } from './tests/support/displays.ts';

// Files run side by side, the tests of one file after each other: they share its window.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/e2e',
  globalSetup: './tests/support/displays.ts',
  workers: windowsAtOnce,
  fullyParallel: false,
  forbidOnly: true,
  // A busy machine can make a window miss a moment; what fails twice is broken. The summary counts second tries.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    // The longest files begin first, lest their last tests be waited for alone.
    { name: 'longest', testMatch: /[\\/](?:vault|screens)\.spec\.ts$/ },
    { name: 'window', testIgnore: /[\\/](?:vault|screens|.*demo)\.spec\.ts$/ },
    // Pictures of every look take their time: `npm run demo` makes them, a test run does the job alone.
    {
      name: 'demo',
      testMatch: process.env['KAMERTON_DEMO_DIR'] === undefined ? /[\\/]demo\.spec\.ts$/ : /demo\.spec\.ts$/,
      timeout: 300_000,
    },
  ],
});
