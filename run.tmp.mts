const { benchImport } = await import('./tests/bench/importWork.ts');
await benchImport();
