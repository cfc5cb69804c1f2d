import type { ProposalDocument } from '../../shared/document/nodes.ts';
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

export type AutosaveDoor = {
  saveDocument(baseRevision: number, document: ProposalDocument): Promise<SaveReply>;
  saveHeader(baseRevision: number, header: ProposalHeader): Promise<SaveReply>;
  onState(state: SaveState): void;
  onRevision(revision: number): void;
};

export type Autosave = {
  /** The document changed; `take` is called when it is about to be saved. */
  documentChanged(take: () => ProposalDocument): void;
  headerChanged(header: ProposalHeader): void;
  /** Saves what is pending now. Resolves when nothing is pending or the save failed. */
  flush(): Promise<void>;
  /** Takes up a newer revision after a conflict, with our text on top of it. */
  rebase(revision: number): void;
  /** Stops the timers; what is pending stays unsaved unless `flush` was awaited before. */
  stop(): void;
};

/** Waits: a pause in typing, the longest wait while typing goes on, and between attempts after a failure. */
export const pauseMs = 300;
export const longestWaitMs = 1000;
export const retryMs = [1000, 2000, 5000, 10_000] as const;

/**
 * One queue for the document and its header, since both move the same revision. «Saved» is said only after the
 * vault's answer. After a failure the change stays pending and is tried again; a stale revision stops the queue
 * until the user decides.
 */
export function createAutosave(startRevision: number, door: AutosaveDoor): Autosave {
  let revision = startRevision;
  let document: (() => ProposalDocument) | null = null;
  let header: ProposalHeader | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChangeAtMs: number | null = null;
  let running: Promise<void> | null = null;
  let attempts = 0;
  let conflicted = false;
  let stopped = false;

  const isPending = () => document !== null || header !== null;

  function schedule(delayMs: number) {
    clearTimeout(timer);
    if (!stopped && !conflicted) timer = setTimeout(() => void flush(), delayMs);
  }

  function changed() {
    firstChangeAtMs ??= Date.now();
    if (conflicted) return;
    if (running === null) door.onState({ phase: 'pending' });
    schedule(Math.max(0, Math.min(pauseMs, firstChangeAtMs + longestWaitMs - Date.now())));
  }

  async function saveOnce(): Promise<SaveReply> {
    if (header !== null) {
      const taken = header;
      header = null;
      const reply = await door.saveHeader(revision, taken);
      if (!reply.ok) header ??= taken;
      return reply;
    }
    const take = document;
    document = null;
    if (take === null) return { ok: true, revision };
    const reply = await door.saveDocument(revision, take());
    if (!reply.ok) document ??= take;
    return reply;
  }

  async function run() {
    door.onState({ phase: 'saving' });
    while (isPending()) {
      firstChangeAtMs = null;
      const reply = await saveOnce();
      if (!reply.ok) {
        conflicted = reply.code === 'staleRevision';
        door.onState(
          conflicted ? { phase: 'conflict' } : { phase: 'failed', code: reply.code, details: reply.details },
        );
        if (!conflicted) schedule(retryMs[Math.min(attempts, retryMs.length - 1)] ?? 10_000);
        attempts += 1;
        return;
      }
      attempts = 0;
      revision = reply.revision;
      door.onRevision(revision);
    }
    door.onState({ phase: 'saved', atMs: Date.now() });
  }

  async function flush() {
    clearTimeout(timer);
    if (running) {
      await running;
      if (isPending() && attempts === 0 && !conflicted) await flush();
      return;
    }
    if (!isPending() || conflicted) return;
    running = run().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    documentChanged(take) {
      document = take;
      changed();
    },
    headerChanged(next) {
      header = next;
      changed();
    },
    flush,
    rebase(next) {
      revision = next;
      conflicted = false;
      attempts = 0;
      if (isPending()) void flush();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
