import type { Face } from '../domain/face.ts';
import type { PersonId } from '../domain/ids.ts';
import { shippedRoleOf } from '../domain/person.ts';
import type { Proposal, ProposalContext, Reader } from '../domain/proposal.ts';
import { letterWords } from './letterWords.ts';
import type { BlockNode, DocumentRoot, SectionNode } from './nodes.ts';
import { findFirst, sectionsOf } from './walk.ts';

type Body = Pick<DocumentRoot, 'content'>;
const isRoleSection = (node: BlockNode): node is SectionNode =>
  node.type === 'section' && node.attrs.role !== null;
const rolesSections = (root: Body): SectionNode[] => sectionsOf(root).filter(isRoleSection);

/** The faces of a proposal, one a reader in the readers' order: what is stored, or the plain face where nothing is. */
export function facesOf(proposal: Pick<Proposal, 'readerIds' | 'faces'>): Face[] {
  return proposal.readerIds.map(
    (personId) =>
      proposal.faces.find((face) => face.personId === personId) ?? {
        personId,
        letter: null,
        sectionIds: null,
      },
  );
}

/** Sections of roles in a reader's order: as stored, else their own first and the others as in the body. */
export function faceSections(root: Body, face: Face): SectionNode[] {
  const sections = rolesSections(root);
  const { sectionIds, personId } = face;
  const place = (section: SectionNode): number => {
    if (sectionIds === null) return section.attrs.personIds.includes(personId) ? 0 : 1;
    const at = sectionIds.indexOf(section.attrs.sectionId);
    return at === -1 ? sectionIds.length : at;
  };
  return sections.toSorted((a, b) => place(a) - place(b));
}

/** The letter the program writes for a reader: where their copy begins, and that all copies agree. */
export function composedLetter(
  root: Body,
  face: Face,
  context: Pick<ProposalContext, 'account' | 'readers'>,
  language: Proposal['language'],
): string {
  const say = letterWords[language];
  const reader = context.readers.find(({ personId }) => personId === face.personId);
  const [first] = faceSections(root, face);
  const own = first !== undefined && first.attrs.personIds.includes(face.personId) ? first : undefined;
  const title = own === undefined ? '' : printedTitle(own);
  const since = context.account.firstDeliveryOn;
  const known = since !== null && context.account.deliveriesCount > 0 ? say.known(since.slice(0, 4)) : '';
  const about =
    reader === undefined || title === '' ? say.plain : say.roles[shippedRoleOf(reader.role)](title);
  return [known === '' ? about : `${known} ${about}`, say.one].join('\n\n');
}

/** A section's heading where it is plain text, else its name in the outline. */
function printedTitle(section: SectionNode): string {
  const heading = findFirst(section, 'heading')?.content ?? [];
  const isPlain = heading.length > 0 && heading.every((node) => node.type === 'text');
  const text = isPlain ? heading.map((node) => ('text' in node ? node.text : '')).join('') : '';
  return text.trim() === '' ? section.attrs.outlineTitle : text.trim();
}

const letterParagraphs = (letter: string): BlockNode[] =>
  letter
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));

const holds = (node: BlockNode, type: 'mergeField' | 'addressee'): boolean =>
  type === 'addressee'
    ? node.type === 'addressee'
    : node.type === 'paragraph' &&
      (node.content ?? []).some(
        (inline) => inline.type === 'mergeField' && inline.attrs.key === 'addressee.greeting',
      );

/** Puts the letter below the greeting, else below the addressee, else at the very beginning. */
function withLetter(nodes: readonly BlockNode[], letter: readonly BlockNode[]): BlockNode[] {
  for (const mark of ['mergeField', 'addressee'] as const) {
    for (const [at, node] of nodes.entries()) {
      if (holds(node, mark)) return nodes.toSpliced(at + 1, 0, ...letter);
      if (node.type !== 'section') continue;
      const inside = node.content.findIndex((child) => holds(child, mark));
      if (inside !== -1)
        return nodes.toSpliced(at, 1, { ...node, content: node.content.toSpliced(inside + 1, 0, ...letter) });
    }
  }
  return [...letter, ...nodes];
}

/** Within a run of arguments those that speak to the reader come first. */
function turnedTo(section: SectionNode, personId: PersonId): SectionNode {
  const args = section.content.filter((node) => node.type === 'argument');
  const sorted = args.toSorted(
    (a, b) => Number(b.attrs.personIds.includes(personId)) - Number(a.attrs.personIds.includes(personId)),
  );
  let at = 0;
  const content = section.content.map((node) => (node.type === 'argument' ? (sorted[at++] ?? node) : node));
  return { ...section, content };
}

/**
 * One reader's copy of a proposal: addressed to them, their letter below the greeting, their sections first, in each
 * section the arguments for them first (GLOSSARY: лицо). All else is the body, the price table too. The values typed
 * for another addressee do not reach this copy.
 */
export function faceOf(
  proposal: Proposal,
  face: Face,
  context: Pick<ProposalContext, 'account' | 'readers'>,
): Proposal {
  const { root } = proposal.document;
  const order = faceSections(root, face);
  let at = 0;
  const ordered = root.content.map((node) => {
    if (!isRoleSection(node)) return node;
    const section = order[at++] ?? node;
    return turnedTo(section, face.personId);
  });
  const letter = face.letter ?? composedLetter(root, face, context, proposal.language);
  const overrides = Object.entries(proposal.fieldOverrides).filter(
    ([key]) => !key.startsWith('addressee.') || proposal.addresseeId === face.personId,
  );
  return {
    ...proposal,
    addresseeId: face.personId,
    fieldOverrides: Object.fromEntries(overrides),
    document: {
      ...proposal.document,
      root: { type: 'doc', content: withLetter(ordered, letterParagraphs(letter)) },
    },
  };
}

/** The body with all letters that the user wrote below the greeting: what the check before sending reads. */
export function withWrittenLetters(proposal: Proposal): Proposal {
  if (proposal.shape === 'group') return proposal;
  const letters = facesOf(proposal).flatMap(({ letter }) =>
    letter === null ? [] : letterParagraphs(letter),
  );
  const content = withLetter(proposal.document.root.content, letters);
  return { ...proposal, document: { ...proposal.document, root: { type: 'doc', content } } };
}

/** The last name that tells a copy's file from the others', with initials where two readers share it. */
export function faceFileMark(reader: Reader, readers: readonly Reader[]): string {
  const name = reader.lastName.trim() || reader.firstName.trim();
  const alike = readers.filter(({ lastName }) => lastName.trim() === reader.lastName.trim());
  const at = alike.findIndex(({ personId }) => personId === reader.personId);
  const initials = `${reader.firstName.slice(0, 1)}${reader.middleName.slice(0, 1)}`;
  if (alike.length < 2) return name;
  const same = alike.filter(
    (other) => `${other.firstName.slice(0, 1)}${other.middleName.slice(0, 1)}` === initials,
  );
  return same.length < 2 ? `${name}_${initials}` : `${name}_${initials}_${at + 1}`;
}
