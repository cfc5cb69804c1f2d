import { words } from '../../../shared/document/words.ts';
import type { DocumentLook } from '../../../shared/domain/company.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { wordNamespaces } from './namespaces.ts';
import { a4, twipsOfMm } from './units.ts';
import { runContent, xmlHead } from './xml.ts';

// The ids follow from the order of the fixed relationships in `skeleton.ts`.
const sectionReferences =
  '<w:headerReference w:type="first" r:id="rId6"/><w:headerReference w:type="default" r:id="rId7"/>' +
  '<w:footerReference w:type="first" r:id="rId8"/><w:footerReference w:type="default" r:id="rId9"/>';

/** Room for text on a page, in twips. */
export function textArea(look: DocumentLook): { widthTwips: number; heightTwips: number } {
  const { top, right, bottom, left } = look.marginMm;
  return {
    widthTwips: a4.widthTwips - twipsOfMm(left) - twipsOfMm(right),
    heightTwips: a4.heightTwips - twipsOfMm(top) - twipsOfMm(bottom),
  };
}

/** A4 with the look's margins; the first page has a header of its own, which is empty. */
export function sectionXml(look: DocumentLook): string {
  const { top, right, bottom, left } = look.marginMm;
  // Pages are numbered 10 mm from the edge (an office rule of GOST R 7.0.97), less where the margin is smaller.
  const edge = (margin: number) => twipsOfMm(Math.min(10, margin / 2));
  return (
    `<w:sectPr>${sectionReferences}<w:pgSz w:w="${a4.widthTwips}" w:h="${a4.heightTwips}"/>` +
    `<w:pgMar w:top="${twipsOfMm(top)}" w:right="${twipsOfMm(right)}" w:bottom="${twipsOfMm(bottom)}" w:left="${twipsOfMm(left)}" ` +
    `w:header="${edge(top)}" w:footer="${edge(bottom)}" w:gutter="0"/><w:titlePg/></w:sectPr>`
  );
}

function run(text: string): string {
  return text === '' ? '' : `<w:r>${runContent(text)}</w:r>`;
}

/** A field that Word counts itself; `shown` stands until it does. */
function field(instruction: string, shown: string): string {
  return (
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  );
}

function partXml(mark: HeaderMark, paragraph: string, runs: string): string {
  return `${xmlHead}<w:hdr ${wordNamespaces}${mark === null ? '' : ` ${mark.namespaces}`}><w:p>${paragraph}${mark?.run ?? ''}${runs}</w:p></w:hdr>`;
}

/** What stands behind the text of every page; null = nothing. */
export type HeaderMark = { readonly namespaces: string; readonly run: string } | null;

/** The header of the first page: the letterhead stands there instead. */
export function firstHeaderXml(mark: HeaderMark): string {
  return partXml(mark, '', '');
}

/** The header from the second page on: who writes on the left, which paper on the right; or the page's bare number. */
export function headerXml(left: string, right: string, look: DocumentLook, mark: HeaderMark): string {
  if (look.pageNumbers === 'topCentre')
    return partXml(mark, '<w:pPr><w:pStyle w:val="Header"/></w:pPr>', field('PAGE', '2'));
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${textArea(look).widthTwips}"/></w:tabs>`;
  return partXml(
    mark,
    `<w:pPr><w:pStyle w:val="Header"/>${tab}</w:pPr>`,
    `${run(left)}<w:r><w:tab/></w:r>${run(right)}`,
  );
}

/** Our contacts on the left where the look wants them, «стр. 1 из 2», counted by Word, on the right. */
export function footerXml(line: string, look: DocumentLook, language: Language): string {
  const left = look.footer === 'company' ? run(line) : '';
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${textArea(look).widthTwips}"/></w:tabs>`;
  const [before = '', between = '', after = ''] = words[language].page('\u0000', '\u0000').split('\u0000');
  const number =
    look.pageNumbers === 'topCentre'
      ? ''
      : `${run(before)}${field('PAGE', '1')}${run(between)}${field('NUMPAGES', '1')}${run(after)}`;
  return (
    `${xmlHead}<w:ftr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/>${left === '' ? '' : tab}</w:pPr>` +
    `${left}${left === '' || number === '' ? '' : '<w:r><w:tab/></w:r>'}${number}</w:p></w:ftr>`
  );
}
