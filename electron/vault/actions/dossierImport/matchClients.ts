import { z } from 'zod';
import { companyKey, indexCompanies } from '../../../../shared/domain/companyKey.ts';
import type {
  ClientDecision,
  ClientMatch,
  DossierImportPlan,
} from '../../../../shared/domain/dossierImport.ts';
import { AccountId } from '../../../../shared/domain/ids.ts';
import type { NamedClient } from '../../exchange/dossierRow.ts';
import type { ReadableDb } from '../../store/openDatabase.ts';

const KnownClient = z.object({
  id: AccountId,
  name: z.string(),
  legalForm: z.string(),
  inn: z.string(),
  city: z.string(),
  shortName: z.string(),
  fullName: z.string(),
});
type KnownClient = z.infer<typeof KnownClient>;

/** The key of a client of the file: its ИНН where it has one, else its folded name. */
export const clientKey = ({ name, inn }: NamedClient): string =>
  (inn === '' ? `name ${companyKey(name)}` : `inn ${inn}`).slice(0, 300);

/** What becomes of a row's client. */
export type ClientFate =
  | { readonly fate: 'known'; readonly id: AccountId }
  | { readonly fate: 'new'; readonly key: string }
  | { readonly fate: 'clientUnknown' | 'clientUndecided' | 'clientSkipped' };

/** The clients of a file beside those of the vault. */
export type MatchedClients = {
  readonly matches: readonly ClientMatch[];
  fateOf(client: NamedClient): ClientFate;
};

function listed<Key>(entries: Iterable<readonly [Key, KnownClient]>): Map<Key, KnownClient[]> {
  const lists = new Map<Key, KnownClient[]>();
  for (const [key, client] of entries) {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [client]);
    else if (!list.includes(client)) list.push(client);
  }
  return lists;
}

/**
 * Finds the clients of a file among those of the vault: by ИНН, then by name without form, quotes and case, then by
 * likeness, which is only suggested. Two clients with one ИНН or one name are a question for the user.
 */
export function matchClients(
  db: ReadableDb,
  named: Iterable<NamedClient>,
  plan: Pick<DossierImportPlan, 'decisions' | 'missingClients'>,
): MatchedClients {
  const known = db
    .prepare(/* sql */ `
      SELECT id, name, legalForm, inn, city, json_extract(requisites, '$.shortName') AS shortName,
        json_extract(requisites, '$.fullName') AS fullName
      FROM accounts WHERE deletedAtMs IS NULL ORDER BY name, id`)
    .all()
    .map((row) => KnownClient.parse(row));
  const byInn = listed(known.filter(({ inn }) => inn !== '').map((client) => [client.inn, client] as const));
  const byName = listed(
    known.flatMap((client) =>
      [client.name, client.shortName, client.fullName]
        .map(companyKey)
        .filter((key) => key !== '')
        .map((key) => [key, client] as const),
    ),
  );
  let alikeIndex: ReturnType<typeof indexCompanies<KnownClient>> | null = null;
  const alike = (name: string): readonly KnownClient[] => {
    // Built only when a name was not found: most files name clients as the vault does.
    alikeIndex ??= indexCompanies(
      known.map((client) => ({ company: client, names: [client.name, client.shortName] })),
    );
    return alikeIndex.alike(name);
  };

  const found = (
    client: NamedClient,
  ): { state: ClientMatch['state']; candidates: readonly KnownClient[] } => {
    const sameInn = client.inn === '' ? [] : (byInn.get(client.inn) ?? []);
    if (sameInn.length > 0) return { state: sameInn.length === 1 ? 'known' : 'several', candidates: sameInn };
    const sameName = byName.get(companyKey(client.name)) ?? [];
    // One name and two numbers are two companies until somebody says otherwise.
    const others = sameName.filter(({ inn }) => inn !== '' && client.inn !== '' && inn !== client.inn);
    const free = sameName.filter((one) => !others.includes(one));
    if (free.length > 0) return { state: free.length === 1 ? 'known' : 'several', candidates: free };
    if (others.length > 0) return { state: 'suggested', candidates: others };
    const candidates = client.name === '' ? [] : alike(client.name);
    return { state: candidates.length > 0 ? 'suggested' : 'missing', candidates };
  };

  const decide = (
    key: string,
    state: ClientMatch['state'],
    candidates: readonly KnownClient[],
  ): ClientDecision | null => {
    const told = plan.decisions[key];
    if (told === 'new' || told === 'skip') return told;
    if (told !== undefined && known.some(({ id }) => id === told)) return told;
    if (state === 'known') return candidates[0]?.id ?? null;
    return state === 'missing' ? (plan.missingClients === 'create' ? 'new' : 'skip') : null;
  };

  // Names repeat from row to row: folding each anew is what a long file would spend its time on.
  const keys = new Map<string, string>();
  const keyOf = (client: NamedClient): string => {
    const told = `${client.inn} ${client.name}`;
    const kept = keys.get(told);
    if (kept !== undefined) return kept;
    const key = clientKey(client);
    keys.set(told, key);
    return key;
  };

  const matches = new Map<string, ClientMatch>();
  for (const client of named) {
    const key = keyOf(client);
    const match = matches.get(key);
    if (match !== undefined) {
      match.rows += 1;
      if (match.name === '') match.name = client.name;
      continue;
    }
    const { state, candidates } = found(client);
    matches.set(key, {
      key,
      name: client.name,
      inn: client.inn,
      rows: 1,
      state: plan.decisions[key] === 'skip' ? 'skipped' : state,
      decision: decide(key, state, candidates),
      candidates: candidates.map(({ id, name, legalForm, inn, city }) => ({
        id,
        name,
        legalForm,
        inn,
        city,
      })),
    });
  }
  return {
    matches: [...matches.values()],
    fateOf(client) {
      const match = matches.get(keyOf(client));
      const decision = match?.decision ?? null;
      if (match === undefined || decision === null) return { fate: 'clientUndecided' };
      if (decision === 'new') return { fate: 'new', key: match.key };
      if (decision === 'skip') return { fate: match.state === 'skipped' ? 'clientSkipped' : 'clientUnknown' };
      return { fate: 'known', id: decision };
    },
  };
}
