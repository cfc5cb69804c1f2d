import { z } from 'zod';

/** A VAT rate of a price line in percent; `none` = «без НДС» (GLOSSARY: НДС). */
export const VatRate = z.union([
  z.literal(22),
  z.literal(20),
  z.literal(10),
  z.literal(7),
  z.literal(5),
  z.literal(0),
  z.literal('none'),
]);
export type VatRate = z.infer<typeof VatRate>;

/** `included`: prices contain VAT («в том числе»); `onTop`: VAT is added to the prices. */
export const VatMode = z.enum(['included', 'onTop']);
export type VatMode = z.infer<typeof VatMode>;
