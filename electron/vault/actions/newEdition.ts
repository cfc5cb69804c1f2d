import { renewPrices } from '../../../shared/document/renewPrices.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { addDays, daysBetween } from '../../../shared/domain/calendarDate.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { ProposalHeader } from '../../../shared/domain/proposal.ts';
import type { EditionDifference } from '../../../shared/domain/proposalLife.ts';
import { priceDifference, textDifference } from '../../../shared/domain/proposalDifference.ts';
import type { ValidityPeriod } from '../../../shared/domain/validity.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { copyComposition } from '../store/compositionStore.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { readCompany } from '../store/companyStore.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import { listEditions, nextEdition, readEditionPair } from '../store/proposalLifeStore.ts';
import { insertProposal, readProposal, takeNumber } from '../store/proposalStore.ts';
import { readVatLaw } from '../store/rateStore.ts';
import { requireLiveAccount } from '../store/rows.ts';
import { readSentPaper } from '../store/sentCopyStore.ts';
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

/** What changed against the edition before; a sent one speaks by what was sent. Throws notFound. */
export function editionDifference(db: ReadableDb, id: ProposalId, today: CalendarDate): EditionDifference {
  const { before, after } = readEditionPair(db, id);
  const paper = (of: ProposalId) => readSentPaper(db, of) ?? paperOf(readProposalWithContext(db, of, today));
  const [old, fresh] = [paper(before.id), paper(after.id)];
  return {
    before,
    after,
    text: textDifference(old.text, fresh.text),
    price: priceDifference(old.priceTable, fresh.priceTable),
  };
}
