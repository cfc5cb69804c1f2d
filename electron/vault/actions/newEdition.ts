import { faceOf, facesOf } from '../../../shared/document/faceDocument.ts';
import { renewPrices } from '../../../shared/document/renewPrices.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { addDays, daysBetween } from '../../../shared/domain/calendarDate.ts';
import type { PersonId, ProposalId } from '../../../shared/domain/ids.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { ProposalHeader } from '../../../shared/domain/proposal.ts';
import type { EditionDifference } from '../../../shared/domain/proposalLife.ts';
import { priceDifference, textDifference } from '../../../shared/domain/proposalDifference.ts';
import type { ValidityPeriod } from '../../../shared/domain/validity.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ProposalSource } from '../docx/writeProposal.ts';
import { copyComposition } from '../store/compositionStore.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { readCompany } from '../store/companyStore.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import { listEditions, nextEdition, readEditionPair } from '../store/proposalLifeStore.ts';
import { insertProposal, readProposal, takeNumber } from '../store/proposalStore.ts';
import { readVatLaw } from '../store/rateStore.ts';
import { requireLiveAccount } from '../store/rows.ts';
import { listSentPapers, type SentPaper } from '../store/sentCopyStore.ts';
import { paperOf } from './sendProposal.ts';

/** As long again from today; what still holds and is not renewed keeps its last day. */
function validityOf({ validity }: Proposal, renews: boolean, today: CalendarDate): ValidityPeriod {
  const { validFrom, validUntil } = validity;
  if (!renews && validUntil >= today) return { validFrom: today, validUntil };
  return { validFrom: today, validUntil: addDays(today, daysBetween(validFrom, validUntil)) };
}

/** Own values of dates, sums and the number belong to the edition they were typed for; the rest is copied. */
function keptOverrides(overrides: Proposal['fieldOverrides']): Proposal['fieldOverrides'] {
  return Object.fromEntries(
    Object.entries(overrides).filter(([key]) => key === 'proposal.subject' || !key.startsWith('proposal.')),
  );
}

type When = { readonly nowMs: number; readonly today: CalendarDate };
type Numbered = { readonly number: string; readonly edition: number; readonly previousId?: ProposalId };

/** A draft with the text of `source`, dated today: its fields computed anew, its prices at the VAT rate of the day. */
function insertDraftOf(
  db: WritableDb,
  source: Proposal,
  as: Numbered & { readonly validity: ValidityPeriod },
  when: When,
): ProposalId {
  const { document } = source;
  const id = insertProposal(
    db,
    {
      ...ProposalHeader.parse(source),
      accountId: source.accountId,
      tenderId: source.tenderId,
      templateId: source.templateId,
      language: source.language,
      ...as,
      documentDate: when.today,
      fieldOverrides: keptOverrides(source.fieldOverrides),
      document: {
        ...document,
        root: renewPrices(document.root, source.documentDate, when.today, readVatLaw(db)),
      },
    },
    when.nowMs,
  );
  copyComposition(db, source, { id, revision: 1 });
  return id;
}

/**
 * The next edition of a sent proposal as a draft of the same number: text copied, dated today, its fields computed
 * anew, prices at the VAT rate of the day. The earlier edition stays as it was sent. An edition that is still a draft
 * is answered instead of making another. Throws notFound, accountDeleted; unavailable for a draft, which is simply
 * edited. GLOSSARY: новая редакция, продление.
 */
export function createEdition(
  db: WritableDb,
  input: { readonly id: ProposalId; readonly renews: boolean },
  when: When,
): { id: ProposalId; edition: number; validUntil: CalendarDate } {
  const source = readProposal(db, input.id);
  if (source.status === 'draft') throw new AppError('unavailable', 'a draft needs no new edition');
  requireLiveAccount(db, source.accountId);
  const begun = listEditions(db, source.number).find(
    ({ edition, status }) => edition > source.edition && status === 'draft',
  );
  if (begun !== undefined) return { id: begun.id, edition: begun.edition, validUntil: begun.validUntil };
  const edition = nextEdition(db, source.number);
  const validity = validityOf(source, input.renews, when.today);
  const id = insertDraftOf(
    db,
    source,
    { number: source.number, edition, previousId: source.id, validity },
    when,
  );
  return { id, edition, validUntil: validity.validUntil };
}

/**
 * A proposal of a number of its own for the same client, tender and readers, begun with the text of another: a draft
 * dated today that holds as long as that one did. Throws notFound, accountDeleted. GLOSSARY: копия КП.
 */
export function copyProposal(
  db: WritableDb,
  sourceId: ProposalId,
  when: When,
): { id: ProposalId; number: string } {
  const source = readProposal(db, sourceId);
  requireLiveAccount(db, source.accountId);
  const { numberPattern } = readCompany(db, when.today);
  const number = takeNumber(db, numberPattern, Number(when.today.slice(0, 4)));
  const validity = validityOf(source, true, when.today);
  return { id: insertDraftOf(db, source, { number, edition: 1, validity }, when), number };
}

/** An edition for comparing: what was sent of it, or what it says now. */
type Edition = { readonly source: ProposalSource; readonly sent: ReturnType<typeof listSentPapers> };

/** Whose copy both editions are compared by, as copies differ in letter and order; null = one paper for all. */
function comparedReader({ source, sent }: Edition, { proposal }: ProposalSource): PersonId | null {
  if (source.proposal.shape !== 'faces' || sent.length === 0) return null;
  const had = sent.flatMap(({ readerIds }) => readerIds);
  const wanted =
    proposal.addresseeId === null ? proposal.readerIds : [proposal.addresseeId, ...proposal.readerIds];
  return wanted.find((id) => had.includes(id)) ?? null;
}

function paperFor(reader: PersonId | null, { source, sent }: Edition): SentPaper {
  const own = sent.find(({ readerIds }) => reader !== null && readerIds.includes(reader)) ?? sent[0];
  if (own !== undefined) return own.paper;
  const face = source.proposal.shape === 'faces' ? facesOf(source.proposal) : [];
  const turned = face.find(({ personId }) => personId === reader);
  if (turned === undefined) return paperOf(source);
  return paperOf({ ...source, proposal: faceOf(source.proposal, turned, source.context) });
}

/**
 * What changed against the edition before; a sent one speaks by what was sent. Where each reader got a copy, the
 * copies of one reader are compared. Throws notFound.
 */
export function editionDifference(db: ReadableDb, id: ProposalId, today: CalendarDate): EditionDifference {
  const { before, after } = readEditionPair(db, id);
  const edition = (of: ProposalId): Edition => ({
    source: readProposalWithContext(db, of, today),
    sent: listSentPapers(db, of),
  });
  const [first, second] = [edition(before.id), edition(after.id)];
  const reader = comparedReader(first, second.source);
  const [old, fresh] = [paperFor(reader, first), paperFor(reader, second)];
  return {
    before,
    after,
    text: textDifference(old.text, fresh.text),
    price: priceDifference(old.priceTable, fresh.priceTable),
  };
}
