import { z } from 'zod';
import { StandardId } from '../../domain/account.ts';
import { AccountFamily } from '../../domain/accountFamily.ts';
import { DossierStandard, StandardChange, StandardRow } from '../../domain/dossierStandard.ts';
import { AccountId } from '../../domain/ids.ts';
import { OwnField } from '../../domain/ownField.ts';
import { chosenPath, type Contract, done, nothing, saved } from './shapes.ts';

/** What stood in the place of an imported standard; null = nothing. Taking the import back needs it. */
const taken = z.array(z.object({ id: StandardId, before: DossierStandard.nullable() }));

/** The department's standards of a dossier, and what of a client follows from its place among others. */
export const standardCalls = {
  'standards.list': {
    input: nothing,
    output: z.object({ standards: z.array(StandardRow.extend({ revision: z.int() })) }),
  },
  /** The department's own fields of all standards, former ones last. */
  'standards.ownFields': { input: nothing, output: z.object({ fields: z.array(OwnField) }) },
  'standards.create': {
    input: z.object({ draft: DossierStandard.omit({ id: true }) }),
    output: z.object({ id: StandardId }),
  },
  /** The dossiers that are kept by it are judged anew in the same save. Errors: staleRevision, notFound. */
  'standards.save': {
    input: z.object({ standard: DossierStandard, baseRevision: z.int() }),
    output: saved,
  },
  /** A standard of the program as the program brings it. */
  'standards.reset': { input: z.object({ id: StandardId }), output: saved },
  'standards.delete': { input: z.object({ id: StandardId }), output: done },
  'standards.restore': { input: z.object({ id: StandardId }), output: done },
  'standards.import': {
    input: z.object({ standards: z.array(DossierStandard).min(1).max(50) }),
    output: z.object({ taken }),
  },
  'standards.undoImport': { input: z.object({ taken }), output: done },
  /** The tree that a client stands in, with sums of the last 12 months. */
  'accounts.family': { input: z.object({ id: AccountId }), output: AccountFamily },
  /** How far our sales hang on few clients (GLOSSARY: портфель). */
  'accounts.dependence': {
    input: nothing,
    output: z.object({
      /** The client that brings more than the threshold; null = none. */
      monoDependenceOn: z.object({ id: AccountId, name: z.string() }).nullable(),
      keyClientsPermille: z.int(),
      keyClientsBand: z.enum(['below', 'within', 'above']),
      /** Clients of a type; none = the band says nothing. */
      keyClients: z.int(),
    }),
  },
} as const satisfies Contract;

/** Calls of the shell that carry a path. */
export const standardShellCalls = {
  'standards.writeFile': {
    input: z.object({ ids: z.array(StandardId).min(1).max(50), path: chosenPath }),
    output: z.object({ count: z.int() }),
  },
  'standards.readFile': {
    input: z.object({ path: chosenPath }),
    output: z.object({ changes: z.array(StandardChange) }),
  },
} as const satisfies Contract;

/** Calls that the shell answers to the window: files of the user's choice. */
export const standardWindowCalls = {
  'shell.exportStandards': {
    input: z.object({ ids: z.array(StandardId).min(1).max(50) }),
    output: z.object({ fileName: z.string(), count: z.int() }),
  },
  'shell.openStandards': {
    input: nothing,
    output: z.object({ fileName: z.string(), changes: z.array(StandardChange) }),
  },
} as const satisfies Contract;
