import { deflateSync } from 'node:zlib';
import type { AccountId, PersonId } from '../../../../shared/domain/ids.ts';
import { eraseAttachmentsOf } from '../attachmentStore.ts';
import { deedsAbout, forgetDeeds } from '../deedStore.ts';
import type { ReadableDb, WritableDb } from '../openDatabase.ts';

// The one list of what holds data of people. Every table of the vault is looked through for a person's id and name by
// itself, whatever it is called; here stands what is different: tables that hold nobody, packed columns, and things
// that go with a person as a whole. A feature that keeps something of people in another way joins here.

/** Whose data are erased: every card of the same person, and the clients they stand under. */
export type ErasedPerson = {
  readonly ids: ReadonlySet<PersonId>;
  readonly accountIds: ReadonlySet<AccountId>;
};

/** Tables that are about things, not people. All others are looked through. */
export const tablesWithoutPeople: ReadonlySet<string> = new Set([
  'vault_meta',
  'settings',
  'account_summaries',
  'price_items',
  'price_imports',
  'price_import_changes',
  'import_mappings',
  'vat_rates',
  'currency_rates',
  'own_terms',
  'block_uses',
  'reference_uses',
  'proposal_counters',
  'erasure_acts',
  // Our own people and requisites: the employer's duty to its employees is not fulfilled here.
  'company',
  // What was done to many rows is forgotten as a whole, below.
  'deeds',
  'deed_changes',
  'trash_marks',
  // Kept in step by their own file.
  'search_entries',
]);

/** Columns with deflated JSON, which is looked through like any other text. */
export const packedColumns: Readonly<Record<string, readonly string[]>> = {
  proposal_revisions: ['body'],
  proposal_compositions: ['body'],
  sent_copies: ['paper'],
};

/** Something that goes as a whole, because no name can be taken out of it. */
export type Holder = {
  readonly what: string;
  /** Takes it out; runs before the cards go. */
  erase(db: WritableDb, person: ErasedPerson): void;
};

const accountParams = ({ accountIds }: ErasedPerson) => ({ accountIds: JSON.stringify([...accountIds]) });

/** What is erased whole with a person. */
export const holders: readonly Holder[] = [
  {
    // Their rows; the sealed bytes go when no copy of the vault needs them any more: at once where copies go too.
    what: 'attached files',
    erase(db, { ids }) {
      for (const id of ids) eraseAttachmentsOf(db, id);
    },
  },
  {
    // Written files that were not sent: they can be written again.
    what: 'last exports',
    erase(db, person) {
      for (const table of ['last_exports', 'face_exports'])
        db.prepare(/* sql */ `
          DELETE FROM ${table} WHERE proposalId IN (SELECT id FROM proposals
            WHERE accountId IN (SELECT value FROM json_each(:accountIds)))`).run(accountParams(person));
    },
  },
  {
    // How a card stood before an import; that import can no longer be taken back for this person.
    what: 'imports of tables',
    erase(db, { ids }) {
      db.prepare(/* sql */ `
        DELETE FROM table_import_changes
        WHERE entity = 'person' AND entityId IN (SELECT value FROM json_each(:ids))`).run({
        ids: JSON.stringify([...ids]),
      });
    },
  },
  {
    // What work on many rows remembers of them and of their clients: it cannot be taken back any more.
    what: 'deeds',
    erase(db, { ids, accountIds }) {
      const deeds = [...ids, ...accountIds].flatMap((id) => deedsAbout(db, id));
      forgetDeeds(db, [...new Set(deeds)]);
    },
  },
  {
    // A drawing with names in it.
    what: 'map of the group',
    erase(db, person) {
      db.prepare(/* sql */ `
        DELETE FROM group_pictures WHERE accountId IN (SELECT value FROM json_each(:accountIds))`).run(
        accountParams(person),
      );
    },
  },
];

/** A sent file that was erased on request: no bytes are left, its hash still tells that it was sent. */
export const noBytes: Uint8Array = deflateSync(new Uint8Array());

/** Takes the bytes of a proposal's sent files; their names, which may hold a reader's, go too. */
export function eraseSentFiles(db: WritableDb, proposalId: string): void {
  db.prepare(/* sql */ `
    UPDATE sent_copies SET bytes = :noBytes, fileName = '[стёрто].docx' WHERE proposalId = :proposalId`).run({
    proposalId,
    noBytes,
  });
}

/** Proposals that were sent: their text stands as it was sent, or goes with its files. */
export function isSent(db: ReadableDb, proposalId: string): boolean {
  return (
    db
      .prepare(/* sql */ `SELECT 1 FROM proposals WHERE id = :proposalId AND status <> 'draft'`)
      .get({ proposalId }) !== undefined
  );
}
