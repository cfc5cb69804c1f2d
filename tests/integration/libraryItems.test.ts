import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsState } from '../../shared/domain/library.ts';
import type { BlockDraft } from '../../shared/domain/library.ts';
import { CalendarDate } from '../../shared/domain/calendarDate.ts';
import { BlockId, TemplateId } from '../../shared/domain/ids.ts';
import { referencesView } from '../../shared/document/blockViews.ts';
import { findAll } from '../../shared/document/walk.ts';
import {
  addClientWithReader,
  openDatedVault,
  proposalInput,
  referenceDraft,
  testToday,
} from '../support/drafts.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-library-'));
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const shippedId = BlockId.parse('ru-ceo-exclusive-terms');
const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
});
const draft = (overrides: Partial<BlockDraft> = {}): BlockDraft => ({
  language: 'ru',
  title: 'Запас деталей на складе',
  role: 'technical',
  criteria: ['reliability'],
  psychotypes: [],
  trade: '',
  industries: ['Керамика'],
  occasions: ['renewal'],
  evidence: 'figures',
  facts: [],
  why: 'Показывает, что простой не зависит от таможни.',
  content: [paragraph('Держим на складе двенадцать винтовых блоков.')],
  ...overrides,
});
const shippedTemplate = async () => {
  const { templates } = await vault.call('templates.list', { language: 'ru' });
  const shipped = templates.find(({ id }) => id === 'industrial-supply-ru');
  if (shipped === undefined) throw new Error('the template does not ship');
  return shipped;
};
const rowOf = async (id: string, query = '') =>
  (await vault.call('library.blocks', { query })).rows.find((row) => row.id === id);

describe('a block of the library', () => {
  it('is found by any form of its words, in its title, its text and its reason', async () => {
    const { id } = await vault.call('library.createBlock', { draft: draft() });
    for (const query of ['запасы деталь складов', 'винтового блока', 'простои таможня', 'керамик', 'запа'])
      expect((await rowOf(id, query))?.title, query).toBe('Запас деталей на складе');
    expect(await rowOf(id, 'запас гарантия')).toBeUndefined();
  });

  it('makes the user’s own version of a shipped one, which the program gives back', async () => {
    const before = await vault.call('library.block', { id: shippedId });
    expect(before).toMatchObject({ origin: 'shipped', revision: 1, versions: [] });
    const { id: _id, schemaVersion: _version, ...shipped } = before.block;
    const own = { ...shipped, title: 'Наши особые условия', content: [paragraph('Только для вас.')] };
    await vault.call('library.saveBlock', { id: shippedId, baseRevision: 1, draft: own });
    expect(await rowOf(shippedId, 'особых условий')).toMatchObject({ origin: 'changed', revision: 2 });

    const { accountId, readerId } = await addClientWithReader(vault, { readerRole: 'ceo' });
    const made = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    const { proposal } = await vault.call('proposals.get', { id: made.id });
    const argued = findAll(proposal.document.root, 'argument').find(
      ({ attrs }) => attrs.blockId === shippedId,
    );
    expect(JSON.stringify(argued?.content)).toContain('Только для вас.');
    expect(await rowOf(shippedId)).toMatchObject({ usedCount: 1, lastUsedOn: proposal.documentDate });

    const ref = { kind: 'block' as const, id: shippedId };
    await vault.call('library.reset', { ref, baseRevision: 2 });
    const after = await vault.call('library.block', { id: shippedId });
    expect(after).toMatchObject({ origin: 'shipped', block: before.block, revision: 3 });
    expect(after.versions.map(({ revision, title }) => [revision, title])).toEqual([
      [2, 'Наши особые условия'],
      [1, before.block.title],
    ]);
    await vault.call('library.restoreVersion', { ref, revision: 2, baseRevision: 3 });
    expect((await vault.call('library.block', { id: shippedId })).block.title).toBe('Наши особые условия');
  });

  it('refuses a save on an older revision and keeps what is there', async () => {
    const { id } = await vault.call('library.createBlock', { draft: draft() });
    await vault.call('library.saveBlock', { id, baseRevision: 1, draft: draft({ title: 'Второй' }) });
    const late = vault.call('library.saveBlock', { id, baseRevision: 1, draft: draft({ title: 'Третий' }) });
    await expect(late).rejects.toMatchObject({ code: 'staleRevision' });
    expect((await vault.call('library.block', { id })).block.title).toBe('Второй');
  });

  it('goes out of lists and of new proposals when deleted, and comes back', async () => {
    const { id } = await vault.call('library.createBlock', { draft: draft({ title: 'Уйдёт и вернётся' }) });
    const ref = { kind: 'block' as const, id };
    await vault.call('library.delete', { ref });
    expect(await rowOf(id)).toBeUndefined();
    const { items } = await vault.call('library.removed', {});
    expect(items.map((item) => [item.ref.id, item.title])).toEqual([[id, 'Уйдёт и вернётся']]);
    await vault.call('library.restore', { ref });
    expect((await rowOf(id))?.title).toBe('Уйдёт и вернётся');
  });

  it('says when a dated fact is past or soon will be', () => {
    const day = CalendarDate.parse('2026-11-23');
    const until = (text: string) => [
      { kind: 'certificate' as const, text: 'Сертификат', validUntil: CalendarDate.parse(text) },
    ];
    expect(factsState({ facts: until('2026-11-22') }, day)).toBe('past');
    expect(factsState({ facts: until('2026-11-23') }, day)).toBe('ending');
    expect(factsState({ facts: until('2026-12-24') }, day)).toBe('hold');
    expect(factsState({ facts: [] }, day)).toBe('hold');
  });
});

