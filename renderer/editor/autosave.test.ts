import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProposalDocument } from '../../shared/document/nodes.ts';
import type { ProposalHeader } from '../../shared/domain/proposal.ts';
import {
  appendAfterMs,
  calmMs,
  createAutosave,
  foldAfterMs,
  longestUnfoldedMs,
  pauseMs,
  retryMs,
} from './autosave.ts';
import type { SaveReply, SaveState, TypedSteps } from './autosave.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

const documentOf = (text: string): ProposalDocument => ({
  schemaVersion: 1,
  root: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
// The queue hands headers on without looking inside.
const header = { title: 'КП' } as ProposalHeader;

/** One step that says what was typed. */
const stepOf = (text: string): TypedSteps => ({
  steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text }] } }],
  size: text.length + 2,
});
const typedIn = ({ steps }: TypedSteps): string =>
  steps.map((step) => (step.stepType === 'replace' ? (step.slice?.content[0]?.text ?? '') : '')).join('+');

const refused: SaveReply = { ok: false, code: 'documentInvalid', details: {} };
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
  let newest = '';
  let folds = 0;
  const autosave = createAutosave(startRevision, {
    appendSteps: (base, typed) => answer(base, typedIn(typed)),
    foldSteps: async () => {
      folds += 1;
      return true;
    },
    saveDocument: (base, document) => answer(base, `whole: ${textOf(document)}`),
    saveHeader: (base) => answer(base, 'header'),
    onState: ({ phase }) => states.push(phase),
  });
  return {
    autosave,
    answers,
    saved,
    states,
    folds: () => folds,
    type: (text: string) => {
      newest += text;
      autosave.documentChanged(stepOf(text), () => documentOf(newest));
    },
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
  test('a step goes out a moment after the key, together with those typed meanwhile', async () => {
    const { type, saved } = startVault();
    type('а');
    await vi.advanceTimersByTimeAsync(appendAfterMs - 1);
    type('б');
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual([{ base: 1, what: 'а+б' }]);
  });

  test('typing without a pause does not put a save off', async () => {
    const { type, saved } = startVault();
    for (let typed = 0; typed < 10; typed += 1) {
      type(`${typed}`);
      await vi.advanceTimersByTimeAsync(appendAfterMs / 2);
    }
    expect(saved.length).toBeGreaterThan(3);
  });

  test('says «saved» only after the vault has answered, and once the keys rest', async () => {
    const { type, states, holdAnswers, release } = startVault();
    holdAnswers();
    type('а');
    await vi.advanceTimersByTimeAsync(appendAfterMs + calmMs * 2);
    expect(states).toEqual(['pending', 'saving']);
    release();
    await vi.advanceTimersByTimeAsync(calmMs - 1);
    expect(states).toEqual(['pending', 'saving']);
    await vi.advanceTimersByTimeAsync(1);
    expect(states).toEqual(['pending', 'saving', 'saved']);
  });

  test('what is typed during a save is saved next, upon the new revision', async () => {
    const { type, saved, states, holdAnswers, release } = startVault(7);
    holdAnswers();
    type('первое');
    await vi.advanceTimersByTimeAsync(appendAfterMs);
    type('второе');
    release();
    await vi.advanceTimersByTimeAsync(calmMs + appendAfterMs);
    expect(saved).toEqual([
      { base: 7, what: 'первое' },
      { base: 8, what: 'второе' },
    ]);
    expect(states.filter((phase) => phase === 'saved')).toHaveLength(1);
  });

  test('text and header go one after the other upon the same revision', async () => {
    const { autosave, type, saved } = startVault();
    type('текст');
    autosave.headerChanged(header);
    await autosave.flush();
    expect(saved).toEqual([
      { base: 1, what: 'header' },
      { base: 2, what: 'текст' },
    ]);
  });

  test('a header waits for a pause in its typing', async () => {
    const { autosave, saved } = startVault();
    autosave.headerChanged(header);
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    autosave.headerChanged(header);
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual([{ base: 1, what: 'header' }]);
  });

  test('the journal is folded in a pause, once, and not without need', async () => {
    const { type, folds } = startVault();
    type('а');
    await vi.advanceTimersByTimeAsync(foldAfterMs / 2);
    type('б');
    await vi.advanceTimersByTimeAsync(foldAfterMs);
    expect(folds()).toBe(0);
    await vi.advanceTimersByTimeAsync(foldAfterMs);
    expect(folds()).toBe(1);
    await vi.advanceTimersByTimeAsync(longestUnfoldedMs);
    expect(folds()).toBe(1);
  });

  test('hours of typing without a pause are folded all the same', async () => {
    const { type, folds } = startVault();
    for (let past = 0; past < longestUnfoldedMs * 2.5; past += foldAfterMs / 2) {
      type('а');
      await vi.advanceTimersByTimeAsync(foldAfterMs / 2);
    }
    expect(folds()).toBe(2);
  });

  test('flush saves and folds now, and resolves when nothing is left', async () => {
    const { autosave, type, saved, folds, states } = startVault();
    type('сразу');
    await autosave.flush();
    expect(saved).toEqual([{ base: 1, what: 'сразу' }]);
    expect(folds()).toBe(1);
    expect(states.at(-1)).toBe('saved');
    await autosave.flush();
    expect(saved).toHaveLength(1);
    expect(folds()).toBe(1);
  });

  test('a failure keeps the text and sends the very same steps again by itself', async () => {
    const { type, saved, states, answers } = startVault();
    answers.push(full, full);
    type('не пропадёт');
    await vi.advanceTimersByTimeAsync(appendAfterMs);
    expect(states.at(-1)).toBe('failed');
    type('и это');
    await vi.advanceTimersByTimeAsync(retryMs[0]);
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(retryMs[1] + calmMs);
    expect(saved).toEqual([
      { base: 1, what: 'не пропадёт' },
      { base: 2, what: 'и это' },
    ]);
    expect(states.at(-1)).toBe('saved');
  });

  test('steps that the vault does not understand are replaced by the whole text', async () => {
    const { type, saved, answers } = startVault();
    answers.push(refused);
    type('раз');
    await vi.advanceTimersByTimeAsync(appendAfterMs);
    type('два');
    await vi.advanceTimersByTimeAsync(appendAfterMs);
    expect(saved).toEqual([
      { base: 1, what: 'whole: раз' },
      { base: 2, what: 'два' },
    ]);
  });

  test('a change of very many steps is saved whole, so that it is never there by half', async () => {
    const { autosave, saved } = startVault();
    const steps = Array.from({ length: 501 }, () => stepOf('а').steps).flat();
    autosave.documentChanged({ steps, size: 1 }, () => documentOf('замены'));
    await autosave.flush();
    expect(saved).toEqual([{ base: 1, what: 'whole: замены' }]);
  });

  test('a document that the model does not know is said to be unsaved', async () => {
    const { autosave, states, answers } = startVault();
    answers.push(refused);
    autosave.documentChanged(stepOf('а'), () => {
      throw new Error('an unknown node');
    });
    await autosave.flush();
    expect(states.at(-1)).toBe('failed');
  });

  test('flush after a failure tries again and resolves though it fails again', async () => {
    const { autosave, type, states, answers } = startVault();
    answers.push(full, full);
    type('а');
    await autosave.flush();
    expect(answers).toHaveLength(1);
    await autosave.flush();
    expect(answers).toEqual([]);
    expect(states.at(-1)).toBe('failed');
  });

  test('a stale revision stops the queue until the user decides, then the newest text is saved whole', async () => {
    const { autosave, type, saved, states, answers } = startVault();
    answers.push(stale);
    type('моё');
    await vi.advanceTimersByTimeAsync(appendAfterMs);
    expect(states.at(-1)).toBe('conflict');
    type(' дальше');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saved).toEqual([]);
    autosave.rebase(12);
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual([{ base: 12, what: 'whole: моё дальше' }]);
  });

  test('after stop no timer saves', async () => {
    const { autosave, type, saved } = startVault();
    type('а');
    autosave.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saved).toEqual([]);
  });
});
