import type { DeliveryDraft } from '../../../../shared/domain/delivery.ts';
import type { DossierRowOutcome, DossierRowReport } from '../../../../shared/domain/dossierImport.ts';
import type { AccountId, DeliveryId } from '../../../../shared/domain/ids.ts';
import type { Person, PersonDraft } from '../../../../shared/domain/person.ts';
import type { ToldAccount } from '../../exchange/accountRows.ts';
import type { LeftField, LeftRow, NamedClient } from '../../exchange/dossierRow.ts';

/** The client of a row that is written: one of the vault, or one that the import makes. */
export type RowClient = { readonly id: AccountId } | { readonly key: string; readonly named: NamedClient };

/** What a row asks to be written. */
export type ImportWrite =
  | {
      readonly does: 'addDelivery';
      readonly client: RowClient;
      readonly draft: Omit<DeliveryDraft, 'accountId'>;
    }
  | {
      readonly does: 'changeDelivery';
      readonly id: DeliveryId;
      readonly before: DeliveryDraft;
      readonly draft: DeliveryDraft;
    }
  | {
      readonly does: 'addAccount';
      readonly named: NamedClient;
      readonly key: string;
      readonly told: ToldAccount;
    }
  | { readonly does: 'changeAccount'; readonly id: AccountId; readonly told: ToldAccount }
  | {
      readonly does: 'addPerson';
      readonly client: RowClient;
      readonly draft: Omit<PersonDraft, 'accountId'>;
    }
  | { readonly does: 'changePerson'; readonly before: Person; readonly draft: PersonDraft };

/** One row: what is said of it, and what it asks to be written; null = nothing. */
export type ImportStep = { readonly report: DossierRowReport; readonly write: ImportWrite | null };

/** A row that asks for nothing. */
export function leftStep(row: LeftRow): ImportStep {
  if (row.kind === 'skipped') {
    const { kind, ...report } = row;
    // The delivery is sound: it waits for a word about the line above it.
    const outcome = row.reason === 'groupUnclear' ? 'decision' : kind;
    return { report: { ...report, outcome, delivery: null }, write: null };
  }
  if (row.kind === 'group') {
    const told = { outcome: 'heading', reason: null, field: null, value: '', delivery: null } as const;
    return { report: { row: row.row, name: row.name, ...told }, write: null };
  }
  const { kind, ...told } = row;
  return {
    report: { ...told, outcome: kind, reason: null, field: null, value: '', delivery: null },
    write: null,
  };
}

/** A row that is taken, perhaps without one of its fields. */
export function takenStep(
  row: number,
  name: string,
  outcome: DossierRowOutcome,
  write: ImportWrite | null,
  left: LeftField | null = null,
): ImportStep {
  const told = left ?? { reason: null, field: null, value: '' };
  return { report: { row, name, outcome, ...told, delivery: null }, write };
}

/** A row that waits for a word about its client, or is left out by it. */
export function clientStep(
  row: number,
  name: string,
  fate: 'clientUnknown' | 'clientUndecided' | 'clientSkipped',
  client: NamedClient,
): ImportStep {
  const value = client.name || client.inn;
  const outcome = fate === 'clientUndecided' ? 'decision' : 'skipped';
  return {
    report: { row, name, outcome, reason: fate, field: 'client', value, delivery: null },
    write: null,
  };
}

/** The same step with the day and the sums that were read. */
export function withFigures(step: ImportStep, draft: Omit<DeliveryDraft, 'accountId'>): ImportStep {
  const { deliveredOn: on, revenueMinor, profitMinor, currency } = draft;
  return { ...step, report: { ...step.report, delivery: { on, revenueMinor, profitMinor, currency } } };
}
