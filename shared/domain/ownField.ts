import { z } from 'zod';
import { StandardId } from './account.ts';
import { OwnFieldKey } from './detailFields.ts';
import { StandardField } from './dossierStandard.ts';

/** A department's own field wherever it is used outside of the standards themselves (GLOSSARY: своё поле). */
export const OwnField = StandardField.pick({ label: true, kind: true, options: true }).extend({
  key: OwnFieldKey,
  /** The standards that ask for it now, in their order, with their own names; none = a former field. */
  askedBy: z.array(z.object({ id: StandardId, name: z.string() })),
});
export type OwnField = z.infer<typeof OwnField>;

/** The same as a paper for one client knows it (GLOSSARY: графа своих полей). */
export const PaperField = OwnField.pick({ key: true, label: true, kind: true }).extend({
  /** Whether its column is asked by the client's own standard, by those of other clients only, or by none any more. */
  state: z.enum(['asked', 'elsewhere', 'former']),
  /** What its column says in the dossier; empty where nothing does, and where a guess may not be printed. */
  value: z.string(),
  /** One of each column: the field that a new text for this client is to name. */
  offered: z.boolean(),
});
export type PaperField = z.infer<typeof PaperField>;
