import type { AccountId } from '../../../shared/domain/ids.ts';
import { isShippedStandard, shippedStandards } from '../../../shared/domain/shippedStandards.ts';
import { readAccount } from '../store/accountStore.ts';
import type { ExampleVault } from '../store/exampleVault.ts';
import { noteField } from '../store/fieldNoteStore.ts';
import type { WritableDb } from '../store/openDatabase.ts';
import { saveStandard } from '../store/standardStore.ts';

/** The standards of the program with the fields that the department of the example added. */
export function loadExampleStandards(db: WritableDb, { ownFields }: ExampleVault, nowMs: number): void {
  for (const standard of Object.values(shippedStandards)) {
    const added = isShippedStandard(standard.id) ? (ownFields[standard.id] ?? []) : [];
    if (added.length === 0) continue;
    saveStandard(db, { ...standard, fields: [...standard.fields, ...added] }, 0, nowMs);
  }
}

/** How facts of a client are known, of what stands in its dossier by now. */
export function loadExampleNotes(
  db: WritableDb,
  id: AccountId,
  { notes }: Pick<ExampleVault['accounts'][number], 'notes'>,
  nowMs: number,
): void {
  for (const { field, ...note } of notes) noteField(db, readAccount(db, id), field, note, nowMs);
}