describe('a template of the library', () => {
  it('is what new proposals are made from, with its own sections', async () => {
    const shipped = await shippedTemplate();
    const { id: _id, schemaVersion: _version, ...rest } = shipped;
    const { id } = await vault.call('library.createTemplate', {
      draft: { ...rest, title: 'Короткое предложение', roleSections: [] },
    });
    expect(
      (await vault.call('templates.list', { language: 'ru' })).templates.map((one) => one.title),
    ).toContain('Короткое предложение');
    const { accountId, readerId } = await addClientWithReader(vault);
    const input = { ...proposalInput(accountId, [readerId]), templateId: id };
    await vault.call('proposals.create', input);
    const { rows } = await vault.call('library.templates', { query: 'коротких предложений' });
    expect(rows.find((row) => row.id === id)).toMatchObject({ origin: 'own', usedCount: 1, roles: [] });
  });
});

describe('a library file', () => {
  const path = () => join(folder, 'Библиотека.kamerton-library.json');

  it('brings blocks, templates and names of criteria to another vault, and can be taken back', async () => {
    const { key } = await vault.call('terms.create', { kind: 'criterion', label: 'Экология' });
    const own = await vault.call('library.createBlock', {
      draft: draft({ title: 'Меньше выбросов', criteria: [key] }),
    });
    const refs = [{ kind: 'block' as const, id: own.id }];
    expect(await vault.call('library.writeFile', { refs, path: path() })).toEqual({
      blocks: 1,
      templates: 0,
    });

    const other = await openDatedVault();
    try {
      const { file, changes } = await other.call('library.readFile', { path: path() });
      expect(changes).toEqual([{ ref: refs[0], title: 'Меньше выбросов', state: 'new' }]);
      const done = await other.call('library.import', { file });
      expect((await other.call('terms.list', {})).terms).toMatchObject([{ key, label: 'Экология' }]);
      expect((await other.call('library.block', { id: own.id })).block.criteria).toEqual([key]);
      expect((await other.call('library.readFile', { path: path() })).changes[0]?.state).toBe('same');
      await other.call('library.undoImport', done);
      expect((await other.call('library.blocks', { query: 'выбросов' })).rows).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('gives a changed block its text back when the import is taken back', async () => {
    const { id } = await vault.call('library.createBlock', { draft: draft({ title: 'Было' }) });
    const { file } = await (async () => {
      await vault.call('library.writeFile', { refs: [{ kind: 'block', id }], path: path() });
      return vault.call('library.readFile', { path: path() });
    })();
    expect((await vault.call('library.readFile', { path: path() })).changes[0]?.state).toBe('same');
    const changed = { ...file, blocks: file.blocks.map((block) => ({ ...block, title: 'Стало' })) };
    const done = await vault.call('library.import', { file: changed });
    expect((await vault.call('library.block', { id })).block.title).toBe('Стало');
    await vault.call('library.undoImport', done);
    expect((await vault.call('library.block', { id })).block.title).toBe('Было');
  });

  it('is refused with its own sentence when foreign, newer or broken, and changes nothing', async () => {
    const before = await vault.call('library.blocks', { query: '' });
    const cases = [
      ['не JSON', 'libraryForeign'],
      ['{"kind":"kamerton-look","version":1}', 'libraryForeign'],
      ['{"kind":"kamerton-library","version":2,"anything":[]}', 'libraryNewer'],
      [
        '{"kind":"kamerton-library","version":1,"terms":[],"blocks":[{"id":"x"}],"templates":[]}',
        'libraryUnreadable',
      ],
    ] as const;
    for (const [text, code] of cases) {
      writeFileSync(path(), text);
      await expect(vault.call('library.readFile', { path: path() }), code).rejects.toMatchObject({ code });
    }
    rmSync(path());
    await expect(vault.call('library.readFile', { path: path() })).rejects.toMatchObject({
      code: 'fileUnreadable',
    });
    expect(await vault.call('library.blocks', { query: '' })).toEqual(before);
  });

  it('takes the own blocks with it that a template requires', async () => {
    const { id } = await vault.call('library.createBlock', { draft: draft({ title: 'Без него нельзя' }) });
    const shipped = await shippedTemplate();
    const { id: _id, schemaVersion: _version, ...rest } = shipped;
    const [first, ...others] = rest.roleSections;
    if (first === undefined) throw new Error('the template has no section');
    const roleSections = [{ ...first, requiredBlockIds: [id] }, ...others];
    const made = await vault.call('library.createTemplate', { draft: { ...rest, roleSections } });
    const refs = [{ kind: 'template' as const, id: TemplateId.parse(made.id) }];
    await vault.call('library.writeFile', { refs, path: path() });
    expect(readFileSync(path(), 'utf8')).toContain('Без него нельзя');
  });
});

describe('a criterion of one’s own', () => {
  it('is weighed by readers, argued by blocks, and keeps its name after it is deleted', async () => {
    const { key } = await vault.call('terms.create', { kind: 'criterion', label: 'Шум в цехе' });
    const { accountId, readerId } = await addClientWithReader(vault, {
      readerRole: 'technical',
      criteria: [{ key, weightPercent: 100, note: '' }],
    });
    await vault.call('library.createBlock', {
      draft: draft({
        title: 'Тише на 12 дБ',
        criteria: [key],
        content: [paragraph('Станция тише на 12 дБ.')],
      }),
    });
    const made = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    const { proposal } = await vault.call('proposals.get', { id: made.id });
    const argued = findAll(proposal.document.root, 'argument').find(({ attrs }) => attrs.criterion === key);
    expect(JSON.stringify(argued?.content)).toContain('Станция тише на 12 дБ.');
    await vault.call('terms.delete', { key });
    expect((await vault.call('terms.list', {})).terms.find((term) => term.key === key)).toMatchObject({
      label: 'Шум в цехе',
      deleted: true,
    });
    expect((await vault.call('proposals.get', { id: made.id })).context.readers[0]?.criteria[0]?.key).toBe(
      key,
    );
    // The same name again is the same criterion, not a second one of that name.
    expect(await vault.call('terms.create', { kind: 'criterion', label: 'шум в цехе' })).toEqual({ key });
  });
});

describe('a referee', () => {
  it('is counted where a proposal was sent, not where one is written, and a save of the card keeps the count', async () => {
    const draft = referenceDraft({ consentFrom: testToday, consentUntil: null });
    const { id } = await vault.call('references.create', { draft });
    const { accountId, readerId } = await addClientWithReader(vault, { readerRole: 'hr' });
    const made = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    const { proposal } = await vault.call('proposals.get', { id: made.id });
    expect(
      findAll(proposal.document.root, 'references').flatMap(({ attrs }) => attrs.referenceIds),
    ).toContain(id);
    const standing = async () => {
      const { references, uses } = await vault.call('references.list', {});
      const found = references.find((reference) => reference.id === id);
      return { count: found?.usedCount, use: uses.find(({ referenceId }) => referenceId === id) };
    };
    expect(await standing()).toEqual({ count: 0, use: undefined });
    await vault.call('proposals.markSent', {
      id: made.id,
      sentOn: testToday,
      readerIds: [readerId],
      channel: 'email',
    });
    await vault.call('references.save', { id, baseRevision: 1, draft: { ...draft, usedCount: 70 } });
    expect(await standing()).toEqual({
      count: 1,
      use: { referenceId: id, sentCount: 1, recentCount: 1, lastSentOn: testToday },
    });
  });

  it('who agreed to be named only is printed without telephone and address, who did not is not printed', async () => {
    const draft = referenceDraft({ consentFrom: testToday, phone: '+7 900 000-77-77' });
    const named = await vault.call('references.create', { draft: { ...draft, consentFor: ['proposal'] } });
    const visited = await vault.call('references.create', { draft: { ...draft, consentFor: ['visit'] } });
    const { references } = await vault.call('references.list', {});
    const view = referencesView([named.id, visited.id], references, testToday, 'ru');
    expect(view.leftOut).toBe(1);
    expect(view.entries.map(({ id, contacts }) => [id, contacts])).toEqual([[named.id, '']]);
  });
});

describe('a dated fact', () => {
  it('is told by the check when it ends before the proposal does', async () => {
    const { accountId, readerId } = await addClientWithReader(vault, { readerRole: 'legal' });
    const until = CalendarDate.parse('2026-12-01');
    await vault.call('library.createBlock', {
      draft: draft({
        title: 'Сертификат на сосуды',
        role: 'legal',
        criteria: ['compliance'],
        industries: [],
        occasions: [],
        facts: [{ kind: 'certificate', text: 'Сертификат № 17', validUntil: until }],
        content: [paragraph('Сосуды сертифицированы.')],
      }),
    });
    const made = await vault.call(
      'proposals.create',
      proposalInput(accountId, [readerId], { validUntil: '2026-12-31' }),
    );
    const { findings } = await vault.call('proposals.check', { id: made.id });
    expect(findings.filter(({ kind }) => kind === 'datedFactEnds')).toMatchObject([
      { severity: 'warn', params: { fact: 'Сертификат № 17', until } },
    ]);
    vault.setDay('2026-12-02');
    const later = await vault.call('proposals.check', { id: made.id });
    expect(later.findings.some(({ kind }) => kind === 'datedFactPast')).toBe(true);
    vault.setDay(testToday);
  });
});
