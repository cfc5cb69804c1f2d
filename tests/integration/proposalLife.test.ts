import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlockNode, ProposalDocument } from '../../shared/document/nodes.ts';
import { priceTableOf } from '../../shared/document/walk.ts';
import type { AccountId, PersonId, ProposalId } from '../../shared/domain/ids.ts';
import type { PriceItem } from '../../shared/domain/priceTable.ts';
import { ProposalHeader } from '../../shared/domain/proposal.ts';
import {
  addClientWithReader,
  day,
  eventDraft,
  openDatedVault,
  proposalInput,
  testToday,
} from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
let accountId: AccountId;
let readerId: PersonId;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kamerton-life-'));
  vault = await openDatedVault();
  ({ accountId, readerId } = await addClientWithReader(vault));
});
afterEach(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const item = (id: string, change: Partial<PriceItem> = {}): PriceItem => ({
  id,
  group: '',
  title: `Позиция ${id}`,
  note: '',
  unit: 'шт.',
  quantityMilli: 1000,
  priceMinor: 1_000_000,
  discountBp: 0,
  vatRate: 22,
  ...change,
});
const paper = (texts: string[], items: PriceItem[]): ProposalDocument => ({
  schemaVersion: 1,
  root: {
    type: 'doc',
    content: [
      ...texts.map((text): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      { type: 'paragraph', content: [{ type: 'mergeField', attrs: { key: 'proposal.validUntilLong' } }] },
      { type: 'priceTable', attrs: { table: { currency: 'RUB', vatMode: 'included', items } } },
    ],
  },
});

const create = async (document = paper(['Добрый день'], [item('1')])): Promise<ProposalId> => {
  const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
  await vault.call('proposals.saveDocument', { id, baseRevision: 1, document });
  return id;
};
const life = (id: ProposalId) => vault.call('proposals.life', { id });
const get = async (id: ProposalId) => (await vault.call('proposals.get', { id })).proposal;
const send = (id: ProposalId, sentOn: string = testToday) =>
  vault.call('proposals.markSent', { id, sentOn, readerIds: [readerId], channel: 'paper' });
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('marking as sent', () => {
  it('keeps the file that was exported last, byte for byte, and gives it back', async () => {
    const id = await create();
    const exported = join(folder, 'КП для Вересова.docx');
    await vault.call('proposals.writeDocx', { id, path: exported });
    // What the file shows may change in the vault meanwhile: the file that went out is what counts.
    const { company } = await vault.call('company.get', {});
    await vault.call('company.save', { company: { ...company, name: 'Другое имя' } });
    await send(id);
    const { copies, sentOn } = await life(id);
    expect(sentOn).toBe(testToday);
    expect(copies).toMatchObject([
      {
        edition: 1,
        sentOn: testToday,
        channel: 'paper',
        readerNames: ['Вересов Андрей Николаевич'],
        fileName: 'КП для Вересова.docx',
        sha256: hashOf(exported),
        sizeBytes: readFileSync(exported).length,
        totals: { netMinor: 819_672, vatMinor: 180_328, grossMinor: 1_000_000, currency: 'RUB' },
      },
    ]);
    const [copy] = copies;
    if (copy === undefined) throw new Error('no copy');
    const again = join(folder, 'again.docx');
    expect(await vault.call('proposals.sentCopyName', { id: copy.id })).toEqual({
      fileName: 'КП для Вересова.docx',
    });
    await vault.call('proposals.writeSentCopy', { id: copy.id, path: again });
    expect(readFileSync(again)).toEqual(readFileSync(exported));
    await expectCode(
      vault.call('proposals.writeSentCopy', { id: copy.id, path: join(folder, 'no', 'such', 'a.docx') }),
      'folderMissing',
    );
    // The window may not name a path.
    expect(await vault.reply('proposals.writeSentCopy', { id: copy.id, path: again })).toMatchObject({
      code: 'unavailable',
    });
  });

  it('never freezes a file marked as a draft, even when it was written last', async () => {
    const id = await create();
    const clean = join(folder, 'чистый.docx');
    await vault.call('proposals.writeDocx', { id, path: clean });
    await vault.call('proposals.writeDocx', { id, path: join(folder, 'помеченный.docx'), draft: true });
    await send(id);
    expect((await life(id)).copies).toMatchObject([{ fileName: 'чистый.docx', sha256: hashOf(clean) }]);
  });

  it('writes a file itself when there is none of this text', async () => {
    const id = await create();
    const stale = join(folder, 'stale.docx');
    await vault.call('proposals.writeDocx', { id, path: stale });
    await vault.call('proposals.saveDocument', {
      id,
      baseRevision: 2,
      document: paper(['Иначе'], [item('1')]),
    });
    await send(id);
    const [copy] = (await life(id)).copies;
    expect(copy?.fileName).toBe('КП_2026-001_Тихвинский_фарфор.docx');
    expect(copy?.sha256).not.toBe(hashOf(stale));
    const saved = join(folder, 'saved.docx');
    if (copy !== undefined) await vault.call('proposals.writeSentCopy', { id: copy.id, path: saved });
    expect(hashOf(saved)).toBe(copy?.sha256);
  });

  it('freezes the proposal: neither text nor header is changed after it', async () => {
    const id = await create();
    await send(id);
    const before = await get(id);
    const { revision } = before;
    await expectCode(
      vault.call('proposals.saveDocument', { id, baseRevision: revision, document: paper(['х'], []) }),
      'proposalSent',
    );
    const header = { ...ProposalHeader.parse(before), title: 'Иное' };
    await expectCode(
      vault.call('proposals.saveHeader', { id, baseRevision: revision, header }),
      'proposalSent',
    );
    expect(await get(id)).toEqual(before);
  });

  it('refuses a day to come, readers of others, and takes no copy of what it refused', async () => {
    const id = await create();
    const other = await addClientWithReader(vault);
    await expectCode(send(id, '2026-11-24'), 'invalidInput');
    await expectCode(
      vault.call('proposals.markSent', {
        id,
        sentOn: testToday,
        readerIds: [other.readerId],
        channel: 'email',
      }),
      'notFound',
    );
    expect(await life(id)).toMatchObject({ copies: [], statuses: [], followUps: [], rhythm: null });
    expect((await get(id)).status).toBe('draft');
  });

  it('keeps one copy more of a proposal that is already out, and plans nothing twice', async () => {
    const id = await create();
    await send(id);
    await vault.call('proposals.setStatus', { id, status: 'received' });
    vault.setDay('2026-11-25');
    await send(id, '2026-11-25');
    const { copies, followUps, statuses } = await life(id);
    expect(copies.map(({ sentOn }) => sentOn)).toEqual(['2026-11-25', '2026-11-23']);
    expect(followUps).toHaveLength(4);
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'received']);
  });

  it('is taken back while the client has not answered', async () => {
    const id = await create();
    await send(id);
    await vault.call('proposals.setStatus', { id, status: 'draft' });
    expect(await life(id)).toMatchObject({ sentOn: null, copies: [], statuses: [], followUps: [] });
    expect(await get(id)).toMatchObject({ status: 'draft', edition: 1 });
    await send(id);
    expect((await life(id)).followUps).toHaveLength(4);
    await vault.call('proposals.setStatus', { id, status: 'received' });
    await expectCode(vault.call('proposals.setStatus', { id, status: 'draft' }), 'unavailable');
  });
});

