import { z } from 'zod';

/** On what occasion an argument helps (GLOSSARY: повод довода). */
export const Occasion = z.enum(['tender', 'firstDeal', 'renewal', 'expansion', 'winBack', 'afterComplaint']);
export type Occasion = z.infer<typeof Occasion>;
