import { z } from 'zod';
import { AccountDraft, NewAccountDraft } from '../domain/account.ts';
import { AccountEvent, AccountEventDraft } from '../domain/accountEvent.ts';
import { AccountOverview, AccountRow, ProposalRow, TenderRow, TodayRow } from '../domain/accountView.ts';
import { CalendarDate } from '../domain/calendarDate.ts';
import { CompositionNote } from '../domain/compositionNotes.ts';
import { ProposalShape } from '../domain/face.ts';
import { Company, Picture } from '../domain/company.ts';
import { CurrencyRate } from '../domain/currencyRate.ts';
import { Competitor, CompetitorDraft } from '../domain/competitor.ts';
import { Delivery, DeliveryDraft } from '../domain/delivery.ts';
import { FactField, FieldNote, FieldNoteDraft } from '../domain/fieldNote.ts';
import { Finding } from '../domain/finding.ts';
import { FollowUp, FollowUpDraft } from '../domain/followUp.ts';
import {
  AccountEventId,
  AccountId,
  BlockId,
  CompetitorId,
  DeliveryId,
  FollowUpId,
  PersonId,
  PriceListItemId,
  ProposalId,
  ReferenceId,
  SentCopyId,
  TemplateId,
  TenderId,
} from '../domain/ids.ts';
import { Language } from '../domain/language.ts';
import {
  BlockDraft,
  BlockRow,
  LibraryChange,
  LibraryFile,
  LibraryImport,
  LibraryItemRef,
  LibraryOrigin,
  LibraryRemoved,
  LibraryVersion,
  OwnTerm,
  TemplateDraft,
  TemplateRow,
} from '../domain/library.ts';
import { CardImport, CardRow, ContactCard } from '../domain/contactCard.ts';
import { ExportRequest } from '../domain/exportFile.ts';
import { Debrief, MeetingPlan } from '../domain/meetingPlan.ts';
import { Paper, PaperRequest } from '../domain/paper.ts';
import { PriceImportPlan } from '../domain/priceImport.ts';
import { PriceListDraft, PriceListItem } from '../domain/priceListItem.ts';
import { CriterionKey, OwnTermKey, PersonDraft, ReaderRole } from '../domain/person.ts';
import { CamePerson, LeftPerson } from '../domain/personMove.ts';
import { ShownPeople } from '../domain/shownPeople.ts';
import { Proposal, ProposalContext, ProposalHeader, ProposalStatus } from '../domain/proposal.ts';
import { EditionDifference, ProposalLife, SendChannel, StatusNote } from '../domain/proposalLife.ts';
import { RecompositionChange } from '../domain/recomposeProposal.ts';
import { Reference, ReferenceDraft, ReferenceUse } from '../domain/reference.ts';
import { ImportReport, OpenTable } from '../domain/tableImport.ts';
import { Block, Template } from '../domain/template.ts';
import { Tender, TenderDraft } from '../domain/tender.ts';
import { ValidityPeriod } from '../domain/validity.ts';
import { DatedVatRate } from '../domain/vatRates.ts';
import { DocumentStep } from '../document/steps.ts';
import { ArgumentNode, ProposalDocument } from '../document/nodes.ts';
import { FidelityReport } from '../document/fidelity.ts';
import { WordFile } from '../document/wordFile.ts';
import { HeadingPages, PageFrame } from '../document/pageFrame.ts';
import { DesignedLook, LookDesign, LookFile } from '../domain/look.ts';
import { Preferences } from './preferences.ts';
import { errorCodes } from './reply.ts';
import { analysisCalls } from './calls/analysis.ts';
import { attachmentCalls, attachmentShellCalls, attachmentWindowCalls } from './calls/attachments.ts';
import { dossierImportCalls, dossierImportShellCalls, dossierImportWindow } from './calls/dossierImports.ts';
import { privacyCalls, privacyShellCalls, privacyWindowCalls } from './calls/privacy.ts';
import { clientsTableCalls } from './calls/clientsTable.ts';
import { listPageCalls } from './calls/listPages.ts';
import { railCalls } from './calls/rail.ts';
import { deviceKey, rememberCalls, rememberShellCalls, rememberWindowCalls } from './calls/remember.ts';
import { searchCalls } from './calls/search.ts';
import { planCalls } from './calls/plan.ts';
import { rivalryCalls } from './calls/rivalry.ts';
import { giftCalls } from './calls/gifts.ts';
import { vaultExportCalls, vaultExportShellCalls, vaultExportWindowCalls } from './calls/vaultExport.ts';
import { faceShellCalls, faceWindowCalls } from './calls/faces.ts';
import { bulkCalls } from './calls/bulk.ts';
import { chosenPath, type Contract, done, nothing, saved } from './calls/shapes.ts';
import { standardCalls, standardShellCalls, standardWindowCalls } from './calls/standards.ts';

export { LookFile };

