import { z } from 'zod';
import { Language } from '../../domain/language.ts';
import { errorCodes } from '../reply.ts';
import { chosenPath, type Contract } from './shapes.ts';

const jobId = z.uuid();
const wish = { jobId, withPrivate: z.boolean(), language: Language };
const exported = z.object({
  folderName: z.string(),
  records: z.int(),
  files: z.int(),
  refused: z.array(z.object({ name: z.string(), code: z.enum(errorCodes) })),
});

/** The whole vault as readable files. */
export const vaultExportCalls = {
  'vaultExport.stop': { input: z.object({ jobId }), output: z.object({ stopped: z.boolean() }) },
} as const satisfies Contract;

export const vaultExportShellCalls = {
  'vaultExport.write': { input: z.object({ ...wish, folder: chosenPath }), output: exported },
} as const satisfies Contract;

export const vaultExportWindowCalls = {
  /** Asks for a folder and writes everything there, unencrypted. Answers `cancelled` when stopped or the dialog was closed. */
  'shell.exportVault': { input: z.object(wish), output: exported },
} as const satisfies Contract;
