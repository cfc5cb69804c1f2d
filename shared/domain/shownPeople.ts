import { z } from 'zod';
import { PersonId } from './ids.ts';
import { Person } from './person.ts';

/** People of a client as the window is given them. */
export const ShownPeople = z.object({
  people: z.array(Person),
  /** Whether the vault keeps facts of special categories (GLOSSARY: деликатный факт). */
  specialData: z.boolean(),
  /** While it does not: how many such facts stay inside, unseen, to be erased. */
  hiddenFacts: z.array(z.object({ id: PersonId, count: z.int() })),
});
export type ShownPeople = z.infer<typeof ShownPeople>;