/** A vault on this computer. The name is readable without the password: it stands on the lock screen. */
export const VaultSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['own', 'example']),
  language: Language,
  savedAtMs: z.int(),
  /** A slot for this computer lies beside it; whether its key is here too says `shell.remembered`. */
  hasDeviceSlot: z.boolean(),
});
export type VaultSummary = z.infer<typeof VaultSummary>;

const password = z.string().min(1).max(1000);
/** Checked again in the vault: twelve characters or more, and not a known weak one. */
const newPassword = z.string().max(1000);
const recoveryKey = z.string().max(100);

const libraryStanding = {
  revision: z.int(),
  origin: LibraryOrigin,
  versions: z.array(LibraryVersion),
};

/** A reader's copy that was written, and how it compares with the document. */
export const WrittenFace = z.object({ fileName: z.string(), report: FidelityReport });
/** How a vault opened: counts of what the side-car file says is missing (0 = all is there). */
export const OpenedVault = z.object({ vault: VaultSummary, lastSavesMissing: z.int() });
export type OpenedVault = z.infer<typeof OpenedVault>;

/** Whether the pages are marked as a draft: for showing around, never for sending. */
const asDraft = z.boolean().default(false);
/** For the table of contents of a file; without them it names no pages. */
const knownPages = HeadingPages.default([]);

/**
 * Calls that the window makes and the vault process answers. Adding a call = one entry here + one handler in
 * `electron/vault/handlers/`. The shell relays them unseen; the vault parses the input again.
 */
