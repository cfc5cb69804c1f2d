import { z } from 'zod';

/** Languages of the interface and, independently, of a proposal. */
export const Language = z.enum(['ru', 'en']);
export type Language = z.infer<typeof Language>;
