import { words } from '../../../shared/document/words.ts';
import type { DocumentLook } from '../../../shared/domain/company.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { textArea } from './pageParts.ts';
import { escapeAttribute } from './xml.ts';

/** Namespaces of a header that carries the mark, beside those every part has. */
export const draftMarkNamespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word"';

/** The kind of shape that Word's own watermarks are: text drawn along a straight line (VML shape type 136). */
const shapeType =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>' +
  [
    'sum #0 0 10800',
    'prod #0 2 1',
    'sum 21600 0 @1',
    'sum 0 0 @2',
    'sum 21600 0 @3',
    'if @0 @3 0',
    'if @0 21600 @1',
    'if @0 0 @2',
    'if @0 @4 21600',
    'mid @5 @6',
    'mid @8 @5',
    'mid @7 @8',
    'mid @6 @7',
    'sum @6 0 @5',
  ]
    .map((formula) => `<v:f eqn="${formula}"/>`)
    .join('') +
  '</v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
  '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>';

/**
 * «ЧЕРНОВИК» across the page behind the text, as a run of a header: written as Word itself writes a watermark, so that
 * its own command «remove the watermark» finds it by its name. `at` = a number of its own for each header.
 */
export function draftMarkRun(look: DocumentLook, language: Language, at: number): string {
  // The mark runs from corner to corner of a square as wide as the text.
  const widthPt = Math.round(textArea(look).widthTwips / 20);
  const heightPt = Math.round(widthPt / 4);
  return (
    `<w:r><w:rPr><w:noProof/></w:rPr><w:pict>${shapeType}<v:shape id="PowerPlusWaterMarkObject${at}" o:spid="_x0000_s${2048 + at}" type="#_x0000_t136" ` +
    `style="position:absolute;margin-left:0;margin-top:0;width:${widthPt}pt;height:${heightPt}pt;rotation:315;z-index:-251658240;` +
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" ' +
    'o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>' +
    `<v:textpath style="font-family:&quot;${escapeAttribute(look.headingFont)}&quot;;font-size:1pt" string="${words[language].draft}"/>` +
    '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
  );
}
