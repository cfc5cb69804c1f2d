import { AccountDraft } from '../../../shared/domain/account.ts';
import type { BulkDone } from '../../../shared/domain/bulkWork.ts';
import { detailFields } from '../../../shared/domain/detailFields.ts';
import type { FieldKind } from '../../../shared/domain/dossierStandard.ts';
import { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import { shortName } from '../../../shared/domain/nameForms.ts';
import {
  type MergeChoices,
  mergedRecord,
  type MergeField,
  mergeFields,
} from '../../../shared/domain/mergeRecords.ts';
import { alignedDetails, ownColumns } from '../../../shared/domain/ownColumn.ts';
import { fieldShapes } from '../../../shared/domain/shippedStandards.ts';
import type { MergePair, MergePreview, MergeSide } from '../../../shared/ipc/calls/bulk.ts';
import { PersonDraft } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { deleteAccount, readAccount, saveAccount } from '../store/accountStore.ts';
import { withFieldNotes } from '../store/bulkStore.ts';
import { deferReferences, startDeed } from '../store/deedStore.ts';
import { countMoved, mergedTables, moveEverything } from '../store/mergeStore.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { deletePerson, readPerson, savePerson } from '../store/personStore.ts';
import { refreshAccounts } from '../store/refreshTouched.ts';
import { listOwnFields, standardReader } from '../store/standardReader.ts';

type Record_ = {
  readonly side: MergeSide;
  readonly accountId: AccountId;
  readonly revision: number;
  readonly draft: AccountDraft | PersonDraft;
};

function readRecord(db: ReadableDb, kind: MergePair['kind'], id: string): Record_ {
  if (kind === 'account') {
    const account = readAccount(db, AccountId.parse(id));
    const { name, legalForm, savedAtMs, revision } = account;
    const title = [legalForm, name].filter(Boolean).join(' ');
    return {
      side: {
        id,
        title,
        subtitle: [account.industry, account.city].filter(Boolean).join(' · '),
        savedAtMs,
        currency: account.currency,
        standardId: standardReader(db)(account.variant).id,
      },
      accountId: account.id,
      revision,
      draft: AccountDraft.parse(account),
    };
  }
  const person = readPerson(db, PersonId.parse(id));
  return {
    side: {
      id,
      title: shortName(person),
      subtitle: person.position,
      savedAtMs: person.savedAtMs,
      currency: null,
      standardId: null,
    },
    accountId: person.accountId,
    revision: person.revision,
    draft: PersonDraft.parse(person),
  };
}

type Pair = {
  readonly keep: Record_;
  readonly away: Record_;
  /** Paths of details that hold a value and no text: they are not joined. */
  readonly values: ReadonlySet<string>;
};

const isText = (kind: FieldKind): boolean => kind === 'short' || kind === 'long';

/** Two clients, the own fields of the one who goes under the keys of the one who stays. */
function alignedPair(db: ReadableDb, keep: Record_, away: Record_): Pair {
  const fields = listOwnFields(db);
  const [stays, goes] = [AccountDraft.parse(keep.draft), AccountDraft.parse(away.draft)];
  const known = ({ variant, details }: AccountDraft) => ({ standardId: variant, details });
  const details = alignedDetails(ownColumns(fields), known(goes), known(stays));
  const kinds = [
    ...fields.map(({ key, kind }) => ({ key, kind })),
    ...detailFields.map((key) => ({ key, kind: fieldShapes[key].kind })),
  ];
  const values = kinds.flatMap(({ key, kind }) => (isText(kind) ? [] : [`details.${key}`]));
  return { keep, away: { ...away, draft: { ...goes, details } }, values: new Set(values) };
}

function readPair(db: ReadableDb, { kind, keepId, awayId }: MergePair): Pair {
  if (keepId === awayId) throw new AppError('mergeWithItself', 'one record twice');
  const keep = readRecord(db, kind, keepId);
  const away = readRecord(db, kind, awayId);
  if (kind === 'person' && keep.accountId !== away.accountId)
    throw new AppError('mergeOfOthers', 'people of two clients');
  return kind === 'account' ? alignedPair(db, keep, away) : { keep, away, values: new Set() };
}

/** A head company is shown by its name. */
function parentName(db: ReadableDb, id: MergeField['keep']): string | null {
  return typeof id === 'string' ? readAccount(db, AccountId.parse(id)).name : null;
}

/** Lists and private notes are counted, not shown: some of them stand behind a veil. */
function veiled(field: MergeField): MergeField {
  const counted = (value: MergeField['keep']): MergeField['keep'] => {
    if (field.path === 'privateNotes') return value === '' ? 0 : 1;
    return Array.isArray(value) && field.path !== 'types' ? value.length : value;
  };
  return { ...field, keep: counted(field.keep), away: counted(field.away) };
}

/** What merging would do: which fields differ, and what moves. Throws notFound, mergeWithItself, mergeOfOthers. */
export function previewMerge(db: ReadableDb, pair: MergePair): MergePreview {
  const { keep, away, values } = readPair(db, pair);
  return {
    keep: keep.side,
    away: away.side,
    fields: mergeFields(keep.draft, away.draft, values).map((field) =>
      field.path === 'parentAccountId'
        ? { ...field, keep: parentName(db, field.keep), away: parentName(db, field.away) }
        : veiled(field),
    ),
    moves: countMoved(db, pair.kind, pair.awayId),
  };
}

/** Joined texts may be too long for their field. */
function refuseTooLong(parsed: {
  readonly success: boolean;
  readonly error?: { issues: readonly { path: PropertyKey[] }[] };
}): void {
  if (parsed.success) return;
  const field = parsed.error?.issues[0]?.path.map(String).join('.') ?? '';
  throw new AppError('mergeTooLong', 'a joined text is too long', { field });
}

/**
 * Merges one client or person into another: fields as chosen, all that points at the one who goes, and a trace that
 * opens the other by old links. One transaction, taken back by `undoDeed`. Throws notFound, mergeWithItself,
 * mergeOfOthers, and mergeTooLong where joined texts do not fit.
 */
export function mergeRecords(
  db: WritableDb,
  pair: MergePair,
  choices: MergeChoices,
  nowMs: number,
): BulkDone {
  const { kind, keepId, awayId } = pair;
  const { keep, away, values } = readPair(db, pair);
  deferReferences(db);
  const log = startDeed(
    db,
    {
      kind: kind === 'account' ? 'mergeAccounts' : 'mergePeople',
      title: `${away.side.title} → ${keep.side.title}`,
      count: 2,
    },
    nowMs,
  );
  const table = mergedTables[kind];
  const merged = mergedRecord(keep.draft, away.draft, choices, values);
  if (kind === 'account') {
    const draft = AccountDraft.safeParse(merged);
    refuseTooLong(draft);
    // A branch of the one who goes cannot be its own head: the tree is put right below.
    withFieldNotes(db, log, keepId, () =>
      log.row(table, { id: keepId }, () => {
        const data = AccountDraft.parse(draft.data);
        const parentAccountId = data.parentAccountId === keepId ? null : data.parentAccountId;
        saveAccount(db, keep.accountId, keep.revision, { ...data, parentAccountId }, nowMs);
      }),
    );
  } else {
    const draft = PersonDraft.safeParse(merged);
    refuseTooLong(draft);
    log.row(table, { id: keepId }, () => {
      savePerson(db, PersonId.parse(keepId), keep.revision, PersonDraft.parse(draft.data), nowMs);
    });
  }
  moveEverything(db, log, kind, { keep: keepId, away: awayId }, keep.accountId);
  log.row(table, { id: awayId }, () => {
    if (kind === 'account') deleteAccount(db, away.accountId, nowMs);
    else deletePerson(db, PersonId.parse(awayId), nowMs);
  });
  refreshAccounts(db, [...new Set([keep.accountId, away.accountId])]);
  return { deedId: log.id, changed: 2 };
}
