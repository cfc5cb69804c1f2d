/** What kind of face a font is, and which face of the same widths stands in for it where it is missing. */
export type FontFacts = { readonly family: 'roman' | 'swiss' | 'modern' | 'auto'; readonly instead: string };

/** Metric twins first: with them the lines break where they did. */
const knownFonts: Readonly<Record<string, FontFacts>> = {
  'times new roman': { family: 'roman', instead: 'Liberation Serif' },
  'pt astra serif': { family: 'roman', instead: 'Times New Roman' },
  'pt serif': { family: 'roman', instead: 'Times New Roman' },
  cambria: { family: 'roman', instead: 'Caladea' },
  georgia: { family: 'roman', instead: 'Times New Roman' },
  arial: { family: 'swiss', instead: 'Liberation Sans' },
  'pt astra sans': { family: 'swiss', instead: 'Arial' },
  'pt sans': { family: 'swiss', instead: 'Arial' },
  calibri: { family: 'swiss', instead: 'Carlito' },
  verdana: { family: 'swiss', instead: 'DejaVu Sans' },
  tahoma: { family: 'swiss', instead: 'Arial' },
  'segoe ui': { family: 'swiss', instead: 'Arial' },
  'courier new': { family: 'modern', instead: 'Liberation Mono' },
};

/** Facts of a font by its name in any case; a font nobody told us of falls back on Arial. */
export function fontFacts(name: string): FontFacts {
  return knownFonts[name.trim().toLowerCase()] ?? { family: 'auto', instead: 'Arial' };
}

const generic = { roman: 'serif', swiss: 'sans-serif', modern: 'monospace', auto: 'sans-serif' } as const;

/** A font with what stands in for it, as CSS writes a list of faces. */
export function fontStack(name: string): string {
  const { family, instead } = fontFacts(name);
  const quoted = (face: string) => `'${face.replaceAll(/['"\\;{}]/g, '')}'`;
  // The twin of a twin: Times New Roman itself is missing on most Linux machines.
  const twin = fontFacts(instead).instead;
  const faces = [...new Set([name, instead, family === 'auto' ? 'Liberation Sans' : twin])];
  return [...faces.map(quoted), generic[family]].join(', ');
}
