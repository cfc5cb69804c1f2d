import type { ProposalDocument } from '../../shared/document/nodes.ts';
import type { DocumentStep } from '../../shared/document/steps.ts';
import type { ProposalHeader } from '../../shared/domain/proposal.ts';
import type { ErrorCode, ErrorDetails } from '../../shared/ipc/reply.ts';

/** How the last change stands, said in words beside the title. */
export type SaveState =
  | { readonly phase: 'saved'; readonly atMs: number }
  | { readonly phase: 'pending' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly phase: 'conflict' };

/** What a save can come back with; failures are values, so that a retry is a decision and not an accident. */
export type SaveReply =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails };

/** Steps in their order, with the size of the document after them: the vault's must come out the same. */
export type TypedSteps = { readonly steps: readonly DocumentStep[]; readonly size: number };

export type AutosaveDoor = {
  /** Writes down what was typed; the document is written whole by `foldSteps`, later. */
  appendSteps(baseRevision: number, typed: TypedSteps): Promise<SaveReply>;
  /** Answers whether it was done. What was typed is safe either way. */
  foldSteps(): Promise<boolean>;
  /** Throws when the editor holds what the model does not know. */
  saveDocument(baseRevision: number, document: ProposalDocument): Promise<SaveReply>;
  saveHeader(baseRevision: number, header: ProposalHeader): Promise<SaveReply>;
  onState(state: SaveState): void;
};

export type Autosave = {
  /** The document changed by these steps; `take` gives it whole, should the steps not be enough. */
  documentChanged(typed: TypedSteps, take: () => ProposalDocument): void;
  headerChanged(header: ProposalHeader): void;
  /** Saves what is pending now and folds it in. Resolves when nothing is pending or the save failed. */
  flush(): Promise<void>;
  /** Takes up a newer revision after a conflict, with our text on top of it. */
  rebase(revision: number): void;
  /** Stops the timers; what is pending stays unsaved unless `flush` was awaited before. */
  stop(): void;
};

/** From a key press to its step being sent. */
export const appendAfterMs = 80;
/** Of the header: a pause in typing, and the longest wait while typing goes on. */
export const pauseMs = 300;
export const longestWaitMs = 1000;
/** «Saved» is said when the keys have rested for so long: it would flicker between two letters. */
export const calmMs = 300;
/** The journal is folded into the document in a pause, and now and then while typing goes on. */
export const foldAfterMs = 3000;
export const longestUnfoldedMs = 60_000;
/** Between attempts after a failure. */
export const retryMs = [1000, 2000, 5000, 10_000] as const;
/** A change of more steps is saved as the whole document, so that none of it is there without the rest. */
const mostSteps = 500;

/** Steps that do not fit what the vault holds; the whole document will. */
const stepsRefused: readonly ErrorCode[] = ['documentInvalid', 'invalidInput'];

/**
 * One queue for the text and the header, since both move the same revision. What is typed goes out as steps; the
 * whole document only when steps cannot say it. «Saved» is said only after the vault's answer. After a failure the
 * change stays pending and is tried again; a stale revision stops the queue until the user decides.
 */
