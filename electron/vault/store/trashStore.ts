import { z } from 'zod';
import {
  AccountEventId,
  AccountId,
  AttachmentId,
  BlockId,
  CompetitorId,
  DeliveryId,
  FollowUpId,
  PersonId,
  PriceListItemId,
  ProposalId,
  ReferenceId,
  TemplateId,
  TenderId,
} from '../../../shared/domain/ids.ts';
import { mostTrash, TrashItem, type TrashKind, type TrashRef } from '../../../shared/domain/trash.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { restoreAccountEvent } from './accountEventStore.ts';
import { restoreAccount } from './accountStore.ts';
import { restoreAttachment } from './attachmentStore.ts';
import { restoreCompetitor } from './competitorStore.ts';
import { restoreDelivery } from './deliveryStore.ts';
import { bringLibraryItemBack } from './libraryItems.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { restorePerson } from './personStore.ts';
import { restorePriceItem } from './priceListStore.ts';
import { restoreProposal } from './proposalStore.ts';
import { restoreReference } from './referenceStore.ts';
import { markRestored, requireLiveAccount } from './rows.ts';
import { restoreTender } from './tenderStore.ts';

type TrashTable = {
  readonly table: string;
  /** The column that says when it was deleted. */
  readonly mark: 'deletedAtMs' | 'removedAtMs';
  /** SQL of what the list calls it. */
  readonly title: string;
  readonly ofAccount: boolean;
  /** SQL that leaves rows out that are no user's deletion. */
  readonly also?: string;
};

/** Every table whose rows can be deleted by the user and brought back. */
export const trashTables: Readonly<Record<TrashKind, TrashTable>> = {
  account: { table: 'accounts', mark: 'deletedAtMs', title: 'x.name', ofAccount: false },
  person: {
    table: 'people',
    mark: 'deletedAtMs',
    title: `trim(x.lastName || ' ' || x.firstName || ' ' || x.middleName)`,
    ofAccount: true,
    // Somebody who went to another client is not deleted but gone: the move is taken back, not the row.
    also: 'NOT EXISTS (SELECT 1 FROM person_moves m WHERE m.fromPersonId = x.id)',
  },
  tender: { table: 'tenders', mark: 'deletedAtMs', title: 'x.title', ofAccount: true },
  proposal: {
    table: 'proposals',
    mark: 'deletedAtMs',
    title: `'№ ' || x.number || iif(x.edition > 1, '/' || x.edition, '') || ' ' || x.title`,
    ofAccount: true,
  },
  event: { table: 'account_events', mark: 'deletedAtMs', title: 'x.title', ofAccount: true },
  delivery: {
    table: 'deliveries',
    mark: 'deletedAtMs',
    title: `trim(x.deliveredOn || ' ' || x.subject)`,
    ofAccount: true,
  },
  competitor: { table: 'competitors', mark: 'deletedAtMs', title: 'x.name', ofAccount: true },
  competitorOffer: {
    table: 'competitor_offers',
    mark: 'deletedAtMs',
    title: `trim(x.offeredOn || ' ' || x.subject)`,
    ofAccount: true,
  },
  planTemplate: {
    table: 'plan_templates',
    mark: 'deletedAtMs',
    title: `coalesce(json_extract(x.body, '$.title'), json_extract(x.body, '$.name'), '')`,
    ofAccount: false,
  },
  followUp: {
    table: 'follow_ups',
    mark: 'deletedAtMs',
    title: 'x.title',
    ofAccount: true,
    // Steps that the program planned and dropped itself carry no words.
    also: `x.title <> ''`,
  },
  attachment: { table: 'attachments', mark: 'deletedAtMs', title: 'x.name', ofAccount: true },
  reference: {
    table: 'project_references',
    mark: 'deletedAtMs',
    title: `trim(x.companyName || ' ' || x.project)`,
    ofAccount: false,
  },
  priceItem: { table: 'price_items', mark: 'deletedAtMs', title: 'x.name', ofAccount: false },
  block: {
    table: 'blocks',
    mark: 'removedAtMs',
    title: 'x.title',
    ofAccount: false,
    also: 'x.deletedAtMs IS NULL',
  },
  template: {
    table: 'templates',
    mark: 'removedAtMs',
    title: 'x.title',
    ofAccount: false,
    also: 'x.deletedAtMs IS NULL',
  },
};

