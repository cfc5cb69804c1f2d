import { foldText } from '../../shared/domain/foldText.ts';
import type { ReadableDb, WritableDb } from '../../electron/vault/store/openDatabase.ts';
import { findAccountIds, searchEverywhere } from '../../electron/vault/store/search.ts';
import { wordsOf } from '../../electron/vault/store/searchText.ts';
import { dossierCorpus, typedQueries } from './dossierCorpus.ts';
import type { Corpus, Dossier } from './dossierVault.ts';
import { idOf, numberOf, openDossierVault, usedBytes } from './dossierVault.ts';
import { goal, median, quantile } from './measure.ts';

const shown = 20;

/** The program's search over a corpus: the twenty clients that a list would show first, with their names. */
export async function openSearch(corpus: Corpus): Promise<{
  search(text: string): { id: number; name: string }[];
  buildMs: number;
  size: number;
}> {
  const { db, indexMs, indexBytes } = await openDossierVault(corpus);
  return { search: (text) => clientsFound(db, text), buildMs: indexMs, size: indexBytes };
}

function clientsFound(db: ReadableDb, text: string): { id: number; name: string }[] {
  const rows = db
    .prepare(/* sql */ `
      SELECT a.id, a.name FROM json_each(:ids) found CROSS JOIN accounts a ON a.id = found.value`)
    .all({ ids: JSON.stringify(findAccountIds(db, text, shown)) }) as { id: string; name: string }[];
  return rows.map(({ id, name }) => ({ id: numberOf(id), name }));
}

/** All that a client's row in the usual index says: the same text that ours searches. */
const bodyOf = (dossier: Dossier): string =>
  [
    dossier.industry,
    dossier.city,
    dossier.notes,
    ...dossier.contacts.flatMap((contact) => Object.values(contact)),
    ...dossier.events.flatMap(({ type, text }) => [type, text]),
    ...dossier.tenders.flatMap(({ number, subject }) => [number, subject]),
  ].join('\n');

/** The usual way, in the same encrypted file: one full-text row a client, every word a prefix, ordered by bm25. */
function buildUsual(db: WritableDb, corpus: Corpus): void {
  db.exec(/* sql */ `
    CREATE TABLE usual_ids (no INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE usual USING fts5(
      name, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')`);
  for (let at = 0; at < corpus.n; at++) {
    const dossier = corpus.get(at);
    db.prepare(/* sql */ `INSERT INTO usual_ids (no, id) VALUES (:no, :id)`).run({
      no: dossier.id,
      id: idOf(dossier.id),
    });
    db.prepare(/* sql */ `INSERT INTO usual (rowid, name, body) VALUES (:no, :name, :body)`).run({
      no: dossier.id,
      name: foldText(`${dossier.name} ${dossier.inn}`),
      body: foldText(bodyOf(dossier)),
    });
  }
  db.exec(/* sql */ `INSERT INTO usual (usual) VALUES ('optimize')`);
}

function usualFound(db: ReadableDb, text: string): unknown[] {
  const query = wordsOf(foldText(text))
    .map((word) => `"${word}"*`)
    .join(' ');
  return db
    .prepare(/* sql */ `
      SELECT a.id, a.name FROM usual u JOIN usual_ids i ON i.no = u.rowid JOIN accounts a ON a.id = i.id
      WHERE usual MATCH :query ORDER BY bm25(usual, 10, 1) LIMIT ${shown}`)
    .all({ query });
}

const took = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

const text = (values: readonly number[]): string =>
  `${quantile(values, 0.5).toFixed(2)} / ${quantile(values, 0.95).toFixed(2)}`;

/**
 * Search as you type over `n` invented clients in an encrypted vault, in turn with the usual full-text index in the same
 * file: p50 / p95 of each and the ratio of the p95. Every query is asked five times and counts with its median, so that a
 * busy moment of the machine does not stand for the search.
 */
export async function benchSearch(n: number): Promise<void> {
  const corpus = dossierCorpus(n);
  const { vault, db, indexMs, indexBytes } = await openDossierVault(corpus);
  const opened = vault.session.opened();
  if (opened === null) throw new Error('The vault did not open');
  const before = usedBytes(db);
  const usualMs = took(() => opened.save((writable) => buildUsual(writable, corpus)));
  const usualBytes = usedBytes(db) - before;
  const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
  console.log(`\n## Search over ${n.toLocaleString('en')} dossiers, encrypted (p50 / p95 ms, 20 clients)\n`);
  console.log('queries    ours           FTS5 + bm25     p95 ratio  everywhere, groups and snippets');
  for (const [name, queries] of Object.entries(typedQueries(n))) {
    const ours: number[] = [];
    const usual: number[] = [];
    const everywhere: number[] = [];
    for (const query of queries) {
      const rounds = [1, 2, 3, 4, 5].map(() => [
        took(() => clientsFound(db, query)),
        took(() => usualFound(db, query)),
        took(() => searchEverywhere(db, query, null)),
      ]);
      const middle = (at: number): number => median(rounds.map((round) => round[at] ?? NaN));
      ours.push(middle(0));
      usual.push(middle(1));
      everywhere.push(middle(2));
    }
    const ratio = quantile(ours, 0.95) / quantile(usual, 0.95);
    console.log(
      `${name.padEnd(10)} ${text(ours).padEnd(14)} ${text(usual).padEnd(15)} ` +
        `${ratio.toFixed(3)} ${goal(name === 'typeAhead' ? 0.08 : undefined).padEnd(8)} ${text(everywhere)}`,
    );
  }
  console.log(
    `index ${mib(indexBytes)} MiB, the usual one ${mib(usualBytes)} MiB (ratio ${(indexBytes / usualBytes).toFixed(2)}, goal ≤ 1.0); ` +
      `built in ${(indexMs / 1000).toFixed(1)} s, the usual one in ${(usualMs / 1000).toFixed(1)} s`,
  );
  await vault.close();
}