describe('steps and statuses', () => {
  it('date the follow-up over the New Year holidays from the day of sending', async () => {
    const id = await create();
    vault.setDay('2026-12-30');
    await send(id, '2026-12-29');
    expect((await life(id)).followUps.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['checkReceipt', '2026-12-30'],
      ['askNextSteps', '2027-01-12'],
      ['askUrgency', '2027-01-14'],
      ['agreeInterim', '2027-01-21'],
    ]);
  });

  it('keep their days and the reasons of the answer, and close the steps on the day of the answer', async () => {
    const id = await create();
    await send(id);
    vault.setDay('2026-12-01');
    await vault.call('proposals.setStatus', { id, status: 'received', on: day('2026-11-24') });
    await expectCode(
      vault.call('proposals.setStatus', { id, status: 'declined', on: day('2026-12-02') }),
      'invalidInput',
    );
    await vault.call('proposals.setStatus', {
      id,
      status: 'declined',
      on: day('2026-11-30'),
      reasons: ['price', 'paymentTerms'],
      note: 'Просили отсрочку 90 дней',
    });
    const { statuses, followUps, rhythm } = await life(id);
    expect(statuses).toEqual([
      { status: 'sent', happenedOn: '2026-11-23', reasons: [], note: '' },
      { status: 'received', happenedOn: '2026-11-24', reasons: [], note: '' },
      {
        status: 'declined',
        happenedOn: '2026-11-30',
        reasons: ['price', 'paymentTerms'],
        note: 'Просили отсрочку 90 дней',
      },
    ]);
    expect(followUps.map(({ doneOn }) => doneOn)).toEqual([
      '2026-11-24',
      '2026-11-30',
      '2026-11-30',
      '2026-11-30',
    ]);
    expect(rhythm).toBeNull();
    expect(
      await vault.reply('proposals.setStatus', { id, status: 'accepted', reasons: ['weather'] }),
    ).toMatchObject({ code: 'invalidInput' });
  });

  it('feel the rhythm: silence, then in measure after a call, then too much', async () => {
    const id = await create();
    await send(id);
    expect((await life(id)).rhythm).toMatchObject({ state: 'right', touches: 0 });
    vault.setDay('2026-11-27');
    expect((await life(id)).rhythm).toMatchObject({ state: 'silent', quietDays: 4 });
    const [step] = (await life(id)).followUps;
    if (step === undefined) throw new Error('no step');
    // A step that is ticked and the call written down for it are one word to the client.
    await vault.call('followUps.setDone', { id: step.id, doneOn: day('2026-11-27') });
    await vault.call('events.create', { draft: eventDraft(accountId, { happenedOn: day('2026-11-27') }) });
    expect((await life(id)).rhythm).toMatchObject({ state: 'right', touches: 1, quietDays: 0 });
    for (const kind of ['letter', 'meeting', 'call'] as const)
      await vault.call('events.create', {
        draft: eventDraft(accountId, { kind, happenedOn: day('2026-11-27') }),
      });
    expect((await life(id)).rhythm).toMatchObject({ state: 'pushy', touches: 4 });
  });
});

