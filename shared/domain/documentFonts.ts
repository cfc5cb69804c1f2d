/** What kind of face a font is, which face of the same widths stands in for it, and how tall its single line is. */
export type FontFacts = {
  readonly family: 'roman' | 'swiss' | 'modern' | 'auto';
  readonly instead: string;
  /** Height of a single-spaced line in Word, as a share of the size. */
  readonly line: number;
};

/** Metric twins first: with them the lines break where they did. */
const knownFonts: Readonly<Record<string, FontFacts>> = {
  'times new roman': { family: 'roman', instead: 'Liberation Serif', line: 1.15 },
  'pt astra serif': { family: 'roman', instead: 'Times New Roman', line: 1.15 },
  'pt serif': { family: 'roman', instead: 'Times New Roman', line: 1.32 },
  cambria: { family: 'roman', instead: 'Caladea', line: 1.17 },
  georgia: { family: 'roman', instead: 'Times New Roman', line: 1.14 },
  arial: { family: 'swiss', instead: 'Liberation Sans', line: 1.15 },
  'pt astra sans': { family: 'swiss', instead: 'Arial', line: 1.15 },
  'pt sans': { family: 'swiss', instead: 'Arial', line: 1.29 },
  calibri: { family: 'swiss', instead: 'Carlito', line: 1.22 },
  verdana: { family: 'swiss', instead: 'DejaVu Sans', line: 1.22 },
  tahoma: { family: 'swiss', instead: 'Arial', line: 1.21 },
  'segoe ui': { family: 'swiss', instead: 'Arial', line: 1.33 },
  'courier new': { family: 'modern', instead: 'Liberation Mono', line: 1.13 },
};

/** Facts of a font by its name in any case; a font nobody told us of falls back on Arial. */
export function fontFacts(name: string): FontFacts {
  return knownFonts[name.trim().toLowerCase()] ?? { family: 'auto', instead: 'Arial', line: 1.15 };
}

const generic = { roman: 'serif', swiss: 'sans-serif', modern: 'monospace', auto: 'sans-serif' } as const;

/** A font with what stands in for it, as CSS writes a list of faces. */
export function fontStack(name: string): string {
  const { family, instead } = fontFacts(name);
  const quoted = (face: string) => `'${face.replaceAll(/['"\\;{}]/g, '')}'`;
  // The twin of a twin: Times New Roman itself is missing on most Linux machines.
  const twin = knownFonts[instead.toLowerCase()]?.instead;
  const faces = [...new Set([name, instead, ...(twin === undefined ? [] : [twin])])];
  return [...faces.map(quoted), generic[family]].join(', ');
}
