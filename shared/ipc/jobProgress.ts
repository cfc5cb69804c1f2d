import { z } from 'zod';

/** What long work is busy with: reading a file, comparing it with the vault, writing. */
export const JobPhase = z.enum(['reading', 'matching', 'writing']);
export type JobPhase = z.infer<typeof JobPhase>;

/** How far a piece of long work is; `jobId` is what the window gave it. */
export const JobProgress = z.object({ jobId: z.string().max(80), phase: JobPhase, share: z.number() });
export type JobProgress = z.infer<typeof JobProgress>;
