import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProposalId } from '../../shared/domain/ids.ts';
import { addClientWithReader, proposalInput } from '../support/drafts.ts';
import { openTestVault } from '../support/testVault.ts';
import { expectCode } from '../support/vaultFiles.ts';

let nowMs = 0;
const setClock = (day: string, time: string) => void (nowMs = Date.parse(`${day}T${time}:00`));
setClock('2026-11-02', '09:00');

let vault: Awaited<ReturnType<typeof openTestVault>>;
beforeAll(async () => {
  vault = await openTestVault({ clock: { nowMs: () => nowMs, monotonicMs: () => performance.now() } });
});
afterAll(() => vault.close());

/** A proposal of the paragraph «Начало», as it stands at the clock's time. */
async function startProposal(): Promise<ProposalId> {
  const { accountId, readerId } = await addClientWithReader(vault);
  const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
  const { proposal } = await vault.call('proposals.get', { id });
  await vault.call('proposals.saveDocument', {
    id,
    baseRevision: proposal.revision,
    document: {
      schemaVersion: 1,
      root: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Начало' }] }] },
    },
  });
  return id;
}

/** Types a letter at the time and rests: what was typed is folded in. */
async function typeAt(id: ProposalId, day: string, time: string, text = 'я'): Promise<void> {
  setClock(day, time);
  const { proposal } = await vault.call('proposals.get', { id });
  const length = JSON.stringify(proposal.document.root).match(/"text":"([^"]*)"/)?.[1]?.length ?? 0;
  await vault.call('proposals.appendSteps', {
    id,
    baseRevision: proposal.revision,
    steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text }] } }],
    size: length + text.length + 2,
  });
  await vault.call('proposals.foldSteps', { id });
}

/** Day and time of every kept version, the newest first. */
async function kept(id: ProposalId): Promise<string[]> {
  const { revisions } = await vault.call('proposals.listRevisions', { id });
  const pad = (value: number) => String(value).padStart(2, '0');
  return revisions.map(({ savedAtMs, label }) => {
    const at = new Date(savedAtMs);
    return `${pad(at.getDate())} ${pad(at.getHours())}:${pad(at.getMinutes())} ${label}`.trim();
  });
}

it('keeps what stood before the work, not every pause of it, and where each day ended', async () => {
  setClock('2026-11-02', '09:00');
  const id = await startProposal();
  for (const time of ['10:00', '10:01', '10:05', '10:12', '10:14', '10:25'])
    await typeAt(id, '2026-11-02', time);
  expect(await kept(id)).toEqual(['02 10:14', '02 10:05', '02 10:00', '02 09:00']);
  await typeAt(id, '2026-11-03', '08:00');
  expect((await kept(id))[0]).toBe('02 10:25');
});

it('thins: all of today, one an hour for a week, one a day after; what is named stays', async () => {
  setClock('2026-11-02', '08:00');
  const id = await startProposal();
  for (const time of ['09:00', '09:15', '09:30', '10:00', '10:20']) await typeAt(id, '2026-11-02', time);
  await vault.call('proposals.keepRevision', { id, label: 'перед звонком' });
  const today = await kept(id);
  expect(today).toEqual([
    '02 10:20 перед звонком',
    '02 10:00',
    '02 09:30',
    '02 09:15',
    '02 09:00',
    '02 08:00',
  ]);
  await typeAt(id, '2026-11-03', '09:00');
  await typeAt(id, '2026-11-03', '09:20');
  expect(await kept(id)).toEqual(['03 09:00', '02 10:20 перед звонком', '02 10:00', '02 09:30', '02 08:00']);
  await typeAt(id, '2026-11-20', '09:00');
  expect(await kept(id)).toEqual(['03 09:20', '02 10:20 перед звонком', '02 10:00']);
});

it('keeps what is named, and lets go what lost its name', async () => {
  setClock('2026-11-02', '08:00');
  const id = await startProposal();
  for (const time of ['09:00', '09:15', '09:30']) await typeAt(id, '2026-11-02', time);
  const { revisions } = await vault.call('proposals.listRevisions', { id });
  const first = revisions.find(({ savedAtMs }) => new Date(savedAtMs).getHours() === 9);
  const named = { id, revision: first?.revision ?? -1 };
  await vault.call('proposals.nameRevision', { ...named, label: '  до правок юриста ' });
  await typeAt(id, '2026-11-20', '09:00');
  await typeAt(id, '2026-11-20', '09:20');
  expect(await kept(id)).toEqual(['20 09:00', '02 09:30', '02 09:15 до правок юриста']);
  await vault.call('proposals.nameRevision', { ...named, label: '' });
  await typeAt(id, '2026-11-21', '09:00');
  await typeAt(id, '2026-11-21', '09:20');
  expect(await kept(id)).not.toContain('02 09:15');
  await expectCode(vault.call('proposals.nameRevision', { ...named, revision: 999, label: 'x' }), 'notFound');
});

it('says what changed since a version and gives its text', async () => {
  setClock('2026-11-02', '09:00');
  const id = await startProposal();
  await typeAt(id, '2026-11-02', '10:00', 'Новое ');
  const { revisions } = await vault.call('proposals.listRevisions', { id });
  const revision = revisions[0]?.revision ?? -1;
  const { document } = await vault.call('proposals.readRevision', { id, revision });
  expect(document.root.content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Начало' }] }]);
  const { text } = await vault.call('proposals.compareRevision', { id, revision });
  expect(text).toEqual([
    { kind: 'removed', text: 'Начало' },
    { kind: 'added', text: 'Новое Начало' },
  ]);
  await expectCode(vault.call('proposals.readRevision', { id, revision: 999 }), 'notFound');
});
