import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocx } from '../../electron/vault/docx/readDocx.ts';
import { findAll, sectionsOf } from '../../shared/document/walk.ts';
import { fullName } from '../../shared/domain/nameForms.ts';
import type { ProposalId } from '../../shared/domain/ids.ts';
import { openTestExampleVault } from '../support/testVault.ts';

let vault: Awaited<ReturnType<typeof openTestExampleVault>>;
let folder: string;
let id: ProposalId;

beforeAll(async () => {
  vault = await openTestExampleVault('ru');
  folder = mkdtempSync(join(tmpdir(), 'kamerton-faces-'));
  const { rows } = await vault.call('accounts.list', { query: '' });
  const accountId = rows[0]?.id;
  if (accountId === undefined) throw new Error('the example has clients');
  const { people } = await vault.call('people.list', { accountId });
  const readers = (['ceo', 'finance', 'hr'] as const).flatMap(
    (role) => people.find((person) => person.readerRole === role) ?? [],
  );
  const { proposal } = await vault.call('proposals.get', {
    id: (await vault.call('proposals.list', { accountId: null })).rows[0]?.id ?? '',
  });
  ({ id } = await vault.call('proposals.create', {
    accountId,
    tenderId: null,
    readerIds: readers.map((person) => person.id),
    templateId: 'industrial-supply-ru',
    language: 'ru',
    title: 'Коммерческое предложение',
    subject: 'Компрессорная станция',
    validity: proposal.validity,
    shape: 'faces',
  }));
}, 60_000);
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = () => vault.call('proposals.get', { id });
const header = async () => (await get()).proposal;

describe('a copy for each reader', () => {
  test('is written into the chosen folder, with its own letter and order and one price table', async () => {
    const { proposal, context } = await get();
    const finance = context.readers.find(({ role }) => role === 'finance');
    if (finance === undefined) throw new Error('a finance reader');
    await vault.call('proposals.saveHeader', {
      id,
      baseRevision: proposal.revision,
      header: {
        ...proposal,
        faces: [{ personId: finance.personId, letter: 'Начните с графика платежей.', sectionIds: null }],
      },
    });
    const { files } = await vault.call('proposals.writeFaces', { id, folder });
    expect(files.map(({ report }) => report.differences)).toEqual(files.map(() => []));
    expect(files.map(({ fileName }) => fileName).toSorted()).toEqual(readdirSync(folder).toSorted());
    for (const [at, { lastName }] of context.readers.entries())
      expect(files[at]?.fileName).toMatch(new RegExp(`_${lastName}\\.docx$`));
    const text = (lastName: string): string => {
      const { fileName = '' } = files.find((file) => file.fileName.includes(lastName)) ?? {};
      return JSON.stringify(readDocx(readFileSync(join(folder, fileName))));
    };
    const copies = context.readers.map((reader) => text(reader.lastName));
    expect(copies.filter((copy) => copy.includes('Начните с графика платежей.'))).toHaveLength(1);
    expect(text(finance.lastName)).toContain('Начните с графика платежей.');
    const total = /\d{1,3}(?:\s\d{3})+,\d{2}/g;
    const sums = copies.map((copy) => [...new Set(copy.match(total) ?? [])].toSorted());
    expect(sums[0]?.length).toBeGreaterThan(0);
    for (const other of sums) expect(other).toEqual(sums[0]);
    // Each begins with the section of its reader.
    const marks = [/Условия, закреплённые/, /Стоимость, окупаемость/, /обучение людей/];
    const headings = copies.map((copy) => {
      // The letter names the section too: its heading is the last mention.
      const at = marks.map((mark) => [...copy.matchAll(new RegExp(mark, 'g'))].at(-1)?.index ?? -1);
      expect(at).not.toContain(-1);
      return at.indexOf(Math.min(...at));
    });
    expect(new Set(headings).size).toBe(3);
  });

  test('is checked before it leaves, the letter too', async () => {
    const proposal = await header();
    const [first] = proposal.readerIds;
    if (first === undefined) throw new Error('a reader');
    await vault.call('proposals.saveHeader', {
      id,
      baseRevision: proposal.revision,
      header: {
        ...proposal,
        faces: [{ personId: first, letter: 'Ваш психотип — аналитик.', sectionIds: null }],
      },
    });
    const { findings } = await vault.call('proposals.check', { id });
    expect(findings.map(({ kind }) => kind)).toContain('psychotype');
  });

  test('is frozen with the others when the proposal is sent, as it was written', async () => {
    const { files } = await vault.call('proposals.writeFaces', { id, folder });
    await vault.call('proposals.setStatus', { id, status: 'sent' });
    const { copies } = await vault.call('proposals.life', { id });
    const { context } = await get();
    expect(copies.map(({ readerNames }) => readerNames[0])).toEqual(
      context.readers.map((reader) => fullName(reader)),
    );
    expect(copies.map(({ fileName }) => fileName).toSorted()).toEqual(
      files.map(({ fileName }) => fileName).toSorted(),
    );
    for (const copy of copies) {
      expect(copy.readerNames).toHaveLength(1);
      expect(copy.sizeBytes).toBe(readFileSync(join(folder, copy.fileName)).length);
    }
    expect(new Set(copies.map(({ totals }) => totals?.grossMinor)).size).toBe(1);
  });
});

