import Database from 'better-sqlite3';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { BlockNode, DocumentRoot } from '../../shared/document/nodes.ts';
import { DocumentStep } from '../../shared/document/steps.ts';
import { addClientWithReader, proposalInput } from '../support/drafts.ts';
import { openTestVault } from '../support/testVault.ts';
import { benchDocument } from './benchDocument.ts';
import { goal, median, ms, quantile } from './measure.ts';

const SAVES = 300;
/** Bytes of the document's JSON, pictures left out. */
const DOCUMENT_SIZE = 200 * 1024;

const Sized = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  content: z.unknown().optional(),
});

/** The places a node takes, counted as the editor counts. */
function placesOf(raw: unknown): number {
  const { type, text, content } = Sized.parse(raw);
  if (type === 'text') return text?.length ?? 0;
  if (!Array.isArray(content)) return type === 'paragraph' || type === 'heading' ? 2 : 1;
  return content.reduce<number>((sum, child) => sum + placesOf(child), 2);
}

export type Saving = { save(text: string): Promise<void>; close(): Promise<void> };

/** Editor JSON of elsewhere in the model's terms: attributes that the model does not know are left out. */
function known<T>(schema: z.ZodType<T>, json: string): T {
  const raw: unknown = JSON.parse(json);
  for (const issue of schema.safeParse(raw).error?.issues ?? [])
    if (issue.code === 'unrecognized_keys') {
      const holder = issue.path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), raw);
      for (const key of issue.keys) Reflect.deleteProperty(Object(holder), key);
    }
  return schema.parse(raw);
}

/** Characters that two texts begin with alike. */
function alike(one: string, other: string): number {
  let [from, to] = [0, Math.min(one.length, other.length)];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (one.slice(from, middle) === other.slice(from, middle)) from = middle;
    else to = middle - 1;
  }
  return from;
}

/**
 * A proposal in a new vault; what is saved becomes one step each, found by comparing with what was saved last: the one
 * block that is another now.
 */
export async function openSaving(): Promise<Saving> {
  const vault = await openTestVault();
  const { accountId, readerId } = await addClientWithReader(vault);
  const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
  let revision = 1;
  let last = '';
  /** Of each block: where its JSON begins, its length, and the places it takes. */
  let blocks: { at: number; length: number; places: number }[] = [];
  return {
    async save(text) {
      if (last === '') {
        // The first save brings the document itself.
        const document = { schemaVersion: 1 as const, root: known(DocumentRoot, text) };
        ({ revision } = await vault.call('proposals.saveDocument', { id, baseRevision: revision, document }));
        let at = text.indexOf('[') + 1;
        blocks = (JSON.parse(text) as { content: unknown[] }).content.map((block) => {
          const { length } = JSON.stringify(block);
          const here = at;
          at += length + 1;
          return { at: here, length, places: placesOf(block) };
        });
      } else {
        const differs = alike(last, text);
        const index = blocks.findLastIndex(({ at }) => at <= differs);
        const block = blocks[index];
        if (!block) throw new Error('No block has changed');
        const gained = text.length - last.length;
        const from = blocks.slice(0, index).reduce((sum, { places }) => sum + places, 0);
        const to = from + block.places;
        block.length += gained;
        for (const later of blocks.slice(index + 1)) later.at += gained;
        const node = known(BlockNode, text.slice(block.at, block.at + block.length));
        block.places = placesOf(node);
        const step = DocumentStep.parse({ stepType: 'replace', from, to, slice: { content: [node] } });
        const size = blocks.reduce((sum, { places }) => sum + places, 0);
        const typed = { id, baseRevision: revision, steps: [step], size };
        ({ revision } = await vault.call('proposals.appendSteps', typed));
      }
      last = text;
    },
    close: () => vault.close(),
  };
}

