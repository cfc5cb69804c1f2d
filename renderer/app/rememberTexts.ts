/** What a text is asked for with: numbers that choose its form, or words that stand in it. */
type Values = Readonly<Record<string, unknown>>;

const mostKept = 5000;

/**
 * The same texts, each looked up once: a table says some hundred of them for every key that is typed. Texts with words
 * in them (names, subjects) are not kept. Good for as long as `t` itself, which another language replaces.
 */
export function rememberTexts<Texts>(t: Texts): Texts {
  const kept = new Map<string, string>();
  const say = t as unknown as (key: string, values?: Values) => string;
  const remembered = (key: string, values?: Values): string => {
    if (values !== undefined && Object.values(values).some((value) => typeof value !== 'number'))
      return say(key, values);
    const name = values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const text = say(key, values);
    kept.set(name, text);
    return text;
  };
  return remembered as unknown as Texts;
}
