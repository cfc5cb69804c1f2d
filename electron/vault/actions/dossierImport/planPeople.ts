import { randomUUID } from 'node:crypto';
import type { ContactCard } from '../../../../shared/domain/contactCard.ts';
import type { DossierImportPlan } from '../../../../shared/domain/dossierImport.ts';
import { AccountId, PersonId } from '../../../../shared/domain/ids.ts';
import { fullName } from '../../../../shared/domain/nameForms.ts';
import { newPerson } from '../../../../shared/domain/newPerson.ts';
import { type Person, PersonDraft } from '../../../../shared/domain/person.ts';
import type { LeftRow } from '../../exchange/dossierRow.ts';
import type { PersonRow } from '../../exchange/personRows.ts';
import type { ReadableDb } from '../../store/openDatabase.ts';
import { listPeople } from '../../store/personStore.ts';
import { digitsOf, matchOf, nameKey } from '../importCards.ts';
import type { MatchedClients } from './matchClients.ts';
import { clientStep, type ImportStep, leftStep, takenStep } from './steps.ts';

const toldBy = ({ card, role }: PersonRow): Partial<PersonDraft> => {
  const { note, ...fields } = card;
  const told: Partial<PersonDraft> = { ...fields, privateNotes: note, ...role };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== '' && value !== null));
};

const unset: ReadonlySet<unknown> = new Set(['', null, 'unknown', 'other']);

/** What the file tells beyond what is known; without `overwrite` only where nothing stands. Private notes are never replaced. */
function changed(known: Person, row: PersonRow, overwrite: boolean): PersonDraft | null {
  const taken = Object.entries(toldBy(row)).filter(([field, value]) => {
    // The entries are fields of a person; Object.entries forgets that.
    const before = known[field as keyof PersonDraft];
    if (unset.has(before)) return true;
    return overwrite && field !== 'privateNotes' && before !== value;
  });
  return taken.length === 0 ? null : PersonDraft.parse({ ...known, ...Object.fromEntries(taken) });
}

/** What a person may be found by; only those who share one of these are compared. */
const keysOf = (
  person: Pick<Person, 'email' | 'phone' | 'lastName' | 'firstName' | 'middleName'>,
): readonly string[] => [
  ...(person.email === '' ? [] : [`email ${person.email.toLowerCase()}`]),
  ...digitsOf(person.phone).map((digits) => `phone ${digits}`),
  `name ${nameKey(person)}`,
];

/** People of one client: those of the vault, and those that earlier rows of the file bring. */
type Group = {
  readonly byKey: Map<string, Person[]>;
  /** Which row has spoken of a person already. */
  readonly rows: Map<PersonId, number>;
};

function put(group: Group, person: Person): void {
  for (const key of keysOf(person)) {
    const list = group.byKey.get(key);
    if (list === undefined) group.byKey.set(key, [person]);
    else list.push(person);
  }
}

const candidates = (group: Group, card: ContactCard): Person[] => [
  ...new Set(keysOf(card).flatMap((key) => group.byKey.get(key) ?? [])),
];

const known = (id: AccountId) => ({ fate: 'known', id }) as const;
/** Stands for a client that the import will make. */
const nobody = AccountId.parse('00000000-0000-4000-8000-000000000000');

/** Row by row, what an import of people would do. Yields how many rows are done. */
export function* planPeople(
  db: ReadableDb,
  rows: readonly (PersonRow | LeftRow)[],
  clients: MatchedClients,
  plan: DossierImportPlan,
): Generator<number, ImportStep[]> {
  const steps: ImportStep[] = [];
  const groups = new Map<string, Group>();
  const groupOf = (key: string, accountId: AccountId | null): Group => {
    const kept = groups.get(key);
    if (kept !== undefined) return kept;
    const group: Group = { byKey: new Map(), rows: new Map() };
    for (const person of accountId === null ? [] : listPeople(db, accountId)) put(group, person);
    groups.set(key, group);
    return group;
  };
  for (const [at, row] of rows.entries()) {
    if (at % 200 === 199) yield at;
    if (row.kind !== 'person') {
      steps.push(leftStep(row));
      continue;
    }
    const { card, left } = row;
    const named = row.client ?? { name: '', inn: '' };
    const name = fullName(card);
    const fate = plan.accountId !== null ? known(plan.accountId) : clients.fateOf(named);
    if (fate.fate !== 'known' && fate.fate !== 'new') {
      steps.push(clientStep(row.row, name, fate.fate, named));
      continue;
    }
    const accountId = fate.fate === 'known' ? fate.id : null;
    const group = groupOf(fate.fate === 'known' ? fate.id : fate.key, accountId);
    const match = matchOf(card, candidates(group, card))?.person ?? null;
    const first = match === null ? undefined : group.rows.get(match.id);
    if (first !== undefined) {
      const duplicate = { reason: 'duplicate', field: null, value: String(first) } as const;
      steps.push(leftStep({ kind: 'skipped', row: row.row, name, ...duplicate }));
      continue;
    }
    if (match !== null) {
      group.rows.set(match.id, row.row);
      const draft = changed(match, row, plan.overwrite);
      const write = draft === null ? null : ({ does: 'changePerson', before: match, draft } as const);
      steps.push(takenStep(row.row, name, write === null ? 'same' : 'changed', write, left));
      continue;
    }
    const id = PersonId.parse(randomUUID());
    const { accountId: _owner, ...empty } = newPerson(accountId ?? nobody);
    const draft = { ...empty, ...toldBy(row) };
    group.rows.set(id, row.row);
    put(group, { ...draft, accountId: accountId ?? nobody, id, revision: 0, savedAtMs: 0 });
    const client = fate.fate === 'known' ? { id: fate.id } : { key: fate.key, named };
    steps.push(takenStep(row.row, name, 'new', { does: 'addPerson', client, draft }, left));
  }
  return steps;
}
