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

type Edit = { readonly from: number; readonly to: number; readonly text: string };

/**
 * What was typed, where one text without marks is another now in nodes that are otherwise alike: between two places
 * counted from the beginning of the first node. Null = the nodes differ in more.
 */
function typedIn(old: z.infer<typeof Sized>, now: z.infer<typeof Sized>): Edit | null {
  if (typeof old.text === 'string' && typeof now.text === 'string') {
    if ('marks' in old || 'marks' in now) return null;
    let [start, end] = [0, 0];
    while (start < old.text.length && old.text[start] === now.text[start]) start += 1;
    const most = Math.min(old.text.length, now.text.length) - start;
    while (end < most && old.text.at(-1 - end) === now.text.at(-1 - end)) end += 1;
    return { from: start, to: old.text.length - end, text: now.text.slice(start, now.text.length - end) };
  }
  if (!Array.isArray(old.content) || !Array.isArray(now.content)) return null;
  if (old.content.length !== now.content.length) return null;
  let place = 1;
  for (const [at, child] of old.content.entries()) {
    const before = Sized.parse(child);
    const after = Sized.parse(now.content[at]);
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      const edit = typedIn(before, after);
      return edit === null ? null : { ...edit, from: place + edit.from, to: place + edit.to };
    }
    place += placesOf(before);
  }
  return null;
}

/**
 * A proposal in a new vault; what is saved becomes one step each, found by comparing with what was saved last: what was
 * typed in the one block that is another now, or else the block itself.
 */
export async function openSaving(): Promise<Saving> {
  const vault = await openTestVault();
  const { accountId, readerId } = await addClientWithReader(vault);
  const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
  let revision = 1;
  /** Of the text that was saved last; 0 = none yet. */
  let length = 0;
  /** Where its blocks begin. */
  let start = 0;
  /** Places of the whole document. */
  let size = 0;
  /** Each block's JSON, and the places it takes. */
  let blocks: { json: string; places: number }[] = [];
  return {
    async save(text) {
      if (length === 0) {
        // The first save brings the document itself.
        const document = { schemaVersion: 1 as const, root: known(DocumentRoot, text) };
        ({ revision } = await vault.call('proposals.saveDocument', { id, baseRevision: revision, document }));
        start = text.indexOf('[') + 1;
        blocks = (JSON.parse(text) as { content: unknown[] }).content.map((block) => ({
          json: JSON.stringify(block),
          places: placesOf(block),
        }));
      } else {
        let at = start;
        let from = 0;
        const block = blocks.find(({ json, places }) => {
          // Compared as wholes: `startsWith` goes letter by letter.
          if (text.slice(at, at + json.length) !== json) return true;
          at += json.length + 1;
          from += places;
          return false;
        });
        if (!block) throw new Error('No block has changed');
        const to = from + block.places;
        const json = text.slice(at, at + block.json.length + text.length - length);
        const [before, after] = [Sized.parse(JSON.parse(block.json)), Sized.parse(JSON.parse(json))];
        const edit = typedIn(before, after);
        const gained = placesOf(after) - block.places;
        const replaced =
          edit === null
            ? { from, to, slice: { content: [known(BlockNode, json)] } }
            : {
                from: from + edit.from,
                to: from + edit.to,
                slice: { content: edit.text === '' ? [] : [{ type: 'text', text: edit.text }] },
              };
        size += gained;
        Object.assign(block, { json, places: block.places + gained });
        const typed = {
          id,
          baseRevision: revision,
          steps: [DocumentStep.parse({ stepType: 'replace', ...replaced })],
          size,
        };
        ({ revision } = await vault.call('proposals.appendSteps', typed));
      }
      if (length === 0) size = blocks.reduce((sum, { places }) => sum + places, 0);
      length = text.length;
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
