import { documentSchemaVersion } from '../../../shared/document/nodes.ts';
import { sectionsOf } from '../../../shared/document/walk.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { composeProposal } from '../../../shared/domain/composeProposal.ts';
import type { PersonId, ProposalId } from '../../../shared/domain/ids.ts';
import type { ProposalContext } from '../../../shared/domain/proposal.ts';
import type { ValidityPeriod } from '../../../shared/domain/validity.ts';
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { keepComposition } from '../store/compositionStore.ts';
import { listBlocks, readTemplate } from '../store/libraryStore.ts';
import type { WritableDb } from '../store/openDatabase.ts';
import { readProposalContext } from '../store/proposalContext.ts';
import { insertProposal, requireTenderOf, takeNumber } from '../store/proposalStore.ts';
import { requireLiveAccount, requireOfAccount } from '../store/rows.ts';

/** Throws validityReversed (details: `validFrom`, `validUntil`) or validityPast (details: `validUntil`). */
export function requireValidity(validity: ValidityPeriod, today: CalendarDate): void {
  const { validFrom, validUntil } = validity;
  if (validUntil < validFrom)
    throw new AppError('validityReversed', 'ends before it begins', { validFrom, validUntil });
  if (validUntil < today) throw new AppError('validityPast', 'already over', { validUntil });
}

/** The head of the company if they read it, else the most influential reader; equal ones in the order of choice. */
function addresseeOf(context: ProposalContext): PersonId | null {
  const heads = context.readers.filter(({ role }) => role === 'ceo');
  const candidates = heads.length > 0 ? heads : context.readers;
  return candidates.toSorted((a, b) => b.influence - a.influence)[0]?.personId ?? null;
}

export type CreateProposalInput = ParsedInputOf<'proposals.create'>;

/**
 * Composes a document for the readers from the template, the library and the dossier, numbers and stores it, and keeps
 * what was composed, so that a later recomposition tells the user's edits apart. `today`
 * dates the document; `id` is given only by the example.
 * Throws notFound (account, tender, reader or template), accountDeleted, validityReversed, validityPast, templateNewer.
 */
export function createProposal(
  db: WritableDb,
  input: CreateProposalInput,
  when: { readonly nowMs: number; readonly today: CalendarDate },
  id?: ProposalId,
): { id: ProposalId; number: string } {
  const { accountId, tenderId, validity, language } = input;
  requireValidity(validity, when.today);
  requireLiveAccount(db, accountId);
  requireTenderOf(db, accountId, tenderId);
  const chosen = [...new Set(input.readerIds)];
  requireOfAccount(db, 'people', accountId, chosen);
  const stored = readTemplate(db, input.templateId);
  // The document's language is the user's choice; a template of another language has no blocks in it.
  if (stored.language !== language) throw new AppError('notFound', 'no such template in this language');
  const context = readProposalContext(db, { accountId, tenderId, readerIds: chosen }, when.today);
  const root = composeProposal({ template: stored, blocks: listBlocks(db, language), context, validity });
  const inSections = sectionsOf(root).flatMap(({ attrs }) => attrs.personIds);
  const number = takeNumber(db, context.company.numberPattern, Number(when.today.slice(0, 4)));
  const made = insertProposal(
    db,
    {
      accountId,
      tenderId,
      templateId: stored.id,
      language,
      number,
      title: input.title,
      subject: input.subject,
      documentDate: when.today,
      validity,
      // In the order of the sections; a reader whose role got no section comes last.
      readerIds: [...new Set([...inSections.filter((personId) => chosen.includes(personId)), ...chosen])],
      addresseeId: addresseeOf(context),
      fieldOverrides: {},
      shape: input.shape,
      faces: [],
      document: { schemaVersion: documentSchemaVersion, root },
    },
    when.nowMs,
    id,
  );
  keepComposition(db, made, 1, { root, droppedBlockIds: [], droppedSectionIds: [] });
  return { id: made, number };
}
