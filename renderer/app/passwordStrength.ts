/** The shortest password the vault accepts, characters. */
export const shortestPassword = 12;

/** How hard a password is to guess: 0 too short or trivial, 1 weak, 2 fair, 3 good, 4 strong. */
export type PasswordStrength = 0 | 1 | 2 | 3 | 4;

const pools: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[а-яё]/, 33],
  [/[А-ЯЁ]/, 33],
  [/\d/, 10],
  [/[^a-zA-Zа-яёА-ЯЁ\d]/, 20],
];

/** Characters that add surprise: not the repeat of the one before, nor its neighbour in a run like «1234» or «abcd». */
function surprisingLength(password: string): number {
  let count = 0;
  let before = Number.NaN;
  for (const character of password) {
    const code = character.codePointAt(0) ?? 0;
    count += Math.abs(code - before) <= 1 ? 0.25 : 1;
    before = code;
  }
  const different = new Set(password.toLowerCase()).size;
  return Math.min(count, different * 2);
}

/**
 * An estimate to guide the user while typing; what is really refused (too short, widely known) the vault decides.
 * Length counts most: a phrase of four words is stronger than eight tangled characters.
 */
export function passwordStrength(password: string): PasswordStrength {
  if ([...password].length < shortestPassword) return 0;
  const pool = pools.reduce((sum, [pattern, size]) => sum + (pattern.test(password) ? size : 0), 0);
  const bits = surprisingLength(password) * Math.log2(Math.max(pool, 2));
  if (bits < 30) return 0;
  if (bits < 48) return 1;
  if (bits < 64) return 2;
  return bits < 85 ? 3 : 4;
}
