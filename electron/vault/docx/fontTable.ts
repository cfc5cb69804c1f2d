import type { DocumentLook } from '../../../shared/domain/company.ts';
import { fontFacts } from '../../../shared/domain/documentFonts.ts';
import { wordNamespaces } from './namespaces.ts';
import { escapeAttribute, xmlHead } from './xml.ts';

function fontXml(name: string): string {
  const { family, instead } = fontFacts(name);
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