/** 200 kB of a proposal without pictures, and its next edition by one edit. */
function editedDocument(): { first: DocumentRoot; edit(at: number): { typed: string; at: number } } {
  const first = benchDocument(60);
  first.content = first.content.filter(({ type }) => type !== 'image');
  while (Buffer.byteLength(JSON.stringify(first)) > DOCUMENT_SIZE) first.content.pop();
  const paragraphs = first.content.filter((block) => block.type === 'paragraph');
  return {
    first,
    edit(at) {
      const paragraph = paragraphs[at % 20];
      const line = paragraph?.content?.[0];
      const typed = ` правка ${at}`;
      if (line?.type === 'text') line.text += typed;
      let place = 0;
      for (const block of first.content) {
        if (block === paragraph) break;
        place += placesOf(block);
      }
      return { typed, at: place + 1 + (line?.type === 'text' ? line.text.length - typed.length : 0) };
    },
  };
}

const wordsOf = (root: DocumentRoot): string =>
  [...JSON.stringify(root).matchAll(/"text":"([^"]*)"/g)].map((match) => match[1]).join('');

/**
 * An edit made durable as a step, against the same edit made durable by writing the whole document of 200 kB, in turn:
 * stringified and updated in a bare encrypted table, and appended with a flush of 4 kB as the floor.
 */
export async function benchSaving(): Promise<void> {
  const { first, edit } = editedDocument();
  const vault = await openTestVault();
  const { accountId, readerId } = await addClientWithReader(vault);
  const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
  const document = { schemaVersion: 1 as const, root: first };
  let { revision } = await vault.call('proposals.saveDocument', { id, baseRevision: 1, document });
  let size = first.content.reduce((sum, block) => sum + placesOf(block), 0);

  const folder = mkdtempSync(join(tmpdir(), 'kamerton-bench-'));
  const whole = new Database(join(folder, 'whole.db'));
  for (const pragma of [`cipher='chacha20'`, `key='bench'`, 'journal_mode=WAL', 'synchronous=FULL'])
    whole.pragma(pragma);
  whole.exec('CREATE TABLE proposal (id INTEGER PRIMARY KEY, body TEXT) STRICT');
  whole.prepare('INSERT INTO proposal VALUES (1, :body)').run({ body: JSON.stringify(first) });
  const update = whole.prepare('UPDATE proposal SET body = :body WHERE id = 1');
  const floorFile = openSync(join(folder, 'floor'), 'w');
  const page = Buffer.alloc(4096, 7);

  const steps: number[] = [];
  const wholes: number[] = [];
  const floors: number[] = [];
  const timed = async (times: number[], work: () => unknown): Promise<void> => {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  };
  for (let at = 0; at < SAVES + 10; at += 1) {
    const { typed, at: place } = edit(at);
    size += typed.length;
    const slice = { content: [{ type: 'text', text: typed }] };
    const step = { stepType: 'replace' as const, from: place, to: place, slice };
    await timed(steps, async () => {
      const input = { id, baseRevision: revision, steps: [step], size };
      ({ revision } = await vault.call('proposals.appendSteps', input));
    });
    await timed(wholes, () => update.run({ body: JSON.stringify(first) }));
    await timed(floors, () => {
      writeSync(floorFile, page);
      fdatasyncSync(floorFile);
    });
  }
  await vault.call('proposals.foldSteps', { id });
  const kept = (await vault.call('proposals.get', { id })).proposal.document.root;
  if (wordsOf(kept) !== wordsOf(first)) throw new Error('The journal made another document');
  closeSync(floorFile);
  whole.close();
  await vault.close();
  rmSync(folder, { recursive: true, force: true });

  console.log('\n## An edit made durable: a step against the whole document of 200 kB\n');
  console.log(
    '| | step | whole | append 4 kB | step / whole | goal | step / append |\n|---|---|---|---|---|---|---|',
  );
  const rows: readonly [string, (times: readonly number[]) => number, number | undefined][] = [
    ['p50', median, 0.3],
    ['p95', (times) => quantile(times, 0.95), 0.15],
    ['max', (times) => quantile(times, 1), undefined],
  ];
  for (const [name, of, most] of rows) {
    const [step = NaN, base = NaN, floor = NaN] = [steps, wholes, floors].map((times) => of(times.slice(10)));
    console.log(
      `| ${name} | ${ms(step)} | ${ms(base)} | ${ms(floor)} | ${(step / base).toFixed(2)} | ${goal(most)} | ${(step / floor).toFixed(2)} |`,
    );
  }
}
