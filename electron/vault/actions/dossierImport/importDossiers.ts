import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import {
  type ClientMatch,
  type DossierImportPlan,
  type DossierImportReport,
  DossierRowOutcome,
  type DossierRowReport,
  type GroupChoice,
} from '../../../../shared/domain/dossierImport.ts';
import { ownColumns } from '../../../../shared/domain/ownColumn.ts';
import { assertNever } from '../../../../shared/ipc/reply.ts';
import { type AccountRow, readAccountRows } from '../../exchange/accountRows.ts';
import { type DeliveryRow, readDeliveryRows } from '../../exchange/deliveryRows.ts';
import type { LeftRow, NamedClient } from '../../exchange/dossierRow.ts';
import { allTitles, titlesWith } from '../../exchange/importTitles.ts';
import type { Job } from '../../exchange/jobs.ts';
import type { SheetLayout } from '../../exchange/layout.ts';
import { sheetOf } from '../../exchange/openTables.ts';
import { type PersonRow, readPersonRows } from '../../exchange/personRows.ts';
import { keepMapping } from '../../store/importMappingStore.ts';
import type { ReadableDb, WritableDb } from '../../store/openDatabase.ts';
import { requireLiveAccount } from '../../store/rows.ts';
import { listOwnFields } from '../../store/standardReader.ts';
import { beginTableImport, endTableImport } from '../../store/tableImportStore.ts';
import { readVatLaw } from '../../store/rateStore.ts';
import { readVaultMeta } from '../../store/vaultMeta.ts';
import { matchClients, type MatchedClients } from './matchClients.ts';
import { planAccounts } from './planAccounts.ts';
import { planDeliveries } from './planDeliveries.ts';
import { planPeople } from './planPeople.ts';
import type { ImportStep } from './steps.ts';
import { writeSteps } from './writeSteps.ts';

/** What an import by a plan would do, and at which save of the vault it was found out. */
type Prepared = {
  readonly layout: SheetLayout & { readonly fileName: string };
  readonly steps: readonly ImportStep[];
  readonly matches: readonly ClientMatch[];
  readonly groups: DossierImportReport['groups'];
  readonly rev: number;
};

type AnyRow = DeliveryRow | AccountRow | PersonRow | LeftRow;

/** Lines that may be a client or goods, each name once, the undecided first. */
function askedGroups(rows: readonly AnyRow[]): DossierImportReport['groups'] {
  const asked = new Map<string, GroupChoice | null>();
  for (const row of rows) if (row.kind === 'group') asked.set(row.name, row.choice);
  return [...asked]
    .map(([name, choice]) => ({ name, choice }))
    .toSorted((one, other) => Number(one.choice !== null) - Number(other.choice !== null));
}

function* namedBy(rows: readonly AnyRow[]): Generator<NamedClient> {
  for (const row of rows) if ('client' in row && row.client !== null) yield row.client;
}

function clientsOf(db: ReadableDb, rows: readonly AnyRow[], plan: DossierImportPlan): MatchedClients {
  return matchClients(db, plan.accountId === null ? namedBy(rows) : [], plan);
}

/** Reads the rows of the kept file by the plan and finds out what each would do. Other calls run meanwhile. */
async function prepare(
  db: ReadableDb,
  plan: DossierImportPlan,
  today: CalendarDate,
  job: Job,
): Promise<Prepared> {
  const own = ownColumns(listOwnFields(db));
  const layout = sheetOf(plan.importId, plan.sheet, allTitles(titlesWith(own)));
  if (plan.accountId !== null) requireLiveAccount(db, plan.accountId);
  const total = layout.rows.length;
  const { rev } = readVaultMeta(db);
  const finish = async (
    clients: MatchedClients,
    planning: Generator<number, ImportStep[]>,
    groups: DossierImportReport['groups'] = [],
  ) => {
    const steps = await job.run('matching', total, planning);
    return { layout, steps, matches: clients.matches, groups, rev };
  };
  switch (plan.kind) {
    case 'deliveries': {
      const when = { today, law: readVatLaw(db) };
      const rows = await job.run('reading', total, readDeliveryRows(layout.rows, plan, when));
      const clients = clientsOf(db, rows, plan);
      return finish(clients, planDeliveries(db, rows, clients, plan), askedGroups(rows));
    }
    case 'accounts': {
      const rows = readAccountRows(layout.rows, plan, own);
      const clients = clientsOf(db, rows, { ...plan, accountId: null, missingClients: 'create' });
      return finish(clients, planAccounts(db, rows, clients, plan));
    }
    case 'people': {
      const rows = readPersonRows(layout.rows, plan, today);
      const clients = clientsOf(db, rows, plan);
      return finish(clients, planPeople(db, rows, clients, plan));
    }
    default:
      return assertNever(plan.kind);
  }
}

