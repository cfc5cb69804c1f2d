import { countLevels } from '../levelCounts.ts';
import type { NumberingReference } from './wordStyles.ts';
import { attribute, child, elementsOf, numberOf, valueOf, type XmlElement } from './xmlTree.ts';

type Level = { readonly format: string; readonly start: number; readonly joined: boolean };
type Definition = { readonly levels: ReadonlyMap<number, Level> };
type Num = {
  readonly abstractId: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
};

/** What a paragraph of a list is. */
export type ListMark = {
  readonly numId: string;
  /** From 0. */
  readonly level: number;
  readonly ordered: boolean;
  /** The number it shows; 0 for a bullet. */
  readonly number: number;
  /** Whether its number is written otherwise than in figures. */
  readonly unusual: boolean;
  /** Whether it says the numbers of the levels above too («1.1»). */
  readonly joined: boolean;
};

/** Counts as Word does while the paragraphs pass by in order. */
export type NumberingCounter = {
  /** The mark of the next paragraph; null where the reference means no list. */
  next(reference: NumberingReference | null): ListMark | null;
};

const deepestLevel = 8;
const figures = new Set(['decimal', 'decimalZero', 'bullet']);

function readLevel(element: XmlElement): Level {
  return {
    format: valueOf(element, 'w:numFmt') ?? 'decimal',
    start: numberOf(valueOf(element, 'w:start')) ?? 1,
    joined: (valueOf(element, 'w:lvlText') ?? '').split('%').length > 2,
  };
}

function levelsOf(element: XmlElement): Map<number, Level> {
  return new Map(
    elementsOf(element).flatMap((each) => {
      const level = numberOf(attribute(each, 'w:ilvl'));
      return each.name === 'w:lvl' && level !== null ? [[level, readLevel(each)] as const] : [];
    }),
  );
}

/** Reads `numbering.xml`; without one there are no lists. */
export function readNumbering(root: XmlElement | null): NumberingCounter {
  const definitions = new Map<string, Definition>();
  const styleLinks = new Map<string, string>();
  const byStyle = new Map<string, string>();
  const nums = new Map<string, Num>();
  for (const each of elementsOf(root)) {
    if (each.name === 'w:abstractNum') {
      const id = attribute(each, 'w:abstractNumId') ?? '';
      definitions.set(id, { levels: levelsOf(each) });
      const uses = valueOf(each, 'w:numStyleLink');
      if (uses !== null) styleLinks.set(id, uses);
      const defines = valueOf(each, 'w:styleLink');
      if (defines !== null) byStyle.set(defines, id);
    } else if (each.name === 'w:num') {
      const overrides = elementsOf(each).filter(({ name }) => name === 'w:lvlOverride');
      nums.set(attribute(each, 'w:numId') ?? '', {
        abstractId: valueOf(each, 'w:abstractNumId') ?? '',
        starts: new Map(
          overrides.flatMap((override) => {
            const level = numberOf(attribute(override, 'w:ilvl'));
            const start = numberOf(valueOf(override, 'w:startOverride'));
            return level === null || start === null ? [] : [[level, start] as const];
          }),
        ),
        levels: new Map(
          overrides.flatMap((override) => {
            const level = numberOf(attribute(override, 'w:ilvl'));
            const own = child(override, 'w:lvl');
            return level === null || own === null ? [] : [[level, readLevel(own)] as const];
          }),
        ),
      });
    }
  }

  const counts = countLevels();
  return {
    next(reference) {
      const numId = reference?.numId ?? null;
      if (numId === null || numId === '0') return null;
      const num = nums.get(numId);
      if (num === undefined) return null;
      const abstractId = byStyle.get(styleLinks.get(num.abstractId) ?? '') ?? num.abstractId;
      const level = Math.min(Math.max(reference?.level ?? 0, 0), deepestLevel);
      const definitionOf = (at: number) => num.levels.get(at) ?? definitions.get(abstractId)?.levels.get(at);
      const definition = definitionOf(level);
      const format = definition?.format ?? 'decimal';
      if (format === 'none') return null;
      const numbers = counts.next({
        definition: abstractId,
        numId,
        level,
        startOf: (at) => num.starts.get(at) ?? definitionOf(at)?.start ?? 1,
        beginsAnew: num.starts.has(level),
      });
      const ordered = format !== 'bullet';
      return {
        numId,
        level,
        ordered,
        number: ordered ? (numbers[level] ?? 1) : 0,
        unusual: !figures.has(format),
        joined: ordered && definition?.joined === true,
      };
    },
  };
}
