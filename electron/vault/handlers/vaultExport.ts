import { exportVault } from '../actions/exportVault/exportVault.ts';
import { stopJob, withJob } from '../exchange/jobs.ts';
import type { Handlers } from './handler.ts';
import { read } from './handler.ts';

export const vaultExportHandlers: Pick<Handlers, Extract<keyof Handlers, `vaultExport.${string}`>> = {
  'vaultExport.write': read((db, { jobId, ...wish }, tools) =>
    withJob(jobId, tools.progress, (job) => exportVault(db, wish, tools, job)),
  ),
  'vaultExport.stop': read((_db, { jobId }) => ({ stopped: stopJob(jobId) })),
};
