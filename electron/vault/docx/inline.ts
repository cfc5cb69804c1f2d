import { assertNever } from '../../../shared/ipc/reply.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { InlineNode, Mark, MergeFieldNode } from '../../../shared/document/nodes.ts';
import { fieldValue } from '../../../shared/document/mergeFields.ts';
import { printedField } from '../../../shared/document/resolveFields.ts';
import { referenceMark } from './footnotes.ts';
import { hasRightToLeft, scriptProperties, scriptRuns, startsRightToLeft, type Script } from './scripts.ts';
import type { Writing } from './writing.ts';
import { runContent } from './xml.ts';

/** The marks of a piece of text, merged before its run is made; pieces of properties in the schema's order. */
type RunLook = {
  readonly style: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly lines: string;
  readonly shade: string;
  readonly raised: string;
  readonly href: string | null;
};

function hex(color: string): string {
  return color.slice(1).toUpperCase();
}

function shading(fill: string): string {
  return `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
}

/**
 * Marks as run properties in the order the schema wants them (ECMA-376 §17.3.2.28): style, weight, strike and
 * colour, underline, shading, raised or lowered.
 */
function lookOf(marks: readonly Mark[], writing: Writing): RunLook {
  let bold = false;
  let italic = false;
  let strike = '';
  let color = '';
  let underline = '';
  let shade = '';
  let raised = '';
  let href: string | null = null;
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at];
    if (mark === undefined) continue;
    switch (mark.type) {
      case 'bold':
        bold = true;
        break;
      case 'italic':
        italic = true;
        break;
      case 'underline':
        underline = '<w:u w:val="single"/>';
        break;
      case 'strike':
        strike = '<w:strike/>';
        break;
      case 'subscript':
        raised = '<w:vertAlign w:val="subscript"/>';
        break;
      case 'superscript':
        raised = '<w:vertAlign w:val="superscript"/>';
        break;
      case 'textStyle':
        if (mark.attrs.color !== null) color = `<w:color w:val="${hex(mark.attrs.color)}"/>`;
        break;
      case 'highlight':
        shade = shading(mark.attrs.color === null ? writing.palette.marker : hex(mark.attrs.color));
        break;
      case 'link':
        href = mark.attrs.href;
        break;
      default:
        assertNever(mark);
    }
  }
  const style = href === null ? '' : '<w:rStyle w:val="Hyperlink"/>';
  return { style, bold, italic, lines: strike + color + underline, shade, raised, href };
}

const plain: RunLook = {
  style: '',
  bold: false,
  italic: false,
  lines: '',
  shade: '',
  raised: '',
  href: null,
};

function properties(look: RunLook, script: Script): string {
  if (look === plain && script === 'own') return '';
  let weight = '';
  // bCs and iCs are what right-to-left scripts read instead of b and i.
  const complex = script === 'arabic' || script === 'hebrew';
  if (look.bold) weight += complex ? '<w:b/><w:bCs/>' : '<w:b/>';
  if (look.italic) weight += complex ? '<w:i/><w:iCs/>' : '<w:i/>';
  const xml = look.style + weight + look.lines + look.shade + look.raised + scriptProperties[script];
  return xml === '' ? '' : `<w:rPr>${xml}</w:rPr>`;
}

function run(look: RunLook, script: Script, content: string): string {
  return content === '' ? '' : `<w:r>${properties(look, script)}${content}</w:r>`;
}

/** Text that needs neither escaping nor an element nor another language: nearly all there is, found by one test. */
const simpleText: Readonly<Record<Language, RegExp>> = {
  ru: /^[ !#-%'-;=?@[-`{-~\u00A0-\u00AC\u00AE-\u00BF\u0400-\u04FF\u2012-\u2027\u2030-\u20CF\u2100-\u22FF]*$/,
  en: /^[ !#-%'-;=?-~\u00A0-\u00AC\u00AE-\u024F\u2012-\u2027\u2030-\u20CF\u2100-\u22FF]*$/,
};

function textRuns(text: string, look: RunLook, writing: Writing): string {
  if (simpleText[writing.language].test(text) && text !== '') {
    const own = properties(look, 'own');
    return own === ''
      ? `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
      : `<w:r>${own}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  }
  const runs = scriptRuns(text, writing.language);
  const only = runs[0];
  if (runs.length === 1 && only !== undefined) return run(look, only.script, runContent(only.text));
  let xml = '';
  for (const each of runs) xml += run(look, each.script, runContent(each.text));
  return xml;
}

const beginLink = (relationship: string): string => `<w:hyperlink r:id="${relationship}" w:history="1">`;
const endLink = '</w:hyperlink>';

/**
 * A merge field as a content control whose tag is the field's key: a returned file can be read back. A field without
 * a value is a shaded line, so that the hole is seen on paper. A link is inside of its control: around one
 * LibreOffice prints the address as if it were text.
 */
function fieldControl(
  node: MergeFieldNode,
  look: RunLook,
  writing: Writing,
  relationship: string | null = null,
): string {
  const { key } = node.attrs;
  const text = printedField(writing.values, key, writing.language);
  const missing = fieldValue(writing.values, key) === null;
  const shown = missing ? { ...look, shade: shading(writing.palette.hole) } : look;
  const runs = textRuns(text, shown, writing);
  if (runs === '') return '';
  const inside = relationship === null ? runs : beginLink(relationship) + runs + endLink;
  // A control of rich text: LibreOffice drops the run's own look (bold) inside one of plain text.
  return (
    `<w:sdt><w:sdtPr><w:tag w:val="${key}"/><w:id w:val="${writing.collector.nextId()}"/></w:sdtPr>` +
    `<w:sdtContent>${inside}</w:sdtContent></w:sdt>`
  );
}

function footnoteRun(text: string, writing: Writing): string {
  const id = writing.collector.footnote(textRuns(text, plain, writing));
  return `<w:r>${referenceMark}<w:footnoteReference w:id="${id}"/></w:r>`;
}

function writeNode(node: InlineNode, look: RunLook, writing: Writing): string {
  switch (node.type) {
    case 'text':
      return textRuns(node.text, look, writing);
    case 'hardBreak':
      return run(look, 'own', '<w:br/>');
    case 'mergeField':
      return fieldControl(node, look, writing);
    case 'footnote':
      return footnoteRun(node.attrs.text, writing);
    default:
      return assertNever(node);
  }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** A piece of text without half a character: one cut in two by a mark goes whole to the first piece. */
function wholeCharacters(
  node: InlineNode,
  before: InlineNode | undefined,
  after: InlineNode | undefined,
): InlineNode {
  if (node.type !== 'text') return node;
  let { text } = node;
  if (
    before?.type === 'text' &&
    isLow(text.charCodeAt(0)) &&
    isHigh(before.text.charCodeAt(before.text.length - 1))
  ) {
    text = text.slice(1);
  }
  if (after?.type === 'text' && isHigh(text.charCodeAt(text.length - 1)) && isLow(after.text.charCodeAt(0))) {
    text += after.text.charAt(0);
  }
  return text === node.text ? node : { ...node, text };
}

/** The runs of a paragraph. Neighbours with the same link become one link. */
export function writeInline(nodes: readonly InlineNode[] | undefined, writing: Writing): string {
  if (nodes === undefined) return '';
  let xml = '';
  let openHref: string | null = null;
  for (let at = 0; at < nodes.length; at += 1) {
    const given = nodes[at];
    if (given === undefined) continue;
    // Most paragraphs are one piece of text.
    const node = nodes.length === 1 ? given : wholeCharacters(given, nodes[at - 1], nodes[at + 1]);
    const marks = node.marks;
    const look = marks === undefined || marks.length === 0 ? plain : lookOf(marks, writing);
    if (look.href !== openHref || (openHref !== null && node.type === 'mergeField')) {
      if (openHref !== null) xml += endLink;
      openHref = null;
      const relationship = look.href === null ? null : writing.collector.link(look.href);
      if (relationship === null) {
        // A target that may not leave the program: the words stay, the link does not.
        xml += writeNode(node, { ...look, style: '' }, writing);
        continue;
      }
      if (node.type === 'mergeField') {
        xml += fieldControl(node, look, writing, relationship);
        continue;
      }
      xml += beginLink(relationship);
      openHref = look.href;
    }
    xml += writeNode(node, look, writing);
  }
  return openHref === null ? xml : xml + endLink;
}

/** One run of plain text in the paragraph's own look. */
export function plainRuns(text: string, writing: Writing): string {
  return textRuns(text, plain, writing);
}

/** Nearly every paragraph begins with a letter of one of our languages: decided without looking further. */
const beginsLeftToRight = /^[«"(\d\s]*[A-Za-z\u0400-\u04FF]/;

/** Whether the paragraph reads from right to left: decided by its first letter. */
export function isRightToLeft(nodes: readonly InlineNode[] | undefined): boolean {
  const first = nodes?.[0];
  if (nodes === undefined || (first?.type === 'text' && beginsLeftToRight.test(first.text))) return false;
  if (!nodes.some((node) => node.type === 'text' && hasRightToLeft(node.text))) return false;
  for (const node of nodes) {
    const answer = node.type === 'text' ? startsRightToLeft(node.text) : null;
    if (answer !== null) return answer;
  }
  return false;
}
