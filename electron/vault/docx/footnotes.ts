import { wordNamespaces } from './namespaces.ts';
import { xmlHead } from './xml.ts';

/** Properties of a run that is a footnote's mark. */
export const referenceMark = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';

/** The lines that part footnotes from the text; Word wants both, and the settings name them. */
const separators = [
  { id: -1, type: 'separator', run: '<w:separator/>' },
  { id: 0, type: 'continuationSeparator', run: '<w:continuationSeparator/>' },
] as const;

/** `w:footnotePr` of the settings. */
export const footnoteSettings = `<w:footnotePr>${separators.map(({ id }) => `<w:footnote w:id="${id}"/>`).join('')}</w:footnotePr>`;

/** `word/footnotes.xml`: the separators, then each footnote's runs under a number from 1. */
export function footnotesXml(notes: readonly string[]): string {
  let xml = `${xmlHead}<w:footnotes ${wordNamespaces}>`;
  for (const { id, type, run } of separators) {
    xml += `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r>${run}</w:r></w:p></w:footnote>`;
  }
  notes.forEach((runs, at) => {
    xml +=
      `<w:footnote w:id="${at + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>${referenceMark}<w:footnoteRef/></w:r>` +
      `<w:r><w:t xml:space="preserve"> </w:t></w:r>${runs}</w:p></w:footnote>`;
  });
  return `${xml}</w:footnotes>`;
}