test('the next edition is compared with the copy of the same reader', async () => {
  const made = await vault.call('proposals.newEdition', { id, renews: false });
  const { text } = await vault.call('proposals.difference', { id: made.id });
  const changed = text.filter(({ kind }) => kind !== 'same').map(({ text: said }) => said);
  expect(changed.some((line) => line.includes('ред.'))).toBe(true);
  // What an edition says of itself; neither another addressee and letter, nor sections in another order.
  for (const line of changed) expect(line).not.toMatch(/Уважаем|экземпляр|обучени|окупаемост/);
});

describe('composing anew', () => {
  test('follows the readers, keeps what was thrown out, and can be taken back', async () => {
    const made = await vault.call('proposals.newEdition', { id, renews: true });
    const { proposal } = await vault.call('proposals.get', { id: made.id });
    const [head, ...others] = proposal.readerIds;
    const { root } = proposal.document;
    const [thrown] = findAll(root, 'argument').map(({ attrs }) => attrs.blockId);
    if (head === undefined || thrown === undefined) throw new Error('readers and arguments');
    const without = {
      ...root,
      content: root.content.map((node) =>
        node.type === 'section'
          ? {
              ...node,
              content: node.content.filter(
                (child) => child.type !== 'argument' || child.attrs.blockId !== thrown,
              ),
            }
          : node,
      ),
    };
    const saved = await vault.call('proposals.saveDocument', {
      id: made.id,
      baseRevision: proposal.revision,
      document: { ...proposal.document, root: without },
    });
    const kept = await vault.call('proposals.saveHeader', {
      id: made.id,
      baseRevision: saved.revision,
      header: { ...proposal, readerIds: others },
    });
    const { changes } = await vault.call('proposals.recomposition', { id: made.id });
    expect(changes.length).toBeGreaterThan(0);
    const again = await vault.call('proposals.recompose', {
      id: made.id,
      baseRevision: kept.revision,
      label: 'Перед пересборкой',
    });
    const after = await vault.call('proposals.get', { id: made.id });
    const blocks = findAll(after.proposal.document.root, 'argument').map(({ attrs }) => attrs.blockId);
    expect(blocks).not.toContain(thrown);
    expect(sectionsOf(after.proposal.document.root).flatMap(({ attrs }) => attrs.personIds)).not.toContain(
      head,
    );
    expect((await vault.call('proposals.recomposition', { id: made.id })).changes).toEqual([]);
    await vault.call('proposals.restoreRevision', {
      id: made.id,
      revision: again.keptRevision,
      baseRevision: again.revision,
    });
    const back = await vault.call('proposals.get', { id: made.id });
    expect(back.proposal.document.root).toEqual(without);
    expect((await vault.call('proposals.recomposition', { id: made.id })).changes).toEqual(changes);
  });

  test('offers ranked arguments for a criterion nobody answers', async () => {
    const made = await vault.call('proposals.newEdition', { id, renews: true });
    const { proposal } = await vault.call('proposals.get', { id: made.id });
    const used = findAll(proposal.document.root, 'argument').map(({ attrs }) => attrs.blockId);
    const { alternatives } = await vault.call('proposals.alternatives', {
      id: made.id,
      role: 'finance',
      used,
      argued: [],
      criterion: 'safety',
    });
    expect(alternatives.length).toBeGreaterThan(0);
    for (const { node } of alternatives) {
      expect(node.attrs.criterion).toBe('safety');
      expect(used).not.toContain(node.attrs.blockId);
    }
    const scores = alternatives.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});