/** Kinds in the order in which they are brought back: what others belong to comes first. */
const kinds = Object.keys(trashTables) as TrashKind[]; // the keys of a record over the union

/** SQL of the rows of a kind that lie in the trash; a merged-away row comes back with its merge, not alone. */
export function trashRows(kind: TrashKind): string {
  const { table, mark, also } = trashTables[kind];
  return `FROM ${table} x WHERE x.${mark} IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM merged_ids i WHERE i.id = x.id)${also === undefined ? '' : ` AND ${also}`}`;
}

const Row = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  accountName: z.string().nullable(),
  accountId: z.string().nullable(),
  deletedAtMs: z.int(),
});

/** What was deleted, the latest first; `more` counts what the list leaves out. */
export function listTrash(db: ReadableDb): { items: TrashItem[]; more: number } {
  const rows = kinds.flatMap((kind) => {
    const { mark, title, ofAccount } = trashTables[kind];
    const owner = ofAccount ? 'x.accountId' : 'NULL';
    return db
      .prepare(
        `SELECT '${kind}' AS kind, x.id, ${title} AS title, ${owner} AS accountId, x.${mark} AS deletedAtMs,
           (SELECT name FROM accounts a WHERE a.id = ${owner}) AS accountName
         ${trashRows(kind)} ORDER BY x.${mark} DESC LIMIT ${mostTrash + 1}`,
      )
      .all()
      .map((row) => Row.parse(row));
  });
  const items = rows
    .toSorted((a, b) => b.deletedAtMs - a.deletedAtMs)
    .slice(0, mostTrash)
    .map((row) => TrashItem.parse({ ...row, accountName: row.accountName ?? '' }));
  return { items, more: Math.max(0, rows.length - mostTrash) };
}

/** Brings a row back that nothing else has to follow. Throws notFound. */
function unmark(db: WritableDb, { kind, id }: TrashRef): void {
  const { table, mark } = trashTables[kind];
  const { changes } = db.prepare(`UPDATE ${table} SET ${mark} = NULL WHERE id = :id`).run({ id });
  if (changes === 0) throw new AppError('notFound', `no row in ${table}`);
}

function restoreOne(db: WritableDb, { kind, id }: TrashRef): void {
  switch (kind) {
    case 'account':
      return restoreAccount(db, AccountId.parse(id));
    case 'person':
      return restorePerson(db, PersonId.parse(id));
    case 'tender':
      return restoreTender(db, TenderId.parse(id));
    case 'proposal':
      return restoreProposal(db, ProposalId.parse(id));
    case 'event':
      return restoreAccountEvent(db, AccountEventId.parse(id));
    case 'delivery':
      return restoreDelivery(db, DeliveryId.parse(id));
    case 'competitor':
      return restoreCompetitor(db, CompetitorId.parse(id));
    case 'competitorOffer':
    case 'planTemplate':
      return unmark(db, { kind, id });
    case 'followUp':
      return markRestored(db, 'follow_ups', FollowUpId.parse(id));
    case 'attachment':
      return restoreAttachment(db, AttachmentId.parse(id));
    case 'reference':
      return restoreReference(db, ReferenceId.parse(id));
    case 'priceItem':
      return restorePriceItem(db, PriceListItemId.parse(id));
    case 'block':
      return bringLibraryItemBack(db, { kind, id: BlockId.parse(id) });
    case 'template':
      return bringLibraryItemBack(db, { kind, id: TemplateId.parse(id) });
  }
}

const Owner = z.object({ accountId: z.string() }).optional();

/**
 * Brings rows back, all or none: clients first. Throws notFound, accountDeleted for something of a client that is
 * deleted itself, articleTaken as the price list does.
 */
export function restoreTrash(db: WritableDb, refs: readonly TrashRef[]): void {
  const ordered = refs.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  for (const ref of ordered) {
    const { table, ofAccount } = trashTables[ref.kind];
    if (ofAccount) {
      const owner = Owner.parse(
        db.prepare(`SELECT accountId FROM ${table} WHERE id = :id`).get({ id: ref.id }),
      );
      if (owner !== undefined) requireLiveAccount(db, owner.accountId);
    }
    restoreOne(db, ref);
  }
}
