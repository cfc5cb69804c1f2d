import { z } from 'zod';
import type { MentionPlace, PlaceKind } from '../../../../shared/domain/erasure.ts';
import { PersonId, ProposalId } from '../../../../shared/domain/ids.ts';
import { genderOf, shortName } from '../../../../shared/domain/nameForms.ts';
import { Person } from '../../../../shared/domain/person.ts';
import { foldWord } from '../../../../shared/domain/leakTokens.ts';
import type { Mention, MentionedPerson, MentionIndex } from '../../../../shared/domain/personMentions.ts';
import { findMentions, indexMentions, mayMention } from '../../../../shared/domain/personMentions.ts';
import { AppError } from '../../../../shared/ipc/reply.ts';
import type { ReadableDb } from '../openDatabase.ts';
import { fromRow } from '../rows.ts';
import type { ErasedPerson } from './personHolders.ts';
import type { TextRow } from './tableTexts.ts';
import { rowsOf, textsOf, textTables } from './tableTexts.ts';

const PersonRow = Person.omit({ revision: true, savedAtMs: true });
const jsonColumns = ['criteria', 'threeP', 'heeds', 'conflicts', 'contactsOfOurs', 'facts', 'nameForms'];
export type PersonRow = z.infer<typeof PersonRow>;

const Ids = z.object({ id: PersonId });

/** All cards of one human being: moves to other clients and merges lead from one to the next. Throws notFound. */
export function cardsOf(db: ReadableDb, id: PersonId): PersonRow[] {
  const ids = db
    .prepare(/* sql */ `
      WITH RECURSIVE card (id) AS (
        SELECT :id
        UNION SELECT m.toPersonId FROM person_moves m JOIN card ON card.id = m.fromPersonId
        UNION SELECT m.fromPersonId FROM person_moves m JOIN card ON card.id = m.toPersonId
        UNION SELECT i.id FROM merged_ids i JOIN card ON card.id = i.intoId)
      SELECT id FROM card`)
    .all({ id })
    .map((row) => Ids.parse(row).id);
  const cards = ids.flatMap((one) => {
    const row = db.prepare(/* sql */ `SELECT * FROM people WHERE id = :one`).get({ one });
    return row === undefined ? [] : [PersonRow.parse(fromRow(row, jsonColumns))];
  });
  if (cards.length === 0) throw new AppError('notFound', 'no such person');
  return cards;
}

/** A person as texts are searched for them. */
export function mentioned(card: Omit<PersonRow, 'id'> & { readonly id: string }): MentionedPerson {
  return {
    owner: card.id,
    lastName: card.lastName,
    firstName: card.firstName,
    middleName: card.middleName,
    gender: genderOf(card),
    phone: card.phone,
    email: card.email,
    forms: [card.nameForms.addresseeDative, card.nameForms.greeting].filter((form) => form.trim() !== ''),
  };
}

const NameRow = Person.pick({
  id: true,
  accountId: true,
  lastName: true,
  firstName: true,
  middleName: true,
  gender: true,
});
type NameRow = z.infer<typeof NameRow>;

/** Others who share the surname, or first name and patronymic: their names must not be taken for the person's. */
function namesakesOf(db: ReadableDb, cards: readonly PersonRow[]): NameRow[] {
  const own = new Set<string>(cards.map(({ id }) => id));
  const surnames = new Set(cards.map(({ lastName }) => foldWord(lastName).slice(0, 4)));
  const given = new Set(cards.map(({ firstName, middleName }) => foldWord(`${firstName} ${middleName}`)));
  return db
    .prepare(/* sql */ `SELECT id, accountId, lastName, firstName, middleName, gender FROM people`)
    .all()
    .map((row) => NameRow.parse(row))
    .filter(({ id }) => !own.has(id))
    .filter(
      ({ lastName, firstName, middleName }) =>
        surnames.has(foldWord(lastName).slice(0, 4)) || given.has(foldWord(`${firstName} ${middleName}`)),
    );
}

/** Texts of one column that name the person. */
export type FoundTexts = {
  readonly column: string;
  readonly texts: readonly string[];
  readonly mentions: readonly Mention[];
};

