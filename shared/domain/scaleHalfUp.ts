/**
 * `value × factor / divisor` for whole numbers ≥ 0, a half rounded up. The product of the largest quantity and
 * price does not fit a double exactly, so it goes through BigInt there.
 */
export function scaleHalfUp(value: number, factor: number, divisor: number): number {
  const product = value * factor;
  // Twice the product must stay exact for the half to be seen.
  if (product <= Number.MAX_SAFE_INTEGER / 4) return Math.floor((2 * product + divisor) / (2 * divisor));
  const wide = BigInt(divisor);
  return Number((2n * BigInt(value) * BigInt(factor) + wide) / (2n * wide));
}
