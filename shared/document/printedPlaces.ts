import type { PlaceKind } from '../domain/finding.ts';
import type { ProposalHeader } from '../domain/proposal.ts';
import { assertNever } from '../ipc/reply.ts';
import {
  addresseeView,
  attachmentsView,
  letterheadView,
  referencesView,
  signatureView,
  teamView,
  validityView,
} from './blockViews.ts';
import type { Paper } from './documentText.ts';
import { giveNotes } from './giveNotes.ts';
import type { MergeFieldKey } from './mergeFields.ts';
import type { DocumentRoot, InlineNode } from './nodes.ts';
import { printedField } from './resolveFields.ts';
import { inlineText, walk } from './walk.ts';
import type { DocumentNode } from './walk.ts';

/** A text that leaves with the file, and where it stands. */
export type PrintedPlace = {
  readonly kind: PlaceKind;
  /** The section of the outline; null = outside of sections or in the properties. */
  readonly sectionId: string | null;
  readonly text: string;
  /** The block it stands in, for jumping; null = not of the library. */
  readonly blockId: string | null;
  /** For `field`: whose value it is. */
  readonly field: MergeFieldKey | null;
};

function sectionOf(parents: readonly DocumentNode[]): string | null {
  const section = parents.find((node) => node.type === 'section');
  return section?.type === 'section' ? section.attrs.sectionId : null;
}

function blockOf(parents: readonly DocumentNode[]): string | null {
  const argument = parents.findLast((node) => node.type === 'argument');
  return argument?.type === 'argument' ? argument.attrs.blockId : null;
}

const linksOf = (content: readonly InlineNode[] | undefined): string[] =>
  (content ?? []).flatMap((node) =>
    (node.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : [])),
  );

/** The texts of one node, without those of its children. */
function textsOf(node: DocumentNode, paper: Paper): readonly [PlaceKind, string][] {
  const { context, values, language } = paper;
  const all = (kind: PlaceKind, texts: readonly (string | null)[]): [PlaceKind, string][] =>
    texts.map((text) => [kind, text ?? '']);
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [
        ['text', inlineText(node.content, (key) => printedField(values, key, language))],
        // Once for each target: a link whose words carry several marks is several nodes.
        ...all('link', [...new Set(linksOf(node.content))]),
      ];
    case 'image':
      return all('image', [node.attrs.alt, node.attrs.caption]);
    case 'letterhead': {
      const view = letterheadView(context, language);
      return all('letterhead', [view.name, view.tagline, ...view.lines]);
    }
    case 'addressee': {
      const view = addresseeView(values, context, language);
      return all('addressee', [view.numberLine, view.requestLine, ...view.right]);
    }
    case 'priceTable':
      return all('priceTable', [
        ...node.attrs.table.items.flatMap(({ group, title, note, unit }) => [group, title, note, unit]),
        ...giveNotes(node.attrs.table, language),
      ]);
    case 'payback':
      return all(
        'payback',
        node.attrs.plan.costs.map(({ title }) => title),
      );
    case 'paymentSchedule':
      return all(
        'paymentSchedule',
        node.attrs.stages.flatMap(({ title, term }) => [title, term]),
      );
    case 'team':
      return all(
        'team',
        teamView(node.attrs.colleagueIds, context.company).flatMap((member) => [
          member.name,
          member.position,
          member.responsibility,
          member.contacts,
        ]),
      );
    case 'references':
      return all(
        'references',
        referencesView(node.attrs.referenceIds, context.references, context.today, language).entries.flatMap(
          (entry) => [entry.title, entry.project, entry.result, entry.referee, entry.contacts],
        ),
      );
    case 'validity':
      return all('validity', [validityView(paper.validity, node.attrs.offerKind, language).text]);
    case 'signature': {
      const view = signatureView(context, language);
      return all('signature', [view.position, view.name, view.preparedBy]);
    }
    case 'footnote':
      return all('footnote', [node.attrs.text]);
    case 'callout':
      return all('text', [node.attrs.title]);
    case 'attachments':
      return all('attachments', attachmentsView(node.attrs.items, language));
    case 'text':
    case 'hardBreak':
    case 'mergeField':
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
    case 'table':
    case 'tableRow':
    case 'tableCell':
    case 'tableHeader':
    case 'blockquote':
    case 'columns':
    case 'column':
    case 'argument':
    case 'section':
    case 'pageBreak':
    case 'horizontalRule':
    // Its lines are the headings, which are read where they stand.
    case 'tableOfContents':
      return [];
    default:
      // A new node does not compile until it is said what of it is printed: nothing may pass a check unseen.
      return assertNever(node);
  }
}

/**
 * Every text that leaves with a proposal's file, in document order, with its place: paragraphs and cells with the
 * values of their fields, our own blocks, descriptions of pictures, targets of links, and then title, subject and
 * values typed for fields. Blank texts are left out. A line break inside is `\n`.
 */
export function printedPlaces(
  root: DocumentRoot,
  paper: Paper,
  header: Pick<ProposalHeader, 'title' | 'subject' | 'fieldOverrides'>,
): PrintedPlace[] {
  const places: PrintedPlace[] = [];
  walk(root, (node, parents) => {
    for (const [kind, text] of textsOf(node, paper))
      places.push({ kind, text, sectionId: sectionOf(parents), blockId: blockOf(parents), field: null });
  });
  const property = (kind: 'title' | 'subject', text: string): PrintedPlace => ({
    kind,
    text,
    sectionId: null,
    blockId: null,
    field: null,
  });
  places.push(property('title', header.title), property('subject', header.subject));
  for (const [key, text] of Object.entries(header.fieldOverrides))
    // The keys of `fieldOverrides` were checked by its schema; Object.entries widens them to string.
    places.push({ ...property('title', text ?? ''), kind: 'field', field: key as MergeFieldKey });
  return places.filter(({ text }) => text.trim() !== '');
}
