import { checkRandomTables } from '../support/checkMoney.ts';

/** A million random price tables against an independent count, in steps of seeds; throws at the first that differs. */
export function benchMoney(millions = 1): void {
  const step = 50_000;
  const from = performance.now();
  let [checked, told] = [0, 0];
  for (let seed = 1; checked < millions * 1_000_000; seed += 1) {
    const part = checkRandomTables(seed, step);
    checked += part.checked;
    told += part.told;
  }
  const seconds = (performance.now() - from) / 1000;
  console.log(
    `Money: ${checked} price tables agree with an independent count (${told} told to a kopeck, the rest larger ` +
      `than can be told), ${seconds.toFixed(0)} s, ${((seconds * 1e6) / checked).toFixed(0)} µs a table`,
  );
}
