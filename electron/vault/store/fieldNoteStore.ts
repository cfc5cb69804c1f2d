import type { AccountDraft } from '../../../shared/domain/account.ts';
import { dayOfInstant } from '../../../shared/domain/calendarDate.ts';
import {
  factCurrency,
  factFieldsOf,
  factText,
  FieldNote,
  isCorrection,
  saysOther,
  staysOutOfPapers,
} from '../../../shared/domain/fieldNote.ts';
import type { FactField, FieldNoteDraft } from '../../../shared/domain/fieldNote.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';

function noteOf(row: unknown): FieldNote {
  const { forPapers, ...note } = fromRow(row, []);
  return FieldNote.parse({ ...note, forPapers: forPapers === 1 });
}

/** What stood in the fields of a client and how it was known, the newest first. */
export function listFieldNotes(db: ReadableDb, accountId: AccountId): FieldNote[] {
  return db
    .prepare(/* sql */ `
      SELECT id, field, value, currency, certainty, source, notedOn, forPapers, savedAtMs FROM field_notes
      WHERE accountId = :accountId ORDER BY id DESC`)
    .all({ accountId })
    .map(noteOf);
}

/** The newest note of every field. */
export function currentFieldNotes(db: ReadableDb, accountId: AccountId): FieldNote[] {
  return db
    .prepare(/* sql */ `
      SELECT id, field, value, currency, certainty, source, notedOn, forPapers, savedAtMs FROM field_notes
      WHERE id IN (SELECT max(id) FROM field_notes WHERE accountId = :accountId GROUP BY field)`)
    .all({ accountId })
    .map(noteOf);
}

/** Fields whose value is a guess that documents may not print. */
export function guessedFields(db: ReadableDb, accountId: AccountId): ReadonlySet<FactField> {
  return new Set(
    currentFieldNotes(db, accountId)
      .filter(staysOutOfPapers)
      .map(({ field }) => field),
  );
}

function addNote(
  db: WritableDb,
  accountId: AccountId,
  field: FactField,
  note: FieldNoteDraft & Pick<FieldNote, 'value' | 'currency' | 'savedAtMs'>,
): void {
  db.prepare(/* sql */ `
    INSERT INTO field_notes (accountId, field, value, currency, certainty, source, notedOn, forPapers, savedAtMs)
    VALUES (:accountId, :field, :value, :currency, :certainty, :source, :notedOn, :forPapers, :savedAtMs)`).run(
    {
      ...note,
      accountId,
      field,
      forPapers: note.forPapers ? 1 : 0,
    },
  );
}

/**
 * Keeps what a save changes: of a field never noted before, what stood there as well. In the save's transaction. What is
 * put back is known as it was known when it stood there last: a guess that comes back is a guess. So is a guess whose
 * slip of the finger is mended.
 */
export function keepFieldChanges(
  db: WritableDb,
  accountId: AccountId,
  before: AccountDraft & { readonly savedAtMs: number },
  after: AccountDraft,
  nowMs: number,
  putsBack: boolean,
): void {
  const changed = factFieldsOf(before, after).filter((field) => saysOther(before, after, field));
  if (changed.length === 0) return;
  const noted = new Set(currentFieldNotes(db, accountId).map(({ field }) => field));
  const told = { certainty: 'confirmed', source: '', forPapers: false } as const;
  for (const field of changed) {
    const stood = factText(before, field);
    if (stood !== '' && !noted.has(field)) {
      const savedAtMs = before.savedAtMs;
      const currency = factCurrency(before, field);
      const notedOn = dayOfInstant(savedAtMs);
      addNote(db, accountId, field, { ...told, value: stood, currency, notedOn, savedAtMs });
    }
    const [value, currency] = [factText(after, field), factCurrency(after, field)];
    const ofField = listFieldNotes(db, accountId).filter((note) => note.field === field);
    const known = putsBack
      ? ofField.find((note) => note.value === value && note.currency === currency)
      : isCorrection(stood, value)
        ? ofField.at(0)
        : undefined;
    const { certainty, source, forPapers, notedOn } = known ?? { ...told, notedOn: dayOfInstant(nowMs) };
    addNote(db, accountId, field, {
      certainty,
      source,
      forPapers,
      notedOn,
      value,
      currency,
      savedAtMs: nowMs,
    });
  }
}

/** Says how what stands in a field is known. Throws invalidInput where nothing stands there. */
export function noteField(
  db: WritableDb,
  account: AccountDraft & { readonly id: AccountId },
  field: FactField,
  note: FieldNoteDraft,
  nowMs: number,
): void {
  const value = factText(account, field);
  if (value === '') throw new AppError('invalidInput', 'an empty field has no source', { field });
  const currency = factCurrency(account, field);
  const last = currentFieldNotes(db, account.id).find((one) => one.field === field);
  if (last === undefined) {
    addNote(db, account.id, field, { ...note, value, currency, savedAtMs: nowMs });
    return;
  }
  db.prepare(/* sql */ `
    UPDATE field_notes SET value = :value, currency = :currency, certainty = :certainty, source = :source, notedOn = :notedOn,
      forPapers = :forPapers, savedAtMs = :nowMs
    WHERE id = :id`).run({ ...note, value, currency, forPapers: note.forPapers ? 1 : 0, nowMs, id: last.id });
}