/** A row that points at the person or names them. */
export type Trace = {
  readonly row: TextRow;
  readonly pointsAt: boolean;
  readonly found: readonly FoundTexts[];
  /** The record the row belongs to, as the user knows it. */
  readonly record: string;
  readonly kind: PlaceKind;
  readonly accountId: string;
  /** The proposal it belongs to, when that was sent. */
  readonly sentId: ProposalId | null;
};

const kinds: Readonly<Record<string, PlaceKind>> = {
  account_events: 'event',
  accounts: 'client',
  field_notes: 'client',
  meeting_plans: 'client',
  people: 'person',
  tenders: 'tender',
  competitors: 'competitor',
  competitor_offers: 'competitor',
  comparison_marks: 'competitor',
  account_plans: 'client',
  deliveries: 'delivery',
  follow_ups: 'task',
  project_references: 'reference',
  blocks: 'library',
  templates: 'library',
  library_versions: 'library',
  attachments: 'file',
};

const ProposalRow = z.object({
  id: ProposalId,
  accountId: z.string(),
  status: z.string(),
  number: z.string(),
  title: z.string(),
});
export type ProposalRow = z.infer<typeof ProposalRow>;

/** Proposals that rows belong to, read once each. */
function proposals(db: ReadableDb): (id: string) => ProposalRow | null {
  const known = new Map<string, ProposalRow | null>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const row = db
      .prepare(/* sql */ `SELECT id, accountId, status, number, title FROM proposals WHERE id = :id`)
      .get({ id });
    const proposal = row === undefined ? null : ProposalRow.parse(row);
    known.set(id, proposal);
    return proposal;
  };
}

/** All that the vault holds of a person, row by row. */
export type Traces = {
  readonly person: ErasedPerson;
  readonly cards: readonly PersonRow[];
  readonly namesakes: readonly NameRow[];
  readonly rows: readonly Trace[];
  proposal(id: string): ProposalRow | null;
};

function textsNaming(row: TextRow, index: MentionIndex): FoundTexts[] {
  return Object.entries(row.values).flatMap(([column, value]): FoundTexts[] => {
    if (!mayMention(value, index)) return [];
    const { texts } = textsOf(value);
    const mentions = findMentions(texts, index);
    return mentions.length === 0 ? [] : [{ column, texts, mentions }];
  });
}

/** Looks through the whole vault for one person; a vault of 10,000 clients takes seconds. Throws notFound. */
export function findTraces(db: ReadableDb, id: PersonId): Traces {
  const cards = cardsOf(db, id);
  const person: ErasedPerson = {
    ids: new Set(cards.map((card) => card.id)),
    accountIds: new Set(cards.map(({ accountId }) => accountId)),
  };
  const namesakes = namesakesOf(db, cards);
  const index = indexMentions(
    cards.map(mentioned),
    namesakes.map((other) => ({ ...other, owner: other.id })),
  );
  const proposal = proposals(db);
  const ids: ReadonlySet<string> = person.ids;
  const rows: Trace[] = [];
  for (const table of textTables(db)) {
    for (const row of rowsOf(db, table)) {
      const own = table.name === 'people' && ids.has(row.values['id'] ?? '');
      const pointsAt = Object.values(row.values).some((value) => [...ids].some((one) => value.includes(one)));
      const found = own ? [] : textsNaming(row, index);
      if (!pointsAt && found.length === 0) continue;
      const proposalId = table.name === 'proposals' ? row.values['id'] : row.values['proposalId'];
      const of = proposalId === undefined ? null : proposal(proposalId);
      const accountId =
        of?.accountId ?? (table.name === 'accounts' ? row.values['id'] : row.values['accountId']);
      const kind = of === null ? (kinds[table.name] ?? 'other') : 'proposal';
      const record =
        of !== null
          ? `proposal ${of.id}`
          : kind === 'client'
            ? `client ${accountId ?? ''}`
            : `${table.name} ${Object.values(row.key).join(' ')}`;
      rows.push({
        row,
        pointsAt,
        found,
        record,
        kind,
        accountId: accountId ?? '',
        sentId: of !== null && of.status !== 'draft' ? of.id : null,
      });
    }
  }
  return { person, cards, namesakes, rows, proposal };
}

