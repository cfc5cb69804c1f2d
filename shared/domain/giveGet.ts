import { z } from 'zod';

/** What a client may give for a discount (GLOSSARY: что взамен). */
export const givenInReturn = [
  'prepayment',
  'volume',
  'term',
  'reference',
  'fastDecision',
  'ownTransport',
  'soleSupplier',
  'other',
] as const;
export const GiveKind = z.enum(givenInReturn);
export type GiveKind = z.infer<typeof GiveKind>;

/** One thing the client gives: its kind, and the terms in words where they are agreed. */
export const Give = z.object({ kind: GiveKind, text: z.string().max(200) });
export type Give = z.infer<typeof Give>;
