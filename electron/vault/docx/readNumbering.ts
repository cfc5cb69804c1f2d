import { countLevels } from './levelCounts.ts';

/** Says what stands before each numbered paragraph, counting as Word does; made anew for every reading. */
export type Numbering = {
  /** The mark of the next paragraph: its own numbering wins over its style's; null = it has none. */
  next(own: { readonly numId: string; readonly level: number } | null, style: string): string | null;
};

type Level = { readonly text: string; readonly start: number; readonly bullet: boolean };
type List = {
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
};

const value = (xml: string, tag: string): string | null =>
  new RegExp(`<${tag} w:val="([^"]*)"`).exec(xml)?.[1] ?? null;

function levelsOf(xml: string): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const [whole, at] of xml.matchAll(/<w:lvl w:ilvl="(\d+)"[\s\S]*?<\/w:lvl>/g)) {
    levels.set(Number(at), {
      text: value(whole, 'w:lvlText') ?? '',
      start: Number(value(whole, 'w:start') ?? 1),
      bullet: value(whole, 'w:numFmt') === 'bullet',
    });
  }
  return levels;
}

function listsOf(xml: string): ReadonlyMap<string, List> {
  const kinds = new Map<string, ReadonlyMap<number, Level>>();
  for (const [whole, id] of xml.matchAll(/<w:abstractNum w:abstractNumId="(\d+)"[\s\S]*?<\/w:abstractNum>/g))
    kinds.set(id ?? '', levelsOf(whole));
  const lists = new Map<string, List>();
  for (const [whole, id] of xml.matchAll(/<w:num w:numId="(\d+)"[\s\S]*?<\/w:num>/g)) {
    const starts = new Map<number, number>();
    for (const [, at, start] of whole.matchAll(
      /<w:lvlOverride w:ilvl="(\d+)"><w:startOverride w:val="(\d+)"/g,
    ))
      starts.set(Number(at), Number(start));
    const definition = value(whole, 'w:abstractNumId') ?? '';
    lists.set(id ?? '', { definition, levels: kinds.get(definition) ?? new Map(), starts });
  }
  return lists;
}

/** Numbering that styles bring along: the headings'. */
function numberedStyles(
  xml: string,
): ReadonlyMap<string, { readonly numId: string; readonly level: number }> {
  const styles = new Map<string, { readonly numId: string; readonly level: number }>();
  for (const [whole, id] of xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[\s\S]*?<\/w:style>/g)) {
    const numId = value(whole, 'w:numId');
    if (numId !== null) styles.set(id ?? '', { numId, level: Number(value(whole, 'w:ilvl') ?? 0) });
  }
  return styles;
}

/** Reads `word/numbering.xml` and the numbered styles of a file that our writer wrote. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const lists = listsOf(numberingXml);
  const styles = numberedStyles(stylesXml);
  const counts = countLevels();
  return {
    next(own, style) {
      const place = own ?? styles.get(style);
      const list = place === undefined ? undefined : lists.get(place.numId);
      const level = place === undefined ? undefined : list?.levels.get(place.level);
      if (place === undefined || list === undefined || level === undefined) return null;
      const numbers = counts.next({
        definition: list.definition,
        numId: place.numId,
        level: place.level,
        startOf: (at) => list.starts.get(at) ?? list.levels.get(at)?.start ?? 1,
        beginsAnew: list.starts.has(place.level),
      });
      if (level.bullet) return level.text;
      return level.text.replaceAll(/%(\d)/g, (_whole, at: string) => String(numbers[Number(at) - 1] ?? 1));
    },
  };
}
