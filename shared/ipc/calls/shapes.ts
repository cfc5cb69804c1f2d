import { z } from 'zod';

/** A contract or a part of it: what a call takes and what it answers. */
export type Contract = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;

export const nothing = z.object({});
export const done = z.object({});
export const saved = z.object({ revision: z.int() });
/** A path chosen in a native dialog: only the shell hands one over. */
export const chosenPath = z.string().min(1).max(4000);
