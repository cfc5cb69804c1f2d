import { defineConfig } from '@playwright/test';

// One window at a time: the app is a single instance, and screenshots must not race.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'window', testIgnore: 'demo.spec.ts' },
    { name: 'demo', testMatch: 'demo.spec.ts', timeout: 300_000 },
  ],
});
