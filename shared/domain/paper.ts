import { z } from 'zod';
import { DocumentRoot } from '../document/nodes.ts';
import { AccountId, PersonId } from './ids.ts';
import { Language } from './language.ts';
import { DocumentLook } from './look.ts';
import { MeetingVariant } from './meetingPlan.ts';

/** Which paper of our own is wanted: composed from the vault each time it is looked at, kept nowhere. */
export const PaperRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('meetingSheet'),
    accountId: AccountId,
    variant: MeetingVariant,
    language: Language,
  }),
  /** Everything about a person, to hand over to them. */
  z.object({ kind: z.literal('personData'), personId: PersonId, language: Language }),
  z.object({ kind: z.literal('accountPlan'), accountId: AccountId, language: Language }),
  z.object({ kind: z.literal('erasureAct'), number: z.int(), language: Language }),
]);
export type PaperRequest = z.infer<typeof PaperRequest>;

/** A document that is no proposal: it has no number, no addressee, no price (GLOSSARY: внутренний документ). */
export const Paper = z.object({
  root: DocumentRoot,
  look: DocumentLook,
  language: Language,
  title: z.string(),
  /** Without a folder and an extension. */
  fileName: z.string(),
  /** Said at the head of the pages after the first, left and right. */
  header: z.object({ left: z.string(), right: z.string() }),
});
export type Paper = z.infer<typeof Paper>;
