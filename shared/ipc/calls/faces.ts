import { z } from 'zod';
import { PersonId, ProposalId } from '../../domain/ids.ts';
import type { Contract } from './shapes.ts';

/** Asked by the shell before it prints the copies of a proposal. */
export const faceShellCalls = {
  /** A copy a reader, in the readers' order, with the name of its PDF, and whether a table of contents is in it. Answers `unavailable` for one document. */
  'proposals.facePages': {
    input: z.object({ id: ProposalId }),
    output: z.object({
      faces: z.array(z.object({ personId: PersonId, fileName: z.string(), hasContents: z.boolean() })),
    }),
  },
} as const satisfies Contract;

/** Answered by the shell. */
export const faceWindowCalls = {
  /** Asks for a folder and prints a PDF a reader there. Answers `cancelled` when the dialog was closed. */
  'shell.exportFacePages': {
    input: z.object({ id: ProposalId }),
    output: z.object({ fileNames: z.array(z.string()) }),
  },
} as const satisfies Contract;