export const vaultContract = {
  ...planCalls,
  ...rivalryCalls,
  // --- before a vault is open ---
  'vault.status': {
    input: nothing,
    output: z.object({ open: VaultSummary.nullable(), vaults: z.array(VaultSummary), retryAfterMs: z.int() }),
  },
  'vault.create': {
    input: z.object({ name: z.string().trim().min(1).max(100), password: newPassword, language: Language }),
    output: z.object({ vault: VaultSummary, recoveryKey: z.string() }),
  },
  'vault.openExample': { input: z.object({ language: Language }), output: OpenedVault },
  /** `remember` makes a key ready for this computer, which `shell.keepRemembered` then keeps. */
  'vault.unlock': {
    input: z.object({ vaultId: z.uuid(), password, remember: z.boolean().default(false) }),
    output: OpenedVault,
  },
  'vault.unlockWithRecoveryKey': {
    input: z.object({ vaultId: z.uuid(), recoveryKey, newPassword }),
    output: OpenedVault,
  },
  'vault.listBackups': {
    input: z.object({ vaultId: z.uuid() }),
    output: z.object({
      backups: z.array(z.object({ backupId: z.string(), savedAtMs: z.int(), rev: z.int() })),
    }),
  },
  'vault.restoreBackup': {
    input: z.object({ vaultId: z.uuid(), backupId: z.string().max(100), password }),
    output: OpenedVault,
  },
  // --- everything below answers `locked` until a vault is open ---
  'vault.changePassword': { input: z.object({ oldPassword: password, newPassword }), output: done },
  'vault.renewRecoveryKey': { input: z.object({ password }), output: z.object({ recoveryKey: z.string() }) },
  ...rememberCalls,

  'accounts.list': {
    /** `query` is searched as typed: names, ИНН, city, people. Empty = all. `archived` lists those instead. */
    input: z.object({ query: z.string().max(200), archived: z.boolean().default(false) }),
    output: z.object({
      rows: z.array(AccountRow),
      total: z.int(),
      /** Rows of a long import are still being indexed: the search does not find all of them yet. */
      isIndexing: z.boolean(),
    }),
  },
  'accounts.overview': { input: z.object({ id: AccountId }), output: AccountOverview },
  'accounts.create': {
    input: z.object({ draft: NewAccountDraft }),
    output: z.object({ id: AccountId, revision: z.int() }),
  },
  'accounts.save': {
    input: z.object({
      id: AccountId,
      baseRevision: z.int(),
      draft: AccountDraft,
      /** What changes comes back from before, and so does how it was known then. */
      putsBack: z.boolean().optional(),
    }),
    output: saved,
  },
  /** What stood in the fields of a client and how it was known, the newest first. */
  'accounts.fieldNotes': {
    input: z.object({ id: AccountId }),
    output: z.object({ notes: z.array(FieldNote) }),
  },
  /** Says how what stands in a field is known; refused where nothing stands there. */
  'accounts.noteField': {
    input: z.object({ id: AccountId, field: FactField, note: FieldNoteDraft }),
    output: done,
  },
  'accounts.delete': { input: z.object({ id: AccountId }), output: done },
  'accounts.restore': { input: z.object({ id: AccountId }), output: done },

  ...privacyCalls,
  'people.list': { input: z.object({ accountId: AccountId }), output: ShownPeople },
  'people.create': {
    input: z.object({ draft: PersonDraft }),
    output: z.object({ id: PersonId, revision: z.int() }),
  },
  'people.save': {
    input: z.object({ id: PersonId, baseRevision: z.int(), draft: PersonDraft }),
    output: saved,
  },
  'people.delete': { input: z.object({ id: PersonId }), output: done },
  /** Takes a person to another client, new or known; a first conversation there falls due. */
  'people.move': {
    input: z.object({
      id: PersonId,
      to: z.union([z.object({ accountId: AccountId }), z.object({ draft: NewAccountDraft })]),
      movedOn: CalendarDate,
      leadTitle: z.string().trim().min(1).max(300),
    }),
    output: z.object({ personId: PersonId, accountId: AccountId }),
  },
  /** Takes a move back; `madeAccountId` is the client that was made for it. */
  'people.undoMove': {
    input: z.object({ personId: PersonId, madeAccountId: AccountId.nullable() }),
    output: done,
  },
  'people.moves': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ left: z.array(LeftPerson), came: z.array(CamePerson) }),
  },
  'people.restore': { input: z.object({ id: PersonId }), output: done },

  /** Takes cards of a file into a client's people; the answer is what `people.undoCards` needs. */
  'people.importCards': {
    input: z.object({ accountId: AccountId, cards: z.array(ContactCard).min(1).max(5000) }),
    output: CardImport,
  },
  'people.undoCards': { input: z.object({ accountId: AccountId, done: CardImport }), output: done },

  'deliveries.list': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ deliveries: z.array(Delivery) }),
  },
  'deliveries.create': { input: z.object({ draft: DeliveryDraft }), output: z.object({ id: DeliveryId }) },
  'deliveries.save': { input: z.object({ id: DeliveryId, draft: DeliveryDraft }), output: done },
  'deliveries.delete': { input: z.object({ id: DeliveryId }), output: done },
  'deliveries.restore': { input: z.object({ id: DeliveryId }), output: done },

  'events.list': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ events: z.array(AccountEvent) }),
  },
  'events.create': {
    input: z.object({ draft: AccountEventDraft }),
    output: z.object({ id: AccountEventId, revision: z.int() }),
  },
  /** Several records of one line: all are written or none, in their order. */
  'events.createMany': {
    input: z.object({ drafts: z.array(AccountEventDraft).min(1).max(10) }),
    output: z.object({ ids: z.array(AccountEventId) }),
  },
  'events.save': {
    input: z.object({ id: AccountEventId, baseRevision: z.int(), draft: AccountEventDraft }),
    output: saved,
  },
  'events.delete': { input: z.object({ id: AccountEventId }), output: done },
  'events.restore': { input: z.object({ id: AccountEventId }), output: done },

  ...attachmentCalls,
  ...giftCalls,
  ...vaultExportCalls,

  'competitors.list': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ competitors: z.array(Competitor) }),
  },
  'competitors.create': {
    input: z.object({ draft: CompetitorDraft }),
    output: z.object({ id: CompetitorId, revision: z.int() }),
  },
  'competitors.save': {
    input: z.object({ id: CompetitorId, baseRevision: z.int(), draft: CompetitorDraft }),
    output: saved,
  },
  'competitors.delete': { input: z.object({ id: CompetitorId }), output: done },
  'competitors.restore': { input: z.object({ id: CompetitorId }), output: done },

  'tenders.list': {
    input: z.object({ accountId: AccountId.nullable() }),
    output: z.object({ rows: z.array(TenderRow) }),
  },
  'tenders.get': {
    input: z.object({ id: TenderId }),
    output: z.object({ tender: Tender, accountName: z.string() }),
  },
  'tenders.create': {
    input: z.object({ draft: TenderDraft }),
    output: z.object({ id: TenderId, revision: z.int() }),
  },
  'tenders.save': {
    input: z.object({ id: TenderId, baseRevision: z.int(), draft: TenderDraft }),
    output: saved,
  },
  'tenders.delete': { input: z.object({ id: TenderId }), output: done },
  'tenders.restore': { input: z.object({ id: TenderId }), output: done },

  'proposals.list': {
    input: z.object({ accountId: AccountId.nullable() }),
    output: z.object({ rows: z.array(ProposalRow) }),
  },
  'proposals.get': {
    input: z.object({ id: ProposalId }),
    output: z.object({ proposal: Proposal, context: ProposalContext }),
  },
  /** Composes a document for the readers from the template and the library. */
  'proposals.create': {
    input: z.object({
      accountId: AccountId,
      tenderId: TenderId.nullable(),
      readerIds: z.array(PersonId).min(1).max(30),
      templateId: TemplateId,
      language: Language,
      title: z.string().trim().min(1).max(300),
      subject: z.string().max(500),
      validity: ValidityPeriod,
      shape: ProposalShape.default('group'),
    }),
    output: z.object({ id: ProposalId, number: z.string() }),
  },
  /** What a proposal for these readers would consist of, and what it would lack; nothing is stored. */
  'proposals.plan': {
    input: z.object({
      accountId: AccountId,
      tenderId: TenderId.nullable(),
      readerIds: z.array(PersonId).max(30),
      templateId: TemplateId,
    }),
    output: z.object({
      sections: z.array(
        z.object({ title: z.string(), personIds: z.array(PersonId), arguments: z.array(z.string()) }),
      ),
      notes: z.array(CompositionNote),
    }),
  },
  /** Blocks that could stand in a section, the best first; with a `criterion` only those that answer it. */
  'proposals.alternatives': {
    input: z.object({
      id: ProposalId,
      role: ReaderRole,
      /** Blocks that stand in the document already. */
      used: z.array(BlockId).max(1000),
      /** Criteria argued in the section by other arguments. */
      argued: z.array(CriterionKey).max(1000),
      criterion: CriterionKey.nullable(),
    }),
    output: z.object({
      alternatives: z.array(
        z.object({ title: z.string(), why: z.string(), score: z.int(), node: ArgumentNode }),
      ),
    }),
  },
  /** What composing anew by today's dossier would change; `refreshes` = also without a change to speak of. */
  'proposals.recomposition': {
    input: z.object({ id: ProposalId }),
    output: z.object({ changes: z.array(RecompositionChange), refreshes: z.boolean() }),
  },
  /** Composes anew and keeps the user's edits. What stood there is kept as a revision named `label`. */
  'proposals.recompose': {
    input: z.object({ id: ProposalId, baseRevision: z.int(), label: z.string().max(200) }),
    output: z.object({
      revision: z.int(),
      keptRevision: z.int(),
      changes: z.array(RecompositionChange),
    }),
  },
  'proposals.saveDocument': {
    input: z.object({ id: ProposalId, baseRevision: z.int(), document: ProposalDocument }),
    output: saved,
  },
  /**
   * What was typed since `baseRevision`, in its order: on the disk before the document is written whole again. The
   * proposal reads with it from then on. `size` is the document's after the steps, counted as the editor counts.
   */
  'proposals.appendSteps': {
    input: z.object({
      id: ProposalId,
      baseRevision: z.int(),
      steps: z.array(DocumentStep).min(1).max(2000),
      size: z.int().min(0),
    }),
    output: saved,
  },
  /** Writes the document whole with what was typed: for a pause. Changes nothing that can be read but lists' totals. */
  'proposals.foldSteps': { input: z.object({ id: ProposalId }), output: done },
  'proposals.saveHeader': {
    input: z.object({ id: ProposalId, baseRevision: z.int(), header: ProposalHeader }),
    output: saved,
  },
  /**
   * A draft that gets another status was sent today by e-mail to all its readers, see `proposals.markSent`; back to a
   * draft takes the mark «sent» back. `on` null = today.
   */
  'proposals.setStatus': {
    input: z.object({
      id: ProposalId,
      status: ProposalStatus,
      on: CalendarDate.nullable().default(null),
      reasons: StatusNote.shape.reasons.default([]),
      note: StatusNote.shape.note.default(''),
    }),
    output: saved,
  },
  /** Freezes the file that was sent, dates the follow-up; of a proposal already sent only one copy more is kept. */
  'proposals.markSent': {
    input: z.object({
      id: ProposalId,
      sentOn: CalendarDate,
      readerIds: z.array(PersonId).max(30),
      channel: SendChannel,
    }),
    output: saved,
  },
  'proposals.life': { input: z.object({ id: ProposalId }), output: ProposalLife },
  /** The next edition of the same number as a draft, or the draft that is already there. `renews` = with new validity. */
  'proposals.newEdition': {
    input: z.object({ id: ProposalId, renews: z.boolean() }),
    output: z.object({ id: ProposalId, edition: z.int(), validUntil: CalendarDate }),
  },
  /** A proposal of its own number for the same client, begun with the text of this one. */
  'proposals.copy': {
    input: z.object({ id: ProposalId }),
    output: z.object({ id: ProposalId, number: z.string() }),
  },
  /** Against the edition before; notFound when there is none. */
  'proposals.difference': { input: z.object({ id: ProposalId }), output: EditionDifference },
  'proposals.delete': { input: z.object({ id: ProposalId }), output: done },
  'proposals.restore': { input: z.object({ id: ProposalId }), output: done },
  /**
   * Versions kept of a proposal, newest first: named ones on every new status and before what changes much, unnamed
   * ones while it is worked on.
   */
  'proposals.listRevisions': {
    input: z.object({ id: ProposalId }),
    output: z.object({
      revisions: z.array(z.object({ revision: z.int(), label: z.string(), savedAtMs: z.int() })),
    }),
  },
  /** The text of a kept version. */
  'proposals.readRevision': {
    input: z.object({ id: ProposalId, revision: z.int() }),
    output: z.object({ document: ProposalDocument }),
  },
  /** What changed from a kept version to the present. */
  'proposals.compareRevision': {
    input: z.object({ id: ProposalId, revision: z.int() }),
    output: EditionDifference.pick({ text: true, price: true }),
  },
  'proposals.keepRevision': {
    input: z.object({ id: ProposalId, label: z.string().max(200) }),
    output: saved,
  },
  /** Names a kept version; an empty name = the program's own, which may be dropped with age. */
  'proposals.nameRevision': {
    input: z.object({ id: ProposalId, revision: z.int(), label: z.string().trim().max(200) }),
    output: done,
  },
  'proposals.restoreRevision': {
    input: z.object({ id: ProposalId, revision: z.int(), baseRevision: z.int() }),
    output: saved,
  },

  /** The DOCX of the saved proposal as an export would write it, for looking at. */
  'proposals.preview': {
    input: z.object({ id: ProposalId }),
    output: z.object({ docx: z.instanceof(Uint8Array) }),
  },
  /** Reads a Word file that lies in the window already: one dropped on the page. */
  'word.read': { input: z.object({ base64: z.base64().max(15_000_000) }), output: WordFile },

  /** The check before sending: of the saved document, by today's dossiers. Only words of the document are quoted. */
  'proposals.check': {
    input: z.object({ id: ProposalId }),
    output: z.object({ findings: z.array(Finding), checkedAtMs: z.int() }),
  },

  'templates.list': {
    input: z.object({ language: Language.nullable() }),
    output: z.object({ templates: z.array(Template) }),
  },

  /** Blocks whose words match the query (by stems, the last word may be half typed); empty = all. */
  'library.blocks': {
    input: z.object({ query: z.string().max(200) }),
    output: z.object({ rows: z.array(BlockRow) }),
  },
  'library.block': {
    input: z.object({ id: BlockId }),
    output: z.object({ block: Block, ...libraryStanding }),
  },
  'library.createBlock': { input: z.object({ draft: BlockDraft }), output: z.object({ id: BlockId }) },
  /** Keeps the text before as a version. Of a shipped block it makes the user's own version. */
  'library.saveBlock': {
    input: z.object({ id: BlockId, baseRevision: z.int(), draft: BlockDraft }),
    output: saved,
  },
  'library.templates': {
    input: z.object({ query: z.string().max(200) }),
    output: z.object({ rows: z.array(TemplateRow) }),
  },
  'library.template': {
    input: z.object({ id: TemplateId }),
    output: z.object({ template: Template, ...libraryStanding }),
  },
  'library.createTemplate': {
    input: z.object({ draft: TemplateDraft }),
    output: z.object({ id: TemplateId }),
  },
  'library.saveTemplate': {
    input: z.object({ id: TemplateId, baseRevision: z.int(), draft: TemplateDraft }),
    output: saved,
  },
  'library.restoreVersion': {
    input: z.object({ ref: LibraryItemRef, revision: z.int(), baseRevision: z.int() }),
    output: saved,
  },
  /** Takes the user's version of a shipped item away; it stays among the versions. */
  'library.reset': { input: z.object({ ref: LibraryItemRef, baseRevision: z.int() }), output: saved },
  'library.delete': { input: z.object({ ref: LibraryItemRef }), output: done },
  'library.restore': { input: z.object({ ref: LibraryItemRef }), output: done },
  /** What the user took out, the latest first. */
  'library.removed': {
    input: nothing,
    output: z.object({ items: z.array(LibraryRemoved) }),
  },
  /** Takes a library file in, whole or not at all; the answer is what `library.undoImport` needs. */
  'library.import': { input: z.object({ file: LibraryFile }), output: LibraryImport },
  'library.undoImport': { input: LibraryImport, output: done },

  /** Criteria of the user's own, deleted ones with them: they are still named where they stand. */
  'terms.list': { input: nothing, output: z.object({ terms: z.array(OwnTerm) }) },
  'terms.create': {
    input: OwnTerm.pick({ kind: true, label: true }),
    output: z.object({ key: OwnTermKey }),
  },
  'terms.rename': { input: OwnTerm.pick({ key: true, label: true }), output: done },
  'terms.delete': { input: OwnTerm.pick({ key: true }), output: done },
  'terms.restore': { input: OwnTerm.pick({ key: true }), output: done },

  'references.list': {
    input: nothing,
    output: z.object({ references: z.array(Reference), uses: z.array(ReferenceUse) }),
  },
  'references.create': {
    input: z.object({ draft: ReferenceDraft }),
    output: z.object({ id: ReferenceId, revision: z.int() }),
  },
  'references.save': {
    input: z.object({ id: ReferenceId, baseRevision: z.int(), draft: ReferenceDraft }),
    output: saved,
  },
  'references.delete': { input: z.object({ id: ReferenceId }), output: done },
  'references.restore': { input: z.object({ id: ReferenceId }), output: done },

  /** The price list: what holds every typed word, the first three hundred; `found` and `total` count. Empty = all. */
  'prices.search': {
    input: z.object({ query: z.string().max(200) }),
    output: z.object({
      items: z.array(PriceListItem),
      found: z.int(),
      total: z.int(),
      lastImport: z
        .object({
          id: z.string(),
          importedAtMs: z.int(),
          fileName: z.string(),
          added: z.int(),
          changed: z.int(),
        })
        .nullable(),
    }),
  },
  'prices.create': {
    input: z.object({ draft: PriceListDraft }),
    output: z.object({ id: PriceListItemId, revision: z.int() }),
  },
  'prices.save': {
    input: z.object({ id: PriceListItemId, baseRevision: z.int(), draft: PriceListDraft }),
    output: saved,
  },
  'prices.delete': { input: z.object({ id: PriceListItemId }), output: done },
  'prices.restore': { input: z.object({ id: PriceListItemId }), output: done },
  /** Another sheet of the file that is open for import. */
  'prices.tableSheet': {
    input: z.object({ importId: z.uuid(), sheet: z.int().min(0).max(1000) }),
    output: OpenTable,
  },
  'prices.previewImport': { input: PriceImportPlan, output: ImportReport },
  /** `batchId` null = the file changes nothing. */
  'prices.import': {
    input: PriceImportPlan,
    output: z.object({ batchId: z.string().nullable(), report: ImportReport }),
  },
  /** Takes a whole import back; `kept` counts items that were changed since and stay. */
  'prices.undoImport': {
    input: z.object({ batchId: z.string().max(80) }),
    output: z.object({ restored: z.int(), kept: z.int() }),
  },
  ...dossierImportCalls,
  'rates.get': {
    input: nothing,
    output: z.object({ vat: z.array(DatedVatRate), currencies: z.array(CurrencyRate) }),
  },
  'rates.save': {
    input: z.object({
      vat: z.array(DatedVatRate).min(1).max(200),
      currencies: z.array(CurrencyRate).max(5000),
    }),
    output: done,
  },

  'company.get': { input: nothing, output: z.object({ company: Company }) },
  /** The looks that come with the program, in the order they are offered. */
  'looks.list': { input: nothing, output: z.object({ looks: z.array(DesignedLook) }) },
  'company.save': { input: z.object({ company: Company }), output: saved },

  'followUps.list': {
    input: z.object({ accountId: AccountId.nullable() }),
    output: z.object({ followUps: z.array(FollowUp) }),
  },
  'followUps.create': { input: z.object({ draft: FollowUpDraft }), output: z.object({ id: FollowUpId }) },
  'followUps.setDone': { input: z.object({ id: FollowUpId, doneOn: CalendarDate.nullable() }), output: done },

  /** The plan of the coming meeting; when none is kept, the one that the dossier suggests (`kept` false). */
  'meetings.plan': {
    input: z.object({ accountId: AccountId, language: Language }),
    output: z.object({ plan: MeetingPlan, kept: z.boolean() }),
  },
  'meetings.savePlan': { input: z.object({ plan: MeetingPlan }), output: done },
  /** Forgets the plan: the dossier suggests anew. */
  'meetings.dropPlan': { input: z.object({ accountId: AccountId }), output: done },
  /** Writes a meeting down: the event, promises, facts about people, the next step; its plan is done with. */
  'meetings.debrief': { input: z.object({ debrief: Debrief }), output: z.object({ id: AccountEventId }) },

  /** A paper of our own, composed now from what the vault holds. */
  'papers.get': { input: z.object({ request: PaperRequest }), output: z.object({ paper: Paper }) },

  ...standardCalls,
  ...bulkCalls,

  'today.list': {
    /** `silent`: as many silent clients at most, the longest silent first. */
    input: z.object({ today: CalendarDate, silent: z.int().min(0).max(10_000).default(100) }),
    output: z.object({
      rows: z.array(TodayRow),
      /** Silent clients beyond those. */
      moreSilent: z.int(),
    }),
  },
  ...searchCalls,
  ...clientsTableCalls,
  ...railCalls,
  ...listPageCalls,
  ...analysisCalls,
} as const satisfies Contract;

