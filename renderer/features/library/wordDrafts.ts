import type { BlockNode, BlockNodeType, DocumentRoot, SectionNode } from '../../../shared/document/nodes.ts';
import { findAll, findFirst, inlineText } from '../../../shared/document/walk.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { BlockDraft, TemplateDraft } from '../../../shared/domain/library.ts';

/** What the frame of a proposal gives once; an argument brings none of it. */
const ofFrame: readonly BlockNodeType[] = [
  'letterhead',
  'addressee',
  'validity',
  'signature',
  'tableOfContents',
];

/** Where the closing half of a frame begins: prices, term, signature come after the readers' sections. */
const ofClosing: readonly BlockNodeType[] = ['priceTable', 'paymentSchedule', 'validity', 'signature'];

const flat = (nodes: readonly BlockNode[]): BlockNode[] =>
  nodes.flatMap((node) => (node.type === 'section' || node.type === 'argument' ? flat(node.content) : node));

/** Whether an argument made of the document leaves parts of a proposal's frame behind. */
export const leavesFrame = (root: DocumentRoot): boolean =>
  ofFrame.some((type) => findFirst(root, type) !== null);

const textOf = (node: Extract<BlockNode, { type: 'heading' | 'paragraph' }>): string =>
  inlineText(node.content, () => '…').trim();

/** Russian when most letters are. */
function languageOf(root: DocumentRoot): Language {
  const text = [...findAll(root, 'heading'), ...findAll(root, 'paragraph')].map(textOf).join(' ');
  const russian = text.match(/[а-яё]/giu)?.length ?? 0;
  const latin = text.match(/[a-z]/giu)?.length ?? 0;
  return latin > russian ? 'en' : 'ru';
}

/** The first heading, else the file's name without its ending. */
function titleOf(root: DocumentRoot, fileName: string): string {
  const heading = findAll(root, 'heading')
    .map(textOf)
    .find((text) => text !== '');
  return (heading ?? fileName.replace(/\.[^.]+$/u, '')).slice(0, 200);
}

/** An argument of a Word file's text. Null when the file has nothing but a frame. */
export function blockFromWord(root: DocumentRoot, fileName: string): BlockDraft | null {
  const content = flat(root.content).filter(({ type }) => !ofFrame.includes(type));
  if (content.length === 0) return null;
  return {
    language: languageOf(root),
    title: titleOf(root, fileName),
    role: 'ceo',
    criteria: [],
    psychotypes: [],
    trade: '',
    industries: [],
    occasions: [],
    evidence: 'statement',
    facts: [],
    why: '',
    content,
  };
}

/** A section of the frame: for every reader. */
export const frameSection = (outlineTitle: string, content: readonly BlockNode[]): SectionNode => ({
  type: 'section',
  attrs: {
    sectionId: `frame-${crypto.randomUUID()}`,
    role: null,
    personIds: [],
    outlineTitle: outlineTitle.slice(0, 200),
  },
  content: [...content],
});

/** The deepest level that still divides: a single heading above the others is a title and divides nothing. */
function dividingLevel(nodes: readonly BlockNode[]): number {
  const levels = nodes
    .flatMap((node) => (node.type === 'heading' ? node.attrs.level : []))
    .toSorted((a, b) => a - b);
  return levels.find((level, at) => levels[at + 1] === level) ?? levels[0] ?? 1;
}

/** Divides what stands in no section at its headings; what comes before the first is named `opening`. */
function divided(nodes: readonly BlockNode[], opening: string): SectionNode[] {
  const level = dividingLevel(nodes);
  const sections: SectionNode[] = [];
  for (const node of nodes) {
    const last = sections.at(-1);
    if (node.type === 'section') sections.push({ ...node, content: flat(node.content) });
    else if (node.type === 'heading' && node.attrs.level <= level && textOf(node) !== '')
      sections.push(frameSection(textOf(node), [node]));
    else if (last === undefined) sections.push(frameSection(opening, flat([node])));
    else sections[sections.length - 1] = { ...last, content: [...last.content, ...flat([node])] };
  }
  return sections;
}

/**
 * A template of a Word file: its sections, or what its headings divide. A file of our own keeps which section is for
 * whom. Prices, term and signature with all behind them come after the readers' sections. `opening` names what stands
 * before the first heading.
 */
export function templateFromWord(root: DocumentRoot, fileName: string, opening: string): TemplateDraft {
  const sections = divided(root.content, opening);
  const roles = new Map<string, TemplateDraft['roleSections'][number]>();
  const frame: SectionNode[] = [];
  let firstClosing: number | null = null;
  for (const section of sections) {
    const { role, outlineTitle } = section.attrs;
    if (role !== null && !roles.has(role)) {
      const { content } = section;
      roles.set(role, {
        role,
        outlineTitle: outlineTitle === '' ? opening : outlineTitle,
        opening: content,
        closing: [],
        requiredBlockIds: [],
      });
      // What the file says after a reader's section stands after all of them.
      firstClosing ??= frame.length;
      continue;
    }
    if (ofClosing.some((type) => findFirst(section, type) !== null)) firstClosing ??= frame.length;
    frame.push(frameSection(outlineTitle === '' ? opening : outlineTitle, section.content));
  }
  const cut = firstClosing ?? frame.length;
  return {
    language: languageOf(root),
    title: titleOf(root, fileName),
    purpose: '',
    trade: '',
    before: frame.slice(0, cut),
    roleSections: [...roles.values()],
    after: frame.slice(cut),
  };
}
