/** What a text is asked for with: numbers that choose its form, or words that stand in it. */
type Values = Readonly<Record<string, unknown>>;

const mostKept = 5000;

/** Stands where a word comes; no text of ours has this letter. */
const gap = (name: string): string => `\uE000${name}\uE000`;

/**
 * The same texts, each looked up once: a table says some hundred of them for every key that is typed. Words that stand in
 * a text (names, subjects) are put into what was kept of it. Good for as long as `t` itself, which another language
 * replaces.
 */
export function rememberTexts<Texts>(t: Texts): Texts {
  const kept = new Map<string, string>();
  const say = t as unknown as (key: string, values?: Values) => string;
  const keptOf = (name: string, key: string, values?: Values): string => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const text = say(key, values);
    kept.set(name, text);
    return text;
  };
  const remembered = (key: string, values?: Values): string => {
    if (values === undefined) return keptOf(key, key);
    const entries = Object.entries(values);
    if (entries.every(([, value]) => typeof value === 'number'))
      return keptOf(`${key} ${JSON.stringify(values)}`, key, values);
    // What chooses a text is no word in it.
    if (entries.some(([name, value]) => typeof value !== 'string' || name === 'context'))
      return say(key, values);
    const gaps = Object.fromEntries(entries.map(([name]) => [name, gap(name)]));
    return entries.reduce(
      (text, [name, value]) => text.replaceAll(gap(name), () => String(value)),
      keptOf(`${key} ${JSON.stringify(gaps)}`, key, gaps),
    );
  };
  return remembered as unknown as Texts;
}
