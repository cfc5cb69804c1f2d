import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coverageOf } from '../../shared/domain/coverage.ts';
import { AccountId, BlockId, TemplateId } from '../../shared/domain/ids.ts';
import { insertOldAccount, openOldVault } from '../support/oldVault.ts';
import { startTestSession, testPassword } from '../support/testVault.ts';
import { findFirst, sectionsOf } from '../../shared/document/walk.ts';
import {
  accountDraft,
  addClientWithReader,
  openDatedVault,
  personDraft,
  proposalInput,
  referenceDraft,
} from '../support/drafts.ts';

// A role of the user's own (GLOSSARY: своя роль): in cards, blocks, references, proposals, coverage and files.

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-roles-'));
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const addRole = async (label: string) => (await vault.call('terms.create', { kind: 'role', label })).key;
const addBlock = (role: `own-${string}`, text: string) =>
  vault.call('library.createBlock', {
    draft: {
      language: 'ru',
      title: text,
      role,
      criteria: ['launchTime'],
      psychotypes: [],
      trade: '',
      industries: [],
      occasions: [],
      evidence: 'statement',
      facts: [],
      why: '',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    },
  });

it('gets its section with its blocks under its own name, and is covered by them', async () => {
  const role = await addRole('склад');
  await addBlock(role, 'Паллеты приходят размеченными.');
  const { accountId, readerId } = await addClientWithReader(vault, {
    readerRole: role,
    criteria: [{ key: 'launchTime', weightPercent: 100, note: '' }],
  });
  const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
  const { proposal, context } = await vault.call('proposals.get', { id });
  const section = sectionsOf(proposal.document.root).find(({ attrs }) => attrs.role === role);
  if (section === undefined) throw new Error('the role has no section');
  expect(section.attrs).toMatchObject({ outlineTitle: 'Склад', personIds: [readerId] });
  expect(findFirst(section, 'heading')?.content).toEqual([{ type: 'text', text: 'Склад' }]);
  expect(JSON.stringify(section)).toContain('Паллеты приходят размеченными.');
  const rows = coverageOf(proposal.document.root, context.readers);
  expect(JSON.stringify(rows)).toContain('argued');

  // Deleted, it is offered no more and stays where it stands, with its name.
  await vault.call('terms.delete', { key: role });
  expect((await vault.call('terms.list', {})).terms).toContainEqual({
    key: role,
    kind: 'role',
    label: 'склад',
    deleted: true,
  });
  const later = await vault.call('proposals.get', { id });
  expect(later.context.readers[0]?.role).toBe(role);
  expect(later.context.roleNames).toEqual({ [role]: 'склад' });
});

it('without blocks says so, keeps a place to write in and is not sent like that', async () => {
  const role = await addRole('СБ');
  const { accountId, readerId } = await addClientWithReader(vault, { readerRole: role, criteria: [] });
  const { accountId: _account, ...input } = proposalInput(accountId, [readerId]);
  const plan = await vault.call('proposals.plan', { accountId, ...input });
  expect(plan.notes).toContainEqual({ kind: 'roleWithoutBlocks', role });
  expect(plan.sections).toContainEqual({ title: 'СБ', personIds: [readerId], arguments: [] });
  const { key } = await vault.call('terms.create', { kind: 'criterion', label: 'шум ночью' });
  const { accountId: other, readerId: strict } = await addClientWithReader(vault, {
    readerRole: role,
    criteria: [{ key, weightPercent: 80, note: '' }],
  });
  const { id } = await vault.call('proposals.create', proposalInput(other, [strict]));
  const { proposal } = await vault.call('proposals.get', { id });
  const section = sectionsOf(proposal.document.root).find(({ attrs }) => attrs.role === role);
  expect(JSON.stringify(section)).toContain('Шум ночью');
  const { findings } = await vault.call('proposals.check', { id });
  expect(findings.filter(({ sectionId }) => sectionId === `role-${role}`)).toMatchObject([
    { kind: 'unwrittenPart', severity: 'stop', params: { title: 'СБ' } },
    { kind: 'coverageHole', severity: 'stop', params: { criterion: key, weightPercent: 80 } },
  ]);
});