/** Whether a mention can mean nobody else. */
function isSure(traces: Traces, trace: Trace, column: string, mention: Mention): boolean {
  // The head named in a register of companies is a fact about the company first.
  if (column === 'requisites') return false;
  if (mention.by === 'contact') return true;
  const own: ReadonlySet<string> = traces.person.accountIds;
  const home = own.has(trace.accountId);
  // At the person's own client only namesakes of that client can be meant instead.
  const namesakes = traces.namesakes.filter(({ accountId }) => !home || own.has(accountId));
  const shared = (nameOf: (person: NameRow | PersonRow) => string): boolean => {
    const names = new Set(traces.cards.map((card) => foldWord(nameOf(card))));
    return namesakes.some((other) => names.has(foldWord(nameOf(other))));
  };
  switch (mention.by) {
    case 'fullName':
      return home || !shared(({ lastName, firstName }) => `${lastName} ${firstName}`);
    case 'givenNames':
      return home && !shared(({ firstName, middleName }) => `${firstName} ${middleName}`);
    case 'surname':
      return home && !shared(({ lastName }) => lastName.slice(0, 4));
  }
}

const around = 36;
const mostQuotes = 3;

function quoteOf(text: string, { start, end }: Mention): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`;
}

const Named = z.object({ name: z.string(), deletedAtMs: z.int().nullable() }).optional();

/** A client's name, and whether it was deleted; undefined where there never was such a client. */
export function accountNamed(db: ReadableDb, accountId: string): z.infer<typeof Named> {
  return Named.parse(
    db.prepare(/* sql */ `SELECT name, deletedAtMs FROM accounts WHERE id = :accountId`).get({ accountId }),
  );
}

function titleOf({ row, kind, record }: Trace, traces: Traces): string {
  const { values } = row;
  if (kind === 'proposal') return traces.proposal(record.slice('proposal '.length))?.number ?? '';
  if (kind === 'person')
    return shortName({
      lastName: values['lastName'] ?? '',
      firstName: values['firstName'] ?? '',
      middleName: values['middleName'] ?? '',
    });
  if (kind === 'client') return '';
  const day = values['happenedOn'] ?? values['dueOn'] ?? values['deliveredOn'] ?? '';
  return [
    day.split('-').toReversed().join('.'),
    values['title'] ?? values['name'] ?? values['companyName'] ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Records whose texts name the person, the surest first; sent proposals are left out, they are decided on as a whole. */
export function mentionPlaces(db: ReadableDb, traces: Traces): MentionPlace[] {
  const places = new Map<string, MentionPlace>();
  for (const trace of traces.rows) {
    if (trace.found.length === 0 || trace.sentId !== null) continue;
    const known = places.get(trace.record);
    const place = known ?? {
      key: trace.record,
      kind: trace.kind,
      accountName: accountNamed(db, trace.accountId)?.name ?? '',
      title: titleOf(trace, traces),
      quotes: [],
      count: 0,
      sure: false,
    };
    const quotes = trace.found.flatMap(({ texts, mentions }) =>
      mentions.map((mention) => quoteOf(texts[mention.place] ?? '', mention)),
    );
    places.set(trace.record, {
      ...place,
      title: place.title === '' ? titleOf(trace, traces) : place.title,
      quotes: [...new Set([...place.quotes, ...quotes])].slice(0, mostQuotes),
      count: place.count + quotes.length,
      sure:
        place.sure ||
        trace.found.some(({ column, mentions }) =>
          mentions.some((mention) => isSure(traces, trace, column, mention)),
        ),
    });
  }
  return [...places.values()].toSorted((a, b) => Number(b.sure) - Number(a.sure));
}

const Files = z.object({ files: z.int() });

/** Proposals in the client's hands that were made for the person or name them. */
export function sentTo(
  db: ReadableDb,
  traces: Traces,
): { id: ProposalId; number: string; title: string; files: number }[] {
  const ids = new Set(traces.rows.flatMap(({ sentId }) => (sentId === null ? [] : [sentId])));
  return [...ids].flatMap((id) => {
    const proposal = traces.proposal(id);
    if (proposal === null) return [];
    const row = db
      .prepare(/* sql */ `SELECT count(*) AS files FROM sent_copies WHERE proposalId = :id`)
      .get({ id });
    return [{ id, number: proposal.number, title: proposal.title, files: Files.parse(row).files }];
  });
}
