import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], timeoutMs: number, isolate = true) => ({
  test: {
    name,
    include,
    setupFiles: ['tests/support/propertySeed.ts'],
    environment: 'node' as const,
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    // The SQLite addon keeps process-wide state: a fork per file, as in the app.
    pool: 'forks' as const,
    isolate,
  },
});

export default defineConfig({
  test: {
    // By itself it leaves a core out, which on two cores is half of the machine.
    maxWorkers: availableParallelism(),
    projects: [
      project(
        'unit',
        [
          'shared/**/*.test.ts',
          'renderer/**/*.test.{ts,tsx}',
          'electron/**/*.test.ts',
          'tests/unit/**/*.test.ts',
        ],
        15_000,
        // Pure rules leave nothing behind: loading them anew for every file took half of the time.
        false,
      ),
      project('integration', ['tests/integration/**/*.test.ts'], 60_000),
      project('hostile', ['tests/hostile/**/*.test.ts'], 180_000),
      project('crash', ['tests/crash/**/*.test.ts'], 180_000),
    ],
  },
});
