import { AccountDraft } from '../../../../shared/domain/account.ts';
import type { DossierImportPlan } from '../../../../shared/domain/dossierImport.ts';
import type { DeliveryDraft } from '../../../../shared/domain/delivery.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import type { Currency } from '../../../../shared/domain/money.ts';
import { newAccount } from '../../../../shared/domain/newAccount.ts';
import { PersonDraft } from '../../../../shared/domain/person.ts';
import { splitCompanyName } from '../../../../shared/domain/splitCompanyName.ts';
import { assertNever } from '../../../../shared/ipc/reply.ts';
import type { ToldAccount } from '../../exchange/accountRows.ts';
import type { NamedClient } from '../../exchange/dossierRow.ts';
import type { Job } from '../../exchange/jobs.ts';
import { createAccount, readAccount, saveAccount } from '../../store/accountStore.ts';
import { refreshSummary } from '../../store/accountSummary.ts';
import { insertDeliveries, updateDelivery } from '../../store/deliveryStore.ts';
import type { WritableDb } from '../../store/openDatabase.ts';
import { createPerson, savePerson } from '../../store/personStore.ts';
import type { TableImportChange } from '../../store/tableImportStore.ts';
import { withTold } from './planAccounts.ts';
import type { ImportStep, RowClient } from './steps.ts';

const nothingTold: ToldAccount = { plain: {}, profile: {}, currency: null, requisites: {}, details: {} };

/** A client that the file names and the vault did not have; `currency` is its own where the file does not tell one. */
function accountOf({ name, inn }: NamedClient, told: ToldAccount, currency: Currency): AccountDraft {
  const parts = splitCompanyName(name);
  const legalForm = parts.legalForm.slice(0, 40);
  return withTold({ ...newAccount(parts.name || name || inn), legalForm, currency }, told, inn, true);
}

/** What an import wrote: enough to take it back. Deliveries that were added name their import themselves. */
export type Written = { readonly changes: readonly TableImportChange[]; readonly deliveriesAdded: number };

/** Writes what the rows of an import ask for, in the transaction of the save. */
export function writeSteps(
  db: WritableDb,
  steps: readonly ImportStep[],
  plan: DossierImportPlan,
  { importId, nowMs }: { readonly importId: number; readonly nowMs: number },
  job: Job,
): Written {
  const changes: TableImportChange[] = [];
  const made = new Map<string, AccountId>();
  const touched = new Set<AccountId>();
  const added: DeliveryDraft[] = [];

  const make = (key: string, named: NamedClient, told: ToldAccount, currency: Currency): AccountId => {
    const { id, revision } = createAccount(db, accountOf(named, told, currency), nowMs);
    made.set(key, id);
    changes.push({ entity: 'account', id, before: null, revision });
    return id;
  };
  const idOf = (client: RowClient, currency: Currency): AccountId =>
    'id' in client
      ? client.id
      : (made.get(client.key) ?? make(client.key, client.named, nothingTold, currency));

  for (const [at, { write }] of steps.entries()) {
    if (at % 2000 === 0) job.tell('writing', at / steps.length);
    if (write === null) continue;
    switch (write.does) {
      case 'addDelivery': {
        // A client that comes with its deliveries is told in the currency of the first.
        const accountId = idOf(write.client, write.draft.currency);
        touched.add(accountId);
        added.push({ ...write.draft, accountId });
        break;
      }
      case 'changeDelivery': {
        const revision = updateDelivery(db, write.id, write.draft);
        touched.add(write.draft.accountId);
        changes.push({ entity: 'delivery', id: write.id, before: write.before, revision });
        break;
      }
      case 'addAccount':
        make(write.key, write.named, write.told, plan.currency);
        break;
      case 'changeAccount': {
        const known = readAccount(db, write.id);
        const inn = write.told.requisites.inn ?? '';
        const draft = AccountDraft.parse(withTold(known, write.told, inn, plan.overwrite));
        const before = AccountDraft.parse(known);
        const revision = saveAccount(db, write.id, known.revision, draft, nowMs);
        changes.push({ entity: 'account', id: write.id, before, revision });
        break;
      }
      case 'addPerson': {
        const accountId = idOf(write.client, plan.currency);
        const { id, revision } = createPerson(db, { ...write.draft, accountId }, nowMs);
        changes.push({ entity: 'person', id, before: null, revision });
        break;
      }
      case 'changePerson': {
        const { id, revision: base } = write.before;
        const revision = savePerson(db, id, base, write.draft, nowMs);
        changes.push({ entity: 'person', id, before: PersonDraft.parse(write.before), revision });
        break;
      }
      default:
        assertNever(write);
    }
  }
  insertDeliveries(db, added, importId);
  for (const accountId of touched) refreshSummary(db, accountId);
  return { changes, deliveriesAdded: added.length };
}
