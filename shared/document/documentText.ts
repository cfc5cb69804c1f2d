import type { Language } from '../domain/language.ts';
import type { Currency } from '../domain/money.ts';
import { priceTotals } from '../domain/priceTotals.ts';
import type { ProposalContext } from '../domain/proposal.ts';
import type { ValidityPeriod } from '../domain/validity.ts';
import { assertNever } from '../ipc/reply.ts';
import {
  addresseeView,
  attachmentsView,
  letterheadView,
  paybackView,
  paymentScheduleView,
  priceTableView,
  referencesView,
  signatureView,
  teamView,
  validityView,
} from './blockViews.ts';
import { unbrokenContacts } from './contactPieces.ts';
import { contentsLine, contentsView } from './contentsView.ts';
import { hasHeadingNumbers, placedHeadings } from './headings.ts';
import type { FieldValues } from './mergeFields.ts';
import type { BlockNode, DocumentRoot } from './nodes.ts';
import { printedField } from './resolveFields.ts';
import { inlineText, priceTableOf } from './walk.ts';

/** What a document is printed with, beside its own text. */
export type Paper = {
  readonly values: FieldValues;
  readonly context: ProposalContext;
  readonly language: Language;
  readonly validity: ValidityPeriod;
};

/** Total of the first price table with VAT and its currency; null without lines or when it is too large to be told. The payment schedule divides it. */
export function paperTotal(root: DocumentRoot): { amountMinor: number; currency: Currency } | null {
  const table = priceTableOf(root);
  if (table === null || table.items.length === 0) return null;
  const { grossMinor, isTooLarge } = priceTotals(table);
  return isTooLarge ? null : { amountMinor: grossMinor, currency: table.currency };
}

/** The paragraphs of one block of a document, blank ones too; see `documentText`. */
export function textOfBlock(node: BlockNode, root: DocumentRoot, paper: Paper): string[] {
  const { values, context, language } = paper;
  const inside = (nodes: readonly BlockNode[]): string[] =>
    nodes.flatMap((child) => textOfBlock(child, root, paper));
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(node.content, (key) => printedField(values, key, language))];
    case 'bulletList':
    case 'orderedList':
      return node.content.flatMap((item) => inside(item.content));
    case 'table':
      return node.content.flatMap((row) => row.content.flatMap((cell) => inside(cell.content)));
    case 'callout':
      return [node.attrs.title ?? '', ...inside(node.content)];
    case 'columns':
      return node.content.flatMap((column) => inside(column.content));
    case 'attachments':
      return [...attachmentsView(node.attrs.items, language)];
    case 'tableOfContents': {
      const placed = placedHeadings(root, hasHeadingNumbers(root, context.company.look));
      const view = contentsView(node.attrs, placed, (key) => printedField(values, key, language), language);
      return [view.title, ...view.entries.map(contentsLine)];
    }
    case 'blockquote':
    case 'argument':
    case 'section':
      return inside(node.content);
    case 'pageBreak':
    case 'horizontalRule':
      return [];
    case 'image':
      return [node.attrs.caption ?? ''];
    case 'letterhead': {
      const view = letterheadView(context, language);
      return [view.name, view.tagline, ...view.lines.map(unbrokenContacts)];
    }
    case 'addressee': {
      const view = addresseeView(values, context, language);
      return [view.numberLine, view.requestLine ?? '', ...view.right];
    }
    case 'priceTable': {
      const view = priceTableView(node.attrs.table, language);
      const titleAt = view.columns.findIndex(({ key }) => key === 'title');
      const rows = view.rows.flatMap((row) => {
        if (row.kind === 'group') return [row.title, row.total];
        if (row.kind === 'apart') return [row.title];
        if (row.kind === 'item')
          return row.cells.flatMap((cell, at) => (at === titleAt ? [cell, row.note] : [cell]));
        return [row.label, row.amount];
      });
      return [...view.columns.map(({ title }) => title), ...rows, view.inWords, ...view.notes];
    }
    case 'paymentSchedule': {
      const total = paperTotal(root);
      const view = paymentScheduleView(
        node.attrs.stages,
        total?.amountMinor ?? null,
        total?.currency ?? 'RUB',
        language,
      );
      const rows = view.rows.flatMap((row) =>
        row.kind === 'item' ? row.cells : [row.label, row.share, row.amount],
      );
      return [...view.columns.map(({ title }) => title), ...rows];
    }
    case 'payback': {
      const total = paperTotal(root);
      const view = paybackView(
        node.attrs.plan,
        total?.amountMinor ?? null,
        total?.currency ?? 'RUB',
        language,
      );
      return [
        ...view.columns.map(({ title }) => title),
        ...view.rows.flatMap(({ cells }) => cells),
        view.summary,
      ];
    }
    case 'team':
      return teamView(node.attrs.colleagueIds, context.company).flatMap((member) => [
        member.name,
        member.position,
        member.responsibility,
        member.contacts,
      ]);
    case 'references':
      return referencesView(
        node.attrs.referenceIds,
        context.references,
        context.today,
        language,
      ).entries.flatMap((entry) => [entry.title, entry.project, entry.result, entry.referee, entry.contacts]);
    case 'validity': {
      const view = validityView(paper.validity, node.attrs.offerKind, language);
      return [view.heading, view.text];
    }
    case 'signature': {
      const view = signatureView(context, language);
      return [view.position, view.name, view.preparedBy ?? ''];
    }
    default:
      return assertNever(node);
  }
}

/**
 * The paragraphs that an exported file must hold, in order: what the fidelity check compares with.
 * - Depth first in document order; a table row by row, cell by cell; a list without its marks and numbers.
 * - One text per Word paragraph; a line break inside is `\n`; blank paragraphs are left out, and so must the reader of
 *   the file leave them out. Rules and page breaks give nothing, footnotes neither: they
 *   stand in a part of their own (`footnoteTexts`). Header and footer are not counted.
 * - A picture gives its caption, a callout its title before its text; columns come one after the other.
 * - Attachments give a line each, under their heading when there are several.
 * - A table of contents gives its title and a text for every line: number and words. Numbers of the headings
 *   themselves are not text.
 * - A merge field gives its value, or `words.hole`.
 * - Price table: column titles; a group gives its title and total; a line gives its cells, the note being a second
 *   paragraph in the title's cell; a total gives label and amount; what is not in the total stands under a title of
 *   its own; after the table the sum in words, then notes on rates and discounts.
 * - Payment schedule: column titles, cells, then label, share and amount of the total row. Payback: column titles,
 *   cells, then the period as a sentence.
 * - Letterhead: name, tagline, lines with telephones and mailboxes unbroken. Addressee: number, request, then the right side line by line.
 * - Team: per member name, position, responsibility, contacts. References: per entry title, project, result,
 *   referee, contacts. Validity: heading, text. Signature: position, name, who prepared. Empty parts are left out.
 */
export function documentText(root: DocumentRoot, paper: Paper): string[] {
  return root.content.flatMap((node) => textOfBlock(node, root, paper)).filter((text) => text.trim() !== '');
}
