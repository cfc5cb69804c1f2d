import type { Delivery, DeliveryDraft } from '../../../../shared/domain/delivery.ts';
import type { DossierImportPlan } from '../../../../shared/domain/dossierImport.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { foldText } from '../../../../shared/domain/foldText.ts';
import type { DeliveryRow } from '../../exchange/deliveryRows.ts';
import type { LeftRow } from '../../exchange/dossierRow.ts';
import type { ReadableDb } from '../../store/openDatabase.ts';
import { listDeliveries } from '../../store/deliveryStore.ts';
import type { MatchedClients } from './matchClients.ts';
import { clientStep, type ImportStep, leftStep, type RowClient, takenStep, withFigures } from './steps.ts';

/**
 * What makes two deliveries of a client one: day, sum, and the document, or what was supplied where there is none.
 */
const identity = (draft: Omit<DeliveryDraft, 'accountId'>): string =>
  `${draft.deliveredOn} ${draft.revenueMinor} ${draft.currency} ${foldText(draft.document || draft.subject)}`;

/** Deliveries of the vault by client and identity; each is met once, so that two alike in a file stay two. */
function createShelf(db: ReadableDb) {
  const shelves = new Map<AccountId, Map<string, Delivery[]>>();
  return (accountId: AccountId, draft: Omit<DeliveryDraft, 'accountId'>): Delivery | null => {
    let shelf = shelves.get(accountId);
    if (shelf === undefined) {
      shelf = Map.groupBy(listDeliveries(db, accountId), identity);
      shelves.set(accountId, shelf);
    }
    const alike = shelf.get(identity(draft));
    if (alike === undefined || alike.length === 0) return null;
    const exact = alike.findIndex(({ subject }) => foldText(subject) === foldText(draft.subject));
    return alike.splice(Math.max(0, exact), 1)[0] ?? null;
  };
}

/** Fields that say more of a delivery that is known; what the file has no column for stays. */
function changed(
  known: Delivery,
  draft: Omit<DeliveryDraft, 'accountId'>,
  plan: DossierImportPlan,
): DeliveryDraft | null {
  const has = (field: string): boolean => (plan.mapping[field] ?? null) !== null;
  const tellsProfit = has('profit') || has('cost') || has('margin');
  const profitMinor = tellsProfit ? draft.profitMinor : known.profitMinor;
  const direction = has('direction') && draft.direction !== '' ? draft.direction : known.direction;
  if (profitMinor === known.profitMinor && direction === known.direction) return null;
  const { id: _id, ...before } = known;
  return { ...before, profitMinor, direction };
}

/** Row by row, what an import of deliveries would do. Yields how many rows are done. */
export function* planDeliveries(
  db: ReadableDb,
  rows: readonly (DeliveryRow | LeftRow)[],
  clients: MatchedClients,
  plan: DossierImportPlan,
): Generator<number, ImportStep[]> {
  const take = createShelf(db);
  const steps: ImportStep[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % 1000 === 999) yield at;
    if (row.kind !== 'delivery') {
      steps.push(leftStep(row));
      continue;
    }
    const { draft, client: named } = row;
    const name = named === null ? draft.subject : `${named.name || named.inn}: ${draft.subject}`;
    const fate = named === null || plan.accountId !== null ? null : clients.fateOf(named);
    if (fate !== null && fate.fate !== 'known' && fate.fate !== 'new') {
      steps.push(withFigures(clientStep(row.row, name, fate.fate, named ?? { name: '', inn: '' }), draft));
      continue;
    }
    const id = plan.accountId ?? (fate?.fate === 'known' ? fate.id : null);
    const known = id === null ? null : take(id, draft);
    if (known === null) {
      const client: RowClient =
        id === null
          ? { key: fate?.fate === 'new' ? fate.key : '', named: named ?? { name: '', inn: '' } }
          : { id };
      steps.push(withFigures(takenStep(row.row, name, 'new', { does: 'addDelivery', client, draft }), draft));
      continue;
    }
    const next = changed(known, draft, plan);
    const { id: deliveryId, ...before } = known;
    const write =
      next === null ? null : ({ does: 'changeDelivery', id: deliveryId, before, draft: next } as const);
    steps.push(withFigures(takenStep(row.row, name, write === null ? 'same' : 'changed', write), draft));
  }
  return steps;
}