/** Calls that only the shell makes of the vault: they carry paths, which the window never sees. */
export const vaultShellContract = {
  ...privacyShellCalls,
  /** Flushes, seals and closes; the process ends right after the reply. */
  'vault.close': { input: nothing, output: done },
  ...rememberShellCalls,
  /** Opens with this computer's key. Throws rememberedExpired or rememberedLost; the password still opens then. */
  'vault.unlockWithDevice': { input: z.object({ vaultId: z.uuid(), deviceKey }), output: OpenedVault },
  /** Writes the printed pages to a path chosen in the native dialog. */
  'proposals.writePdf': {
    input: z.object({ id: ProposalId, path: chosenPath, pdf: z.instanceof(Uint8Array) }),
    output: done,
  },
  /** Writes a draft e-mail to the readers with the DOCX and the printed pages attached. */
  'proposals.writeEmail': {
    input: z.object({
      id: ProposalId,
      path: chosenPath,
      pdf: z.instanceof(Uint8Array),
      headingPages: knownPages,
    }),
    output: z.object({ report: FidelityReport, withoutAddress: z.int() }),
  },
  /** Writes items of the library to a path chosen in the native dialog, with the own blocks that templates require. */
  'library.writeFile': {
    input: z.object({ refs: z.array(LibraryItemRef).max(5000), path: chosenPath }),
    output: z.object({ blocks: z.int(), templates: z.int() }),
  },
  /** Reads a library file and says what taking it in would do; nothing is taken in. */
  'library.readFile': {
    input: z.object({ path: chosenPath }),
    output: z.object({ file: LibraryFile, changes: z.array(LibraryChange) }),
  },
  ...standardShellCalls,
  /** Reads a Word file chosen in the native dialog. */
  'word.readFile': { input: z.object({ path: chosenPath }), output: WordFile },
  /** Reads a vCard file and says what taking it in would do; nothing is taken in. */
  'people.readCards': {
    input: z.object({ path: chosenPath, accountId: AccountId }),
    output: z.object({ rows: z.array(CardRow) }),
  },
  /** Writes a file for other programs to a path chosen in the native dialog. */
  'files.write': {
    input: z.object({ request: ExportRequest, path: chosenPath }),
    output: done,
  },
  'files.name': { input: z.object({ request: ExportRequest }), output: z.object({ fileName: z.string() }) },
  /** Writes a paper of our own as a DOCX to a path chosen in the native dialog, or its printed pages. */
  'papers.writeDocx': {
    input: z.object({ request: PaperRequest, path: chosenPath }),
    output: done,
  },
  'papers.writePdf': {
    input: z.object({ path: chosenPath, pdf: z.instanceof(Uint8Array) }),
    output: done,
  },
  'papers.fileName': {
    input: z.object({ request: PaperRequest }),
    output: z.object({ fileName: z.string() }),
  },
  'proposals.exportFileName': {
    input: z.object({ id: ProposalId, draft: asDraft }),
    output: z.object({
      fileName: z.string(),
      /** Whether it has a table of contents, which is to say pages. */
      hasContents: z.boolean(),
    }),
  },
  /** Writes the DOCX to a path chosen in the native dialog, reopens it and compares it with the document. */
  'proposals.writeDocx': {
    input: z.object({ id: ProposalId, path: chosenPath, draft: asDraft, headingPages: knownPages }),
    output: z.object({ report: FidelityReport }),
  },
  /** Reads a table file chosen in the native dialog; its rows stay in the vault until they are imported. */
  'prices.openTable': { input: z.object({ path: chosenPath }), output: OpenTable },
  ...dossierImportShellCalls,
  /** Writes a copy a reader into a folder chosen in the native dialog, each read back and compared. */
  'proposals.writeFaces': {
    input: z.object({
      id: ProposalId,
      folder: chosenPath,
      headingPages: z.array(z.object({ personId: PersonId, pages: HeadingPages })).default([]),
    }),
    output: z.object({ files: z.array(WrittenFace) }),
  },
  ...faceShellCalls,
  ...attachmentShellCalls,
  ...vaultExportShellCalls,
  'proposals.sentCopyName': {
    input: z.object({ id: SentCopyId }),
    output: z.object({ fileName: z.string() }),
  },
  /** Writes a sent copy byte for byte. */
  'proposals.writeSentCopy': {
    input: z.object({ id: SentCopyId, path: chosenPath }),
    output: done,
  },
} as const satisfies Contract;

