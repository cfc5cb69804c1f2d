import { z } from 'zod';
import { Picture } from '../../domain/company.ts';
import { Erased, ErasureAct, ErasureOrder, PersonTraces } from '../../domain/erasure.ts';
import { AccountId, PersonId } from '../../domain/ids.ts';
import { Language } from '../../domain/language.ts';
import { chosenPath, type Contract, done, nothing } from './shapes.ts';

/** Duties towards the people whose data are kept: special categories, everything about a person, erasure. */
export const privacyCalls = {
  /** Whether special categories are kept, how many such facts there are and lack something, and the journal of acts. */
  'privacy.get': {
    input: nothing,
    output: z.object({
      specialData: z.boolean(),
      facts: z.int(),
      troubled: z.int(),
      acts: z.array(ErasureAct),
    }),
  },
  'privacy.setSpecialData': { input: z.object({ on: z.boolean() }), output: done },
  /** Erases facts of special categories of a person, or of everybody; not to be taken back. */
  'privacy.eraseSpecialFacts': {
    input: z.object({ personId: PersonId.nullable() }),
    output: z.object({ erased: z.int() }),
  },
  /** What the vault holds of a person: asked before an erasure. */
  'people.traces': { input: z.object({ id: PersonId }), output: PersonTraces },
  /** Erases a person and writes the act. Finished only by `vault.scrub`, which the next opening does otherwise. */
  'people.erase': { input: ErasureOrder, output: Erased },
  /** Whether the map of a client's group goes into its private meeting sheet. */
  'people.groupPicture': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ kept: z.boolean() }),
  },
  /** Puts the map, as the window drew it, into the private meeting sheet; null takes it out. */
  'people.keepGroupPicture': {
    input: z.object({ accountId: AccountId, picture: Picture.nullable() }),
    output: done,
  },
  /** Takes the last traces of what was erased out of the file and its copies; nothing to do = nothing done. */
  'vault.scrub': { input: nothing, output: done },
} as const satisfies Contract;

/** Calls with paths, which only the shell makes. */
export const privacyShellCalls = {
  'people.dataFileName': {
    input: z.object({ id: PersonId, language: Language }),
    output: z.object({ fileName: z.string() }),
  },
  /** Writes everything about a person: a Word file at the path and the same as JSON beside it. */
  'people.writeData': {
    input: z.object({ id: PersonId, language: Language, path: chosenPath }),
    output: z.object({ jsonName: z.string() }),
  },
} as const satisfies Contract;

/** Calls that the shell answers to the window. */
export const privacyWindowCalls = {
  /** Asks where to save everything about a person. Answers `cancelled` when the dialog was closed. */
  'shell.exportPersonData': {
    input: z.object({ id: PersonId, language: Language }),
    output: z.object({ fileName: z.string(), jsonName: z.string() }),
  },
  /** Asks where to save a picture that the window drew. `name` without a folder and an extension. */
  'shell.savePicture': {
    input: z.object({ name: z.string().max(200), png: z.base64().max(8_000_000) }),
    output: z.object({ fileName: z.string() }),
  },
} as const satisfies Contract;