describe('a new edition', () => {
  it('renews in one step: same number, next edition, dates anew; the old one stays as it was sent', async () => {
    const id = await create();
    const { revision } = await get(id);
    const header = ProposalHeader.parse(await get(id));
    const fieldOverrides = {
      'addressee.greeting': 'Дорогой Андрей',
      'proposal.validUntilLong': 'пока не передумаем',
    };
    await vault.call('proposals.saveHeader', {
      id,
      baseRevision: revision,
      header: { ...header, fieldOverrides },
    });
    await send(id);
    const before = await get(id);
    const { copies } = await life(id);
    vault.setDay('2026-12-28');
    const made = await vault.call('proposals.newEdition', { id, renews: true });
    expect(made).toMatchObject({ edition: 2, validUntil: '2027-01-27' });
    const next = await get(made.id);
    expect(next).toMatchObject({
      number: before.number,
      edition: 2,
      status: 'draft',
      documentDate: '2026-12-28',
      validity: { validFrom: '2026-12-28', validUntil: '2027-01-27' },
      document: before.document,
      readerIds: before.readerIds,
      fieldOverrides: { 'addressee.greeting': 'Дорогой Андрей' },
    });
    expect(await get(id)).toEqual(before);
    expect((await life(id)).copies).toEqual(copies);
    expect(
      (await life(made.id)).editions.map(({ id: of, edition, status }) => [of, edition, status]),
    ).toEqual([
      [id, 1, 'sent'],
      [made.id, 2, 'draft'],
    ]);
    // Asked again, it answers the draft that is there.
    expect(await vault.call('proposals.newEdition', { id, renews: false })).toMatchObject({ id: made.id });
    expect((await vault.call('proposals.exportFileName', { id: made.id })).fileName).toBe(
      'КП_2026-001_Тихвинский_фарфор_ред2.docx',
    );
  });

  it('gives neither the number nor the edition again', async () => {
    const id = await create();
    await send(id);
    const second = await vault.call('proposals.newEdition', { id, renews: false });
    await vault.call('proposals.delete', { id: second.id });
    expect(await vault.call('proposals.newEdition', { id, renews: false })).toMatchObject({ edition: 3 });
    const other = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    expect(other.number).toBe('2026-002');
  });

  it('keeps a last day that still holds, unless it is renewed', async () => {
    const id = await create();
    await send(id);
    vault.setDay('2026-12-01');
    expect(await vault.call('proposals.newEdition', { id, renews: false })).toMatchObject({
      validUntil: '2026-12-23',
    });
  });

  it('takes the VAT rate of the new day', async () => {
    vault.setDay('2025-12-20');
    const items = [item('1', { vatRate: 20 }), item('2', { vatRate: 10 }), item('3', { vatRate: 'none' })];
    const id = await create(paper([], items));
    await send(id, '2025-12-20');
    vault.setDay('2026-01-20');
    const made = await vault.call('proposals.newEdition', { id, renews: true });
    const rates = (await get(made.id)).document;
    expect(priceTableOf(rates.root)?.items.map(({ vatRate }) => vatRate)).toEqual([22, 10, 'none']);
    expect(priceTableOf((await get(id)).document.root)?.items[0]?.vatRate).toBe(20);
  });

  it('is copied under a number of its own, dated today, and the first stays as it was', async () => {
    const id = await create();
    await vault.call('proposals.keepRevision', { id, label: 'до правок' });
    const before = await get(id);
    vault.setDay('2026-12-28');
    const made = await vault.call('proposals.copy', { id });
    expect(made.number).toBe('2026-002');
    expect(await get(made.id)).toMatchObject({
      number: '2026-002',
      edition: 1,
      status: 'draft',
      documentDate: '2026-12-28',
      validity: { validFrom: '2026-12-28', validUntil: '2027-01-27' },
      document: before.document,
      readerIds: before.readerIds,
      tenderId: before.tenderId,
    });
    expect((await life(made.id)).editions).toHaveLength(1);
    expect(await vault.call('proposals.listRevisions', { id: made.id })).toEqual({ revisions: [] });
    expect(await get(id)).toEqual(before);
    await vault.call('accounts.delete', { id: accountId });
    await expectCode(vault.call('proposals.copy', { id }), 'accountDeleted');
  });

  it('is not made of a draft or for a deleted client', async () => {
    const id = await create();
    await expectCode(vault.call('proposals.newEdition', { id, renews: true }), 'unavailable');
    await send(id);
    await vault.call('accounts.delete', { id: accountId });
    await expectCode(vault.call('proposals.newEdition', { id, renews: true }), 'accountDeleted');
  });

  it('ends the talk about the edition before it once it is sent', async () => {
    const id = await create();
    await send(id);
    vault.setDay('2026-12-20');
    const today = day('2026-12-20');
    const expiring = async () =>
      (await vault.call('today.list', { today })).rows.filter(({ kind }) => kind === 'proposalExpiring');
    expect((await expiring()).map(({ proposalId }) => proposalId)).toEqual([id]);
    const made = await vault.call('proposals.newEdition', { id, renews: true });
    expect(await expiring()).toHaveLength(1);
    await send(made.id, '2026-12-20');
    expect(await expiring()).toEqual([]);
    expect((await life(id)).followUps.every(({ doneOn }) => doneOn === '2026-12-20')).toBe(true);
    const { rows } = await vault.call('proposals.list', { accountId });
    expect(rows.map(({ edition, replacedByEdition }) => [edition, replacedByEdition])).toEqual([
      [2, null],
      [1, 2],
    ]);
    expect((await life(made.id)).copies.map(({ edition }) => edition)).toEqual([2, 1]);
  });

  it('says what changed against what was sent, by paragraphs and price lines', async () => {
    const id = await create(paper(['Добрый день', 'Срок поставки — 14 недель.'], [item('1'), item('2')]));
    await send(id);
    vault.setDay('2026-12-28');
    const { id: next } = await vault.call('proposals.newEdition', { id, renews: true });
    await vault.call('proposals.saveDocument', {
      id: next,
      baseRevision: 1,
      document: paper(
        ['Добрый день', 'Срок поставки — 10 недель.'],
        [item('1', { discountBp: 500 }), item('3')],
      ),
    });
    const { before, after, text, price } = await vault.call('proposals.difference', { id: next });
    expect([before.edition, after.edition]).toEqual([1, 2]);
    const changed = text
      .filter(({ kind }) => kind !== 'same')
      .map(({ kind, text: said }) => `${kind}: ${said}`);
    expect(changed.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      'removed: Срок поставки — 14 недель.',
      'removed: 23 декабря 2026 г.',
      'added: Срок поставки — 10 недель.',
      'added: 27 января 2027 г.',
    ]);
    expect(price).toMatchObject({
      changes: [
        { title: 'Позиция 1', before: { priceMinor: 1_000_000 }, after: { priceMinor: 950_000 } },
        { title: 'Позиция 3', before: null },
        { title: 'Позиция 2', after: null },
      ],
      totalBefore: { grossMinor: 2_000_000 },
      totalAfter: { grossMinor: 1_950_000 },
    });
    await expectCode(vault.call('proposals.difference', { id }), 'notFound');
  });
});
