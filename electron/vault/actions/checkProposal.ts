import { withWrittenLetters } from '../../../shared/document/faceDocument.ts';
import type { PrintedPlace } from '../../../shared/document/printedPlaces.ts';
import { findAll, usedFields } from '../../../shared/document/walk.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { checkInput, checkProposal as checkPlainly } from '../../../shared/domain/checkProposal.ts';
import type { CheckInput } from '../../../shared/domain/checkProposal.ts';
import { amountsOf } from '../../../shared/domain/checkTerms.ts';
import { checkDatedFacts } from '../../../shared/domain/checkDatedFacts.ts';
import { hasConsentOn } from '../../../shared/domain/consent.ts';
import type { Finding, LeakKind, PlaceKind, Severity } from '../../../shared/domain/finding.ts';
import { sortFindings } from '../../../shared/domain/finding.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { findLeaks, prepareLeakGuard } from '../../../shared/domain/leakGuard.ts';
import type { Leak, LeakGuard, LeakPermission } from '../../../shared/domain/leakGuard.ts';
import { namePartsOf } from '../../../shared/domain/nameForms.ts';
import {
  guardSourcesMark,
  otherClientsAmounts,
  readGuardSources,
  relatedAccounts,
} from '../store/guardSources.ts';
import { readDatedFacts } from '../store/libraryStore.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import { readVaultMeta } from '../store/vaultMeta.ts';

type KeptGuard = { readonly rev: number; readonly mark: string; readonly guard: LeakGuard };

// One guard a vault. It is dear to prepare and holds for as long as the dossiers stand; it dies with the process.
const kept = new WeakMap<ReadableDb, KeptGuard>();

function guardOf(db: ReadableDb): LeakGuard {
  const before = kept.get(db);
  const { rev } = readVaultMeta(db);
  if (before?.rev === rev) return before.guard;
  const mark = guardSourcesMark(db);
  const guard = before?.mark === mark ? before.guard : prepareLeakGuard(readGuardSources(db));
  kept.set(db, { rev, mark, guard });
  return guard;
}

function permissionOf(db: ReadableDb, { proposal, context, today }: CheckInput): LeakPermission {
  const { company, account, tender, references, readers } = context;
  const { requisites, colleagues } = company;
  const chosen = new Set(
    findAll(proposal.document.root, 'references').flatMap(({ attrs }) => attrs.referenceIds),
  );
  const agreed = references.filter((reference) => chosen.has(reference.id) && hasConsentOn(reference, today));
  const own = amountsOf(proposal.document.root);
  // A field of the dossier that the user put into the text is said on purpose.
  const used = new Set<string>(usedFields(proposal.document.root));
  const printed = context.ownFields.filter(({ key }) => used.has(key)).map(({ value }) => value);
  const others = otherClientsAmounts(db, proposal.accountId);
  return {
    owners: relatedAccounts(db, proposal.accountId),
    companies: [
      company.name,
      requisites.fullName,
      requisites.shortName,
      account.name,
      account.fullName,
      ...agreed.map(({ companyName }) => companyName),
    ],
    people: [
      ...[
        ...colleagues.map(({ name }) => name),
        ...agreed.map(({ refereeName }) => refereeName),
        requisites.headName,
      ]
        .filter((name) => name.trim() !== '')
        .map((name) => ({ gender: 'unknown' as const, ...namePartsOf(name) })),
      ...readers,
    ],
    requisites: [requisites.inn, requisites.ogrn, requisites.settlementAccount],
    phones: [requisites.phone, ...colleagues.map(({ phone }) => phone), ...agreed.map(({ phone }) => phone)],
    addresses: [
      requisites.email,
      requisites.site,
      ...colleagues.map(({ email }) => email),
      ...agreed.map(({ email }) => email),
    ],
    open: [
      ...printed,
      account.needs,
      account.plans,
      account.industry,
      tender?.title ?? '',
      tender?.subject ?? '',
    ],
    otherAmounts: new Set([...others].filter((amount) => !own.has(amount))),
  };
}

/** Drawn from our own company and our own printed words. */
const ownKinds: ReadonlySet<PlaceKind> = new Set(['letterhead', 'team', 'signature', 'validity']);

const severityOf: Readonly<Record<LeakKind, Severity>> = {
  otherCompany: 'stop',
  otherPerson: 'stop',
  otherSurname: 'warn',
  otherRequisite: 'stop',
  otherContact: 'stop',
  otherPrice: 'warn',
  privateNote: 'stop',
  privateWord: 'warn',
  internalNote: 'stop',
  guessedFact: 'warn',
  psychotype: 'stop',
};

function leakFinding(leak: Leak, places: readonly PrintedPlace[]): Finding[] {
  const at = places[leak.place];
  if (at === undefined) return [];
  const { kind, quote } = leak;
  return [
    {
      kind,
      severity: severityOf[kind],
      sectionId: at.sectionId,
      quote,
      place: at.kind,
      // What stands in the document already; nothing else of the vault goes to the window.
      params: { words: quote },
    },
  ];
}

/**
 * Checks a stored proposal before it is sent: what it lacks, and what of other clients or of private notes stands in
 * it. Only words of the document itself are answered. Throws notFound, documentInvalid, documentNewer.
 */
export function checkProposal(db: ReadableDb, id: ProposalId, today: CalendarDate): Finding[] {
  const { proposal, context } = readProposalWithContext(db, id, today);
  // What is written to one reader leaves the house as well.
  const input = checkInput(withWrittenLetters(proposal), context, today);
  const open = input.places.filter(({ kind }) => !ownKinds.has(kind));
  const texts = open.map(({ text }) => text);
  const leaks = findLeaks(texts, guardOf(db), permissionOf(db, input));
  const { document, validity } = proposal;
  const facts = readDatedFacts(db);
  const dated = checkDatedFacts(document.root, (blockId) => facts.get(blockId) ?? [], validity, today);
  return sortFindings([
    ...leaks.flatMap((leak) => leakFinding(leak, open)),
    ...checkPlainly(input),
    ...dated,
  ]);
}
