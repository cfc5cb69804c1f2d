/** Russian plural forms: one («рубль»), few («рубля»), many («рублей»). */
export type PluralForms = readonly [one: string, few: string, many: string];

/** Picks the form that agrees with a whole number: 1 рубль, 3 рубля, 11 рублей, 21 рубль. */
export function pluralRu(count: number, forms: PluralForms): string {
  const tens = Math.abs(count) % 100;
  const ones = tens % 10;
  if (tens > 10 && tens < 20) return forms[2];
  if (ones === 1) return forms[0];
  return ones >= 2 && ones <= 4 ? forms[1] : forms[2];
}