/** Calls that the shell itself answers: windows, native dialogs, preferences. */
export const shellContract = {
  ...privacyWindowCalls,
  'shell.preferences': {
    input: nothing,
    output: z.object({
      preferences: Preferences,
      systemLanguage: Language,
      runtime: z.string(),
      version: z.string(),
    }),
  },
  'shell.savePreferences': { input: z.object({ preferences: Preferences }), output: done },
  /** Locks: closes the vault, ends its process and this window; a lock window opens. */
  'shell.lock': { input: nothing, output: done },
  ...rememberWindowCalls,
  /** Opens a vault that this computer remembers. */
  'shell.openRemembered': { input: z.object({ vaultId: z.uuid() }), output: OpenedVault },
  /** Asks where to save (native dialog) and exports. `fileName` without a folder. Answers `cancelled` when the dialog was closed. */
  'shell.exportProposalDocx': {
    input: z.object({ id: ProposalId, draft: asDraft }),
    output: z.object({ fileName: z.string(), report: FidelityReport }),
  },
  /** Asks for a folder and writes a copy a reader there. Answers `cancelled` when the dialog was closed. */
  'shell.exportProposalFaces': {
    input: z.object({ id: ProposalId }),
    output: z.object({ files: z.array(WrittenFace) }),
  },
  ...faceWindowCalls,
  /** Saves a sent copy where the user says. Answers `cancelled` when the dialog was closed. */
  'shell.saveSentCopy': { input: z.object({ id: SentCopyId }), output: z.object({ fileName: z.string() }) },
  /** The same for a PDF of the same pages. */
  'shell.exportProposalPdf': {
    input: z.object({ id: ProposalId, draft: asDraft }),
    output: z.object({ fileName: z.string() }),
  },
  /** The same for a draft e-mail; `withoutAddress` counts the readers whose address is not known. */
  'shell.exportProposalEmail': {
    input: z.object({ id: ProposalId }),
    output: z.object({ fileName: z.string(), report: FidelityReport, withoutAddress: z.int() }),
  },
  /** Asks where to save a file for other programs. Answers `cancelled` when the dialog was closed. */
  'shell.exportFile': {
    input: z.object({ request: ExportRequest }),
    output: z.object({ fileName: z.string() }),
  },
  /** Reads a vCard file of the user's choice; taking it in is `people.importCards`. */
  'shell.openCards': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ fileName: z.string(), rows: z.array(CardRow) }),
  },
  ...attachmentWindowCalls,
  ...vaultExportWindowCalls,
  /** Asks where to save a paper of our own and writes it there. Answers `cancelled` when the dialog was closed. */
  'shell.exportPaper': {
    input: z.object({ request: PaperRequest, as: z.enum(['docx', 'pdf']) }),
    output: z.object({ fileName: z.string() }),
  },
  /** Said by the hidden window that draws pages for printing, and by no other: they stand, or why they do not. */
  'shell.pagesReady': {
    input: z.union([
      /** `asksPages`: answer on which pages the headings stand, so that a table of contents can say it; then ready again. */
      z.strictObject({ frame: PageFrame, asksPages: z.boolean() }),
      z.strictObject({ code: z.enum(errorCodes) }),
    ]),
    /** Empty where nothing was asked or nothing is known. */
    output: z.object({ pages: HeadingPages }),
  },
  /** Saves a look as a file the user names / reads one. Answers `cancelled` when the dialog was closed. */
  'shell.saveLook': { input: z.object({ look: LookDesign }), output: z.object({ fileName: z.string() }) },
  'shell.openLook': { input: nothing, output: z.object({ look: LookDesign }) },
  /** Saves items of the library as a file the user names. Answers `cancelled` when the dialog was closed. */
  'shell.exportLibrary': {
    input: z.object({ refs: z.array(LibraryItemRef).max(5000) }),
    output: z.object({ fileName: z.string(), blocks: z.int(), templates: z.int() }),
  },
  /** Reads a library file of the user's choice; taking it in is `library.import`. */
  'shell.openLibrary': {
    input: nothing,
    output: z.object({ fileName: z.string(), file: LibraryFile, changes: z.array(LibraryChange) }),
  },
  ...standardWindowCalls,
  /** Native dialog for a price file (XLSX, CSV); its columns come back. Answers `cancelled` when it was closed. */
  'shell.openPriceTable': { input: nothing, output: OpenTable },
  ...dossierImportWindow,
  /** Asks for a Word file (native dialog) and reads it. Answers `cancelled` when the dialog was closed. */
  'shell.openWordFile': { input: nothing, output: z.object({ fileName: z.string(), file: WordFile }) },
  /** Shows the last exported file in the system's file manager / opens it in its program. */
  'shell.showLastExport': { input: nothing, output: done },
  'shell.openLastExport': { input: nothing, output: done },
  /** The same for a document, where a drawing in SVG may come too: as text, to be cleaned and drawn by the window. */
  'shell.chooseIllustration': {
    input: nothing,
    output: z.union([z.object({ picture: Picture }), z.object({ drawing: z.string().max(2 * 1024 * 1024) })]),
  },
  /** Native dialog for a PNG or JPEG of at most 2 MB. */
  'shell.choosePicture': { input: nothing, output: z.object({ picture: Picture }) },
  /** Saves the recovery sheet as a text file the user names. */
  'shell.saveRecoverySheet': { input: z.object({ text: z.string().max(4000) }), output: done },
  'shell.printWindow': { input: nothing, output: done },
  'shell.openLink': { input: z.object({ href: z.string().max(2000) }), output: done },
} as const satisfies Contract;

/** What the window may call at all. */
export const windowContract = { ...vaultContract, ...shellContract } as const;

export type VaultCall = keyof typeof vaultContract;
export type VaultShellCall = keyof typeof vaultShellContract;
export type ShellCall = keyof typeof shellContract;
export type WindowCall = keyof typeof windowContract;

type All = typeof vaultContract & typeof vaultShellContract & typeof shellContract;
/** What a caller hands over (before defaults are filled). */
export type InputOf<Name extends keyof All> = z.input<All[Name]['input']>;
/** What a handler receives (after parsing). */
export type ParsedInputOf<Name extends keyof All> = z.output<All[Name]['input']>;
export type OutputOf<Name extends keyof All> = z.output<All[Name]['output']>;
