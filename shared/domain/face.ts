import { z } from 'zod';
import { PersonId } from './ids.ts';

/** One document for the group, or a copy turned to each reader (GLOSSARY: форма КП). */
export const ProposalShape = z.enum(['group', 'faces']);
export type ProposalShape = z.infer<typeof ProposalShape>;

/**
 * What differs in one reader's copy, and nothing else: prices, dates and terms live in the body, so that copies cannot
 * disagree (GLOSSARY: лицо).
 */
export const Face = z.object({
  personId: PersonId,
  /** The letter after the greeting, paragraphs parted by an empty line; null = the one the program writes. */
  letter: z.string().max(6000).nullable(),
  /** Sections of roles in this reader's order, unnamed ones last; null = the reader's own first. */
  sectionIds: z.array(z.string().max(80)).max(60).nullable(),
});
export type Face = z.infer<typeof Face>;