export function createAutosave(startRevision: number, door: AutosaveDoor): Autosave {
  let revision = startRevision;
  let steps: DocumentStep[] = [];
  let size = 0;
  /** Sent and not acknowledged: sent again as it was, for the vault may have written it. */
  let unanswered: TypedSteps | null = null;
  let takeWhole: (() => ProposalDocument) | null = null;
  let savesWhole = false;
  let header: ProposalHeader | null = null;
  let headerChangedAtMs: number | null = null;
  let unfoldedSinceMs: number | null = null;
  let running: Promise<void> | null = null;
  let attempts = 0;
  let saving = false;
  let conflicted = false;
  let stopped = false;
  const timers = new Map<'steps' | 'header' | 'retry' | 'calm' | 'fold', ReturnType<typeof setTimeout>>();

  const isPending = () => steps.length > 0 || unanswered !== null || savesWhole || header !== null;

  function clear(...names: Parameters<typeof timers.get>[0][]) {
    for (const name of names) {
      clearTimeout(timers.get(name));
      timers.delete(name);
    }
  }

  function after(delayMs: number, name: Parameters<typeof timers.get>[0], work: () => void) {
    clear(name);
    if (!stopped)
      timers.set(
        name,
        setTimeout(() => (timers.delete(name), work()), Math.max(0, delayMs)),
      );
  }

  const saveSoon = (delayMs: number, name: 'steps' | 'header' | 'retry') =>
    after(delayMs, name, () => void save().then(sayCalmly));

  function noteChange() {
    clear('calm');
    if (!saving && !conflicted) door.onState({ phase: 'pending' });
  }

  async function saveWhole(take: () => ProposalDocument): Promise<SaveReply> {
    let document: ProposalDocument;
    try {
      document = take();
    } catch {
      return { ok: false, code: 'documentInvalid', details: {} };
    }
    // All steps up to now are in the document; those that come while it is on its way are not.
    steps = [];
    unanswered = null;
    savesWhole = false;
    const reply = await door.saveDocument(revision, document);
    if (!reply.ok) savesWhole = true;
    else if (!isPending()) unfoldedSinceMs = null;
    return reply;
  }

  async function saveSteps(): Promise<SaveReply> {
    if (unanswered === null) {
      unanswered = { steps, size };
      steps = [];
    }
    const reply = await door.appendSteps(revision, unanswered);
    if (reply.ok) {
      unanswered = null;
      unfoldedSinceMs ??= Date.now();
    } else if (reply.code === 'staleRevision') savesWhole = true;
    else if (stepsRefused.includes(reply.code)) {
      savesWhole = true;
      return saveOnce();
    }
    return reply;
  }

  async function saveOnce(): Promise<SaveReply> {
    if (header !== null) {
      const taken = header;
      header = null;
      headerChangedAtMs = null;
      const reply = await door.saveHeader(revision, taken);
      if (!reply.ok) header ??= taken;
      return reply;
    }
    if (steps.length > mostSteps) savesWhole = true;
    return savesWhole && takeWhole !== null ? saveWhole(takeWhole) : saveSteps();
  }

  async function run() {
    saving = true;
    door.onState({ phase: 'saving' });
    while (isPending()) {
      const reply = await saveOnce();
      if (!reply.ok) {
        conflicted = reply.code === 'staleRevision';
        door.onState(
          conflicted ? { phase: 'conflict' } : { phase: 'failed', code: reply.code, details: reply.details },
        );
        if (!conflicted) saveSoon(retryMs[Math.min(attempts, retryMs.length - 1)] ?? 10_000, 'retry');
        attempts += 1;
        return;
      }
      attempts = 0;
      revision = reply.revision;
    }
  }

  const isSaved = () => !isPending() && !conflicted && attempts === 0;

  function saySaved() {
    clear('calm');
    if (isSaved()) door.onState({ phase: 'saved', atMs: Date.now() });
  }

  function sayCalmly() {
    if (isSaved()) after(calmMs, 'calm', saySaved);
  }

  async function save(): Promise<void> {
    clear('steps', 'header', 'retry');
    if (running) {
      await running;
      if (isPending() && attempts === 0 && !conflicted) await save();
      return;
    }
    if (!isPending() || conflicted) return;
    running = run().finally(() => {
      saving = false;
      running = null;
      foldLater();
    });
    await running;
  }

  function foldLater() {
    if (unfoldedSinceMs === null) return;
    after(Math.min(foldAfterMs, unfoldedSinceMs + longestUnfoldedMs - Date.now()), 'fold', () => void fold());
  }

  /** The answer to what is typed meanwhile waits for the fold: both are the vault's one thread of work. */
  async function fold(): Promise<void> {
    clear('fold');
    if (running) await running;
    if (running || conflicted || unfoldedSinceMs === null) return;
    const since = unfoldedSinceMs;
    unfoldedSinceMs = null;
    running = door
      .foldSteps()
      .then((folded) => {
        if (!folded) unfoldedSinceMs ??= since;
      })
      .finally(() => {
        running = null;
        if (isPending() && attempts === 0) saveSoon(0, 'steps');
      });
    await running;
  }

  return {
    documentChanged(typed, take) {
      steps.push(...typed.steps);
      size = typed.size;
      takeWhole = take;
      noteChange();
      if (conflicted) return;
      // From the first step on: the next one must not put it off.
      if (!timers.has('steps') && !timers.has('retry')) saveSoon(appendAfterMs, 'steps');
    },
    headerChanged(next) {
      header = next;
      noteChange();
      if (conflicted) return;
      headerChangedAtMs ??= Date.now();
      saveSoon(Math.min(pauseMs, headerChangedAtMs + longestWaitMs - Date.now()), 'header');
    },
    async flush() {
      await save();
      await fold();
      // What was typed while the journal was folded.
      if (attempts === 0) await save();
      saySaved();
    },
    rebase(next) {
      revision = next;
      conflicted = false;
      attempts = 0;
      if (isPending()) void save().then(saySaved);
    },
    stop() {
      stopped = true;
      clear('steps', 'header', 'retry', 'calm', 'fold');
    },
  };
}
