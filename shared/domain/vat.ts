import { z } from 'zod';

/** A VAT rate of a price line in whole percent; `none` = «без НДС» (GLOSSARY: НДС). */
export const VatRate = z.union([z.int().min(0).max(99), z.literal('none')]);
export type VatRate = z.infer<typeof VatRate>;

/** `included`: prices contain VAT («в том числе»); `onTop`: VAT is added to the prices. */
export const VatMode = z.enum(['included', 'onTop']);
export type VatMode = z.infer<typeof VatMode>;

/** A rate as a form's list keeps it («22», «none»); null where the text is no rate. */
export function vatRateOf(text: string | null): VatRate | null {
  const rate = VatRate.safeParse(text === 'none' ? 'none' : Number(text ?? ''));
  return rate.success && text !== '' && text !== null ? rate.data : null;
}
