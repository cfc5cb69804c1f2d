import type { DocumentLook } from '../../../shared/domain/company.ts';
import { wordNamespaces } from './namespaces.ts';
import { escapeAttribute, xmlHead } from './xml.ts';

type FontFacts = { readonly family: 'roman' | 'swiss' | 'modern' | 'auto'; readonly instead: string };

/** What a reader without the font falls back on: metric twins first. */
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

function fontXml(name: string): string {
  const { family, instead } = knownFonts[name.toLowerCase()] ?? { family: 'auto', instead: 'Arial' };
  // Charset CC asks for a font with Cyrillic letters (ECMA-376 §17.8.3.2).
  return (
    `<w:font w:name="${escapeAttribute(name)}"><w:altName w:val="${instead}"/><w:charset w:val="CC"/>` +
    `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
  );
}

/** `word/fontTable.xml`: the fonts of a look and what stands in for them. */
export function fontTableXml(look: DocumentLook): string {
  const fonts = [...new Set([look.bodyFont, look.headingFont])].filter((name) => name.trim() !== '');
  return `${xmlHead}<w:fonts ${wordNamespaces}>${fonts.map(fontXml).join('')}</w:fonts>`;
}
