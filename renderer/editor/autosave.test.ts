import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProposalDocument } from '../../shared/document/nodes.ts';
import type { ProposalHeader } from '../../shared/domain/proposal.ts';
import { createAutosave, longestWaitMs, pauseMs, retryMs } from './autosave.ts';
import type { SaveReply, SaveState } from './autosave.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

const documentOf = (text: string): ProposalDocument => ({
  schemaVersion: 1,
  root: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
// The queue hands headers on without looking inside.
const header = { title: 'КП' } as ProposalHeader;

const stale: SaveReply = { ok: false, code: 'staleRevision', details: {} };
const full: SaveReply = { ok: false, code: 'diskFull', details: {} };

/** A vault that answers what it is told to, and remembers what it was given. */
function startVault(startRevision = 1) {
  let revision = startRevision;
  const answers: SaveReply[] = [];
  const saved: { base: number; what: string }[] = [];
  const states: SaveState['phase'][] = [];
  const held: (() => void)[] = [];
  let hold = false;
  const answer = async (base: number, what: string): Promise<SaveReply> => {
    if (hold) await new Promise<void>((resolve) => held.push(resolve));
    const told = answers.shift();
    if (told !== undefined) return told;
    saved.push({ base, what });
    revision += 1;
    return { ok: true, revision };
  };
  const textOf = (document: ProposalDocument): string =>
    JSON.stringify(document.root).match(/"text":"([^"]*)"/)?.[1] ?? '';
  const autosave = createAutosave(startRevision, {
    saveDocument: (base, document) => answer(base, textOf(document)),
    saveHeader: (base) => answer(base, 'header'),
    onState: ({ phase }) => states.push(phase),
    onRevision: () => undefined,
  });
  return {
    autosave,
    answers,
    saved,
    states,
    type: (text: string) => autosave.documentChanged(() => documentOf(text)),
    holdAnswers: () => {
      hold = true;
    },
    release: () => {
      hold = false;
      for (const letGo of held.splice(0)) letGo();
    },
  };
}

describe('autosave', () => {
  test('saves after a pause in typing, once, the newest text', async () => {
    const { type, saved, states } = startVault();
    type('а');
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    type('аб');
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual([{ base: 1, what: 'аб' }]);
    expect(states.at(-1)).toBe('saved');
  });

  test('does not wait longer than a second while typing goes on', async () => {
    const { type, saved } = startVault();
    for (let typed = 0; typed < longestWaitMs + pauseMs; typed += 100) {
      type(`${typed}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved.length).toBeGreaterThan(0);
  });

  test('says «saved» only after the vault has answered', async () => {
    const { type, states, holdAnswers, release } = startVault();
    holdAnswers();
    type('а');
    await vi.advanceTimersByTimeAsync(pauseMs);
    expect(states).toEqual(['pending', 'saving']);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(states).toEqual(['pending', 'saving', 'saved']);
  });

  test('what is typed during a save is saved next, upon the new revision', async () => {
    const { type, saved, states, holdAnswers, release } = startVault(7);
    holdAnswers();
    type('первое');
    await vi.advanceTimersByTimeAsync(pauseMs);
    type('второе');
    release();
    await vi.advanceTimersByTimeAsync(pauseMs);
    expect(saved).toEqual([
      { base: 7, what: 'первое' },
      { base: 8, what: 'второе' },
    ]);
    expect(states.filter((phase) => phase === 'saved')).toHaveLength(1);
  });

  test('document and header go one after the other upon the same revision', async () => {
    const { autosave, type, saved } = startVault();
    type('текст');
    autosave.headerChanged(header);
    await autosave.flush();
    expect(saved).toEqual([
      { base: 1, what: 'header' },
      { base: 2, what: 'текст' },
    ]);
  });

  test('flush saves now and resolves when nothing is left', async () => {
    const { autosave, type, saved } = startVault();
    type('сразу');
    await autosave.flush();
    expect(saved).toEqual([{ base: 1, what: 'сразу' }]);
    await autosave.flush();
    expect(saved).toHaveLength(1);
  });

  test('a failure keeps the text and tries again by itself', async () => {
    const { type, saved, states, answers } = startVault();
    answers.push(full, full);
    type('не пропадёт');
    await vi.advanceTimersByTimeAsync(pauseMs);
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(retryMs[0]);
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(retryMs[1]);
    expect(saved).toEqual([{ base: 1, what: 'не пропадёт' }]);
    expect(states.at(-1)).toBe('saved');
  });

  test('text typed after a failure is not replaced by the older one', async () => {
    const { type, saved, answers } = startVault();
    answers.push(full);
    type('старое');
    await vi.advanceTimersByTimeAsync(pauseMs);
    type('новое');
    await vi.advanceTimersByTimeAsync(longestWaitMs);
    expect(saved).toEqual([{ base: 1, what: 'новое' }]);
  });

  test('flush after a failure tries again and resolves though it fails again', async () => {
    const { autosave, type, states, answers } = startVault();
    answers.push(full, full);
    type('а');
    await autosave.flush();
    await autosave.flush();
    expect(answers).toEqual([]);
    expect(states.at(-1)).toBe('failed');
  });

  test('a stale revision stops the queue until the user decides, then the newest text is saved', async () => {
    const { autosave, type, saved, states, answers } = startVault();
    answers.push(stale);
    type('моё');
    await vi.advanceTimersByTimeAsync(pauseMs);
    expect(states.at(-1)).toBe('conflict');
    type('моё дальше');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saved).toEqual([]);
    autosave.rebase(12);
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual([{ base: 12, what: 'моё дальше' }]);
  });

  test('after stop no timer saves', async () => {
    const { autosave, type, saved } = startVault();
    type('а');
    autosave.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saved).toEqual([]);
  });
});
