import { hexOf } from '../colors.ts';
import { linkTarget } from './inlineFormat.ts';
import { readDeclarations } from './sourceStyles.ts';
import { styleData } from './separateStyles.ts';

/** What an editor like ours writes into the clipboard of itself; anything beyond is no content. */
const elements =
  'p,h1,h2,h3,ul,ol,li,table,tbody,thead,tfoot,tr,td,th,blockquote,hr,br,img,a,strong,b,em,i,u,s,sub,sup,mark,span,div,section';
const attributes = new Set([
  'data-field',
  'data-page-break',
  'data-pm-slice',
  'data-copy',
  'data-section',
  'data-argument',
  'href',
  'start',
  'colspan',
  'rowspan',
  'colwidth',
  'data-shade',
  'data-valign',
  'src',
  'alt',
  'data-caption',
  'width',
  'height',
]);

/** Makes a page that an editor like ours wrote safe, keeping its structure as it is: it is in the model's terms already. */
export function cleanOwnPage(page: Document): string {
  for (const element of page.body.querySelectorAll(`:not(${elements})`)) element.remove();
  for (const element of page.body.querySelectorAll('*')) {
    const style = readDeclarations(element.getAttribute(styleData) ?? '');
    for (const { name } of Array.from(element.attributes))
      if (!attributes.has(name)) element.removeAttribute(name);
    const href = element.getAttribute('href');
    if (href !== null && linkTarget(href) === null) element.removeAttribute('href');
    const color = hexOf(
      (element.localName === 'mark' ? style.get('background-color') : style.get('color')) ?? '',
    );
    if (color !== null) element.setAttribute('data-color', color);
    const align = style.get('text-align');
    if (align !== undefined) element.setAttribute('data-align', align);
  }
  return page.body.innerHTML;
}
