import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/calendarDate.ts';
import { Currency } from '../../shared/domain/money.ts';
import { newAccount } from '../../shared/domain/newAccount.ts';
import { unzip } from '../support/docx.ts';
import { day } from '../support/drafts.ts';
import { importPlan } from '../support/importPlan.ts';
import { openTestExampleVault, openTestVault, type TestVault } from '../support/testVault.ts';

const folder = mkdtempSync(join(tmpdir(), 'kamerton-round-'));
let from: TestVault;
let to: TestVault;
beforeAll(async () => {
  [from, to] = [await openTestVault(), await openTestVault()];
});
afterAll(async () => {
  await from.close();
  await to.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Beginnings that a table program would take for a formula, and signs that XML and CSV care about. */
const start = fc.constantFrom('', '=', '+', '-', '@', "'=", '"', '<', '&amp;', '#', '+7 (812) ');
const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
/** A cell is one line without double spaces: that is what an import makes of it. */
const text = fc
  .tuple(start, word, fc.constantFrom('', ' и ещё', '; «три»', ', 4'))
  .map((parts) => parts.join(''))
  .map((joined) => joined.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s\uFFFE\uFFFF]+/gu, ' ').trim())
  .filter((joined) => joined !== '');
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000_000 });

const delivery = fc.record({
  client: fc.integer({ min: 0, max: 3 }),
  deliveredOn: fc.integer({ min: 0, max: 9000 }).map((days) => addDays(day('2000-01-01'), days)),
  direction: fc.option(text, { nil: '' }),
  subject: text,
  revenueMinor: amount,
  profitMinor: amount,
  currency: fc.constantFrom(...Currency.options),
  document: fc.option(text, { nil: '' }),
});

const names = ['Окские верфи', '«Мста» и сыновья', '=Формула & партнёры', 'Northwind <Kilns>'];

async function exported(vault: TestVault, language: 'ru' | 'en'): Promise<string> {
  const path = join(folder, `${randomUUID()}.xlsx`);
  await vault.call('files.write', { request: { kind: 'table', table: 'deliveries', language }, path });
  return path;
}

async function taken(vault: TestVault, path: string) {
  const jobId = randomUUID();
  const table = await vault.call('imports.openFile', { jobId, path });
  return vault.call('imports.run', { jobId, plan: importPlan(table) });
}

async function everything(vault: TestVault) {
  const { rows } = await vault.call('accounts.list', { query: '' });
  const found: string[] = [];
  for (const { id, name } of rows)
    for (const { id: _id, accountId: _owner, ...rest } of (
      await vault.call('deliveries.list', { accountId: id })
    ).deliveries)
      found.push(JSON.stringify([name, rest]));
  return found.toSorted((one, other) => (one < other ? -1 : 1));
}

it('what is exported as a table comes back the same into another vault, and once more adds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(delivery, { minLength: 1, maxLength: 25 }),
      fc.constantFrom('ru', 'en'),
      async (drafts, language) => {
        for (const vault of [from, to])
          for (const { id } of (await vault.call('accounts.list', { query: '' })).rows)
            await vault.call('accounts.delete', { id });
        const ids = [];
        for (const name of names)
          ids.push((await from.call('accounts.create', { draft: newAccount(name) })).id);
        for (const { client, ...draft } of drafts) {
          const accountId = ids[client];
          if (accountId !== undefined)
            await from.call('deliveries.create', { draft: { ...draft, accountId } });
        }
        const path = await exported(from, language);
        const sheet = unzip(readFileSync(path)).get('xl/worksheets/sheet1.xml')?.toString('utf8');
        expect(sheet).not.toContain('<f>');
        const { report } = await taken(to, path);
        expect(report.rows.filter(({ outcome }) => outcome !== 'new')).toEqual([]);
        expect(report.counts.new).toBe(drafts.length);
        expect(await everything(to)).toEqual(await everything(from));
        const again = await taken(to, await exported(to, language));
        expect(again.batchId).toBeNull();
        expect(again.report.counts.same).toBe(drafts.length);
      },
    ),
    { numRuns: 12 },
  );
});

it('takes the clients of the example vault as they were exported, with their forms, types and numbers', async () => {
  for (const language of ['ru', 'en'] as const) {
    const example = await openTestExampleVault(language);
    try {
      for (const { id } of (await to.call('accounts.list', { query: '' })).rows)
        await to.call('accounts.delete', { id });
      const path = join(folder, `clients-${language}.xlsx`);
      await example.call('files.write', { request: { kind: 'table', table: 'clients', language }, path });
      const { report } = await taken(to, path);
      expect(report.rows.filter(({ outcome, reason }) => outcome !== 'new' || reason !== null)).toEqual([]);
      const told = async (vault: TestVault) =>
        (await vault.call('accounts.list', { query: '' })).rows
          .map(({ name, legalForm, inn, industry, city, types }) =>
            JSON.stringify({ name, legalForm, inn, industry, city, types }),
          )
          .toSorted((one, other) => (one < other ? -1 : 1));
      expect(await told(to)).toEqual(await told(example));
    } finally {
      await example.close();
    }
  }
});