it('is kept by a person, a referee and a template, and goes with a library file by its name', async () => {
  const role = await addRole('Метролог');
  const { accountId } = await addClientWithReader(vault);
  const person = await vault.call('people.create', { draft: personDraft(accountId, { readerRole: role }) });
  const { people } = await vault.call('people.list', { accountId });
  expect(people.find(({ id }) => id === person.id)?.readerRole).toBe(role);
  const referee = await vault.call('references.create', { draft: referenceDraft({ refereeRole: role }) });
  const { references } = await vault.call('references.list', {});
  expect(references.find(({ id }) => id === referee.id)?.refereeRole).toBe(role);

  const block = await addBlock(role, 'Поверка за наш счёт.');
  const template = await vault.call('library.createTemplate', {
    draft: {
      language: 'ru',
      title: 'С метрологом',
      purpose: '',
      trade: '',
      before: [],
      roleSections: [
        {
          role,
          outlineTitle: 'Метрология',
          opening: [],
          closing: [],
          requiredBlockIds: [BlockId.parse(block.id)],
        },
      ],
      after: [],
    },
  });
  const path = join(folder, 'roles.kamerton-library.json');
  const refs = [{ kind: 'template' as const, id: TemplateId.parse(template.id) }];
  await vault.call('library.writeFile', { refs, path });
  expect(readFileSync(path, 'utf8')).toContain('Метролог');
  const other = await openDatedVault();
  try {
    const { file } = await other.call('library.readFile', { path });
    await other.call('library.import', { file });
    expect((await other.call('terms.list', {})).terms).toMatchObject([
      { key: role, kind: 'role', label: 'Метролог' },
    ]);
    expect((await other.call('library.block', { id: BlockId.parse(block.id) })).block.role).toBe(role);
  } finally {
    await other.close();
  }
});

it('is the only thing the store takes beside the shipped roles', () => {
  const db = vault.session.opened();
  if (db === null) throw new Error('the vault is closed');
  expect(() => db.save((writable) => writable.exec(`UPDATE people SET readerRole = 'janitor'`))).toThrow(
    /CHECK/,
  );
});

it('leaves the roles of an older vault as they were and takes new ones there', async () => {
  const [row] = (await vault.call('library.blocks', { query: '' })).rows;
  if (row === undefined) throw new Error('an empty library');
  const { block } = await vault.call('library.block', { id: row.id });
  const old = await openOldVault('own-roles');
  try {
    const [accountId, readerId, blockId] = [randomUUID(), randomUUID(), BlockId.parse('own-older')];
    old.session.opened()?.save((db) => {
      const nothing = `'', '', '', '', ''`;
      insertOldAccount(db, { id: accountId, name: 'Прежний' });
      db.exec(/* sql */ `
        INSERT INTO people (id, revision, savedAtMs, accountId, lastName, firstName, middleName, gender, position,
          department, readerRole, decisionRole, influence, attitude, psychotype, criteria, threeP, heeds, contactsOfOurs,
          phone, email, contactKind, family, hobbies, "values", education, career, facts, privateNotes, nameForms)
        VALUES ('${readerId}', 1, 1, '${accountId}', 'Вересов', '', '', 'unknown', '', '', 'finance', 'decides', 5,
          'neutral', 'unknown', '[]', '{"need":null,"means":null,"authority":null}', '[]', '[]', '', '', '',
          ${nothing}, '[]', '', '{"addresseeDative":"","positionDative":"","greeting":""}')`);
      db.prepare(/* sql */ `
        INSERT INTO blocks (id, language, role, title, trade, shipped, body)
        VALUES (:blockId, 'ru', :role, 'Прежний довод', '', 0, :body)`).run({
        blockId,
        role: block.role,
        body: JSON.stringify({ ...block, id: blockId }),
      });
    });
    await old.call('vault.close', {});
    const today = startTestSession({ vaultsDir: old.dir });
    await today.call('vault.unlock', { vaultId: old.vaultId, password: testPassword });
    const { people } = await today.call('people.list', { accountId: AccountId.parse(accountId) });
    expect(people).toMatchObject([
      { id: readerId, readerRole: 'finance', conflicts: [], taboos: '', worry: '' },
    ]);
    const kept = (await today.call('library.blocks', { query: '' })).rows.find(({ id }) => id === blockId);
    expect(kept?.role).toBe(block.role);
    const { key } = await today.call('terms.create', { kind: 'role', label: 'склад' });
    const { id: client } = await today.call('accounts.create', { draft: accountDraft() });
    await today.call('people.create', { draft: personDraft(client, { readerRole: key }) });
    await today.call('vault.close', {});
  } finally {
    await old.close();
  }
});