/** Of each kind; no window shows more, and the counts tell of all. */
const mostReportedRows = 150;
const mostReportedClients = 400;

const urgency = ({ outcome, reason }: DossierRowReport): number => {
  if (outcome === 'skipped') return 0;
  if (outcome === 'decision') return 1;
  if (reason !== null) return 2;
  return { changed: 3, new: 4, same: 5, heading: 6, total: 6 }[outcome];
};
const clientUrgency = ({ decision, state }: ClientMatch): number =>
  decision === null ? 0 : state === 'suggested' || state === 'several' ? 1 : state === 'known' ? 3 : 2;

function reportOf({
  steps,
  matches,
  groups,
}: Pick<Prepared, 'steps' | 'matches' | 'groups'>): DossierImportReport {
  // Every outcome is there; fromEntries forgets that.
  const counts = Object.fromEntries(
    DossierRowOutcome.options.map((outcome) => [outcome, 0]),
  ) as DossierImportReport['counts'];
  const byUrgency: DossierRowReport[][] = [[], [], [], [], [], [], []];
  for (const { report } of steps) {
    counts[report.outcome] += 1;
    const list = byUrgency[urgency(report)];
    if (list !== undefined && list.length < mostReportedRows) list.push(report);
  }
  const clients = matches.toSorted((one, other) => clientUrgency(one) - clientUrgency(other));
  const count = (test: (match: ClientMatch) => boolean) => matches.filter(test).length;
  return {
    counts,
    rows: byUrgency.flat(),
    clients: clients.slice(0, mostReportedClients),
    groups: groups.slice(0, mostReportedClients),
    clientCounts: {
      known: count(({ decision }) => decision !== null && decision !== 'new' && decision !== 'skip'),
      made: count(({ decision }) => decision === 'new'),
      undecided: count(({ decision }) => decision === null),
      left: count(({ decision }) => decision === 'skip'),
    },
  };
}

/**
 * The last look: an import that follows it does what was shown, without working it out again. Kept only as long as the
 * file itself, since it is most of it.
 */
let looked: { readonly plan: string; readonly today: CalendarDate; readonly prepared: Prepared } | null =
  null;

/** Forgets the last look: its file was closed. */
export function forgetLook(): void {
  looked = null;
}

function preparedBefore(db: ReadableDb, plan: DossierImportPlan, today: CalendarDate): Prepared | null {
  if (looked === null || looked.today !== today || looked.plan !== JSON.stringify(plan)) return null;
  return looked.prepared.rev === readVaultMeta(db).rev ? looked.prepared : null;
}

/** What an import by this plan would do, row by row; nothing is written. Throws importGone, notFound, accountDeleted, cancelled. */
export async function previewDossierImport(
  db: ReadableDb,
  plan: DossierImportPlan,
  today: CalendarDate,
  job: Job,
): Promise<DossierImportReport> {
  const prepared = await prepare(db, plan, today, job);
  looked = { plan: JSON.stringify(plan), today, prepared };
  return reportOf(prepared);
}

/** So often the vault may change under a long import before it stops looking again. */
const mostTries = 5;

/**
 * Imports a table into dossiers: rows that cannot be taken are left out with their reason, all others come in one
 * transaction, and the columns are remembered for files of the same shape. The same file once more changes nothing.
 * Throws importGone, notFound, accountDeleted, cancelled.
 */
export async function importDossiers(
  db: ReadableDb,
  plan: DossierImportPlan,
  when: { readonly today: CalendarDate; readonly nowMs: number },
  save: <Result>(work: (db: WritableDb) => Result) => Result,
  job: Job,
): Promise<{ batchId: number | null; report: DossierImportReport }> {
  for (let tries = 1; ; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- once more, as something was saved meanwhile
    const prepared = preparedBefore(db, plan, when.today) ?? (await prepare(db, plan, when.today, job));
    job.tell('writing', 0);
    // oxlint-disable-next-line no-await-in-loop -- lets the bar say so before the write, which is one piece
    await nextTurn();
    job.check();
    if (readVaultMeta(db).rev !== prepared.rev && tries < mostTries) continue;
    // From here on nothing else runs: what was found out still holds.
    const batchId = save((writable) => {
      const { layout, steps } = prepared;
      const told = { kind: plan.kind, fileName: layout.fileName };
      const importId = beginTableImport(writable, told, when.nowMs);
      const written = writeSteps(writable, steps, plan, { importId, nowMs: when.nowMs }, job);
      if (layout.headRow > 0) keepMapping(writable, plan.kind, layout.shape, plan.mapping, when.nowMs);
      const { changes, deliveriesAdded } = written;
      return endTableImport(writable, importId, plan.kind, changes, deliveriesAdded) ? importId : null;
    });
    return { batchId, report: reportOf(prepared) };
  }
}
