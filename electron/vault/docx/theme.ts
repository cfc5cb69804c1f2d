import type { DocumentLook } from '../../../shared/domain/company.ts';
import { paletteOf } from './palette.ts';
import { escapeAttribute, xmlHead } from './xml.ts';

/**
 * `word/theme/theme1.xml`: what Word offers first in its colour and font pickers when the reader edits the file,
 * and the colours of charts pasted into it. The document itself names its fonts and colours in its styles.
 */
export function themeXml(look: DocumentLook): string {
  const { accent, ink, link } = paletteOf(look);
  const fixed = (name: string, hex: string) => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`;
  const font = (name: string, face: string) =>
    `<a:${name}><a:latin typeface="${escapeAttribute(face)}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  const thrice = (xml: string) => xml.repeat(3);
  return (
    `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kamerton"><a:themeElements>` +
    `<a:clrScheme name="Kamerton">${fixed('dk1', '000000')}${fixed('lt1', 'FFFFFF')}${fixed('dk2', ink)}${fixed('lt2', 'F1EFEA')}` +
    `${fixed('accent1', accent)}${fixed('accent2', '8C6D1F')}${fixed('accent3', '7A2E2E')}${fixed('accent4', '3C5A86')}` +
    `${fixed('accent5', '5C6B3A')}${fixed('accent6', '6B6B6B')}${fixed('hlink', link)}${fixed('folHlink', '6A4A8C')}</a:clrScheme>` +
    `<a:fontScheme name="Kamerton">${font('majorFont', look.headingFont)}${font('minorFont', look.bodyFont)}</a:fontScheme>` +
    `<a:fmtScheme name="Kamerton"><a:fillStyleLst>${thrice(fill)}</a:fillStyleLst><a:lnStyleLst>${thrice(line)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${thrice(effect)}</a:effectStyleLst><a:bgFillStyleLst>${thrice(fill)}</a:bgFillStyleLst></a:fmtScheme>` +
    '</a:themeElements></a:theme>'
  );
}
