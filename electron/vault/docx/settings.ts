import type { Language } from '../../../shared/domain/language.ts';
import { footnoteSettings } from './footnotes.ts';
import { wordNamespaces } from './namespaces.ts';
import { languageTag } from './scripts.ts';
import { xmlHead } from './xml.ts';

const compatibility = (name: string, value: number) =>
  `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;

/** `word/settings.xml`: the layout rules of Word 2013 and later, so that no «compatibility mode» changes the pages. */
export function settingsXml(language: Language): string {
  const [decimal, list] = language === 'ru' ? [',', ';'] : ['.', ','];
  return (
    `${xmlHead}<w:settings ${wordNamespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>` +
    `<w:characterSpacingControl w:val="doNotCompress"/>${footnoteSettings}<w:compat>` +
    // A justified line that ends in a line break is not stretched.
    '<w:doNotExpandShiftReturn/>' +
    compatibility('compatibilityMode', 15) +
    compatibility('overrideTableStyleFontSizeAndJustification', 1) +
    compatibility('enableOpenTypeFeatures', 1) +
    compatibility('doNotFlipMirrorIndents', 1) +
    compatibility('differentiateMultirowTableHeaders', 1) +
    `</w:compat><w:themeFontLang w:val="${languageTag[language]}"/>` +
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" ' +
    'w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>' +
    `<w:decimalSymbol w:val="${decimal}"/><w:listSeparator w:val="${list}"/></w:settings>`
  );
}
