import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef } from 'react';
import { AccountDraft } from '../../../shared/domain/account.ts';
import type { Account } from '../../../shared/domain/account.ts';
import { onWindowEvent } from '../../app/call.ts';
import { call, deskErrorOf, invalidate, notifyError } from '../../app/desk.ts';
import { translate } from '../../app/i18n.ts';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { useWindowKeys } from '../../ui/useWindowKeys.ts';

/** The reads that show a client and are out of date after a change of it. */
export const accountReads = [
  'accounts.overview',
  'accounts.list',
  'accounts.fieldNotes',
  'accounts.family',
  'accounts.dependence',
  'standards.list',
  'standards.ownFields',
  'today.list',
  'plans.view',
] as const;

/** Changes a client: given the account as shown, returns what to store. */
export type AccountChange = (draft: AccountDraft) => AccountDraft;

/** What an edit is called when it is taken back, and whether it brings back what stood there before. */
export type EditOptions = { readonly what?: string; readonly putsBack?: boolean };

// Saves of one window go one after another, each on what the one before has stored: the screen may still show the
// record before it, and building on that would silently undo the earlier change.
let queue: Promise<unknown> = Promise.resolve();
const lastSaved = new Map<string, { readonly revision: number; readonly draft: AccountDraft }>();

// What was saved in place, the latest last, as long as the window lives.
type Edit = { readonly before: AccountDraft; readonly after: AccountDraft; readonly what: string };
const edits = new Map<string, readonly Edit[]>();
const mostEdits = 50;

const same = (one: AccountDraft, other: AccountDraft): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Stands an edit in line: each is made on what the one before has stored. */
function inLine(run: () => Promise<void>): Promise<void> {
  const result = queue.then(run, run);
  queue = result.catch(() => undefined);
  return result;
}

/** The record to build on: as this window stored it last, where the screen does not show that yet. */
function baseOf(account: Account): { readonly revision: number; readonly draft: AccountDraft } {
  const own = lastSaved.get(account.id);
  return own !== undefined && own.revision > account.revision
    ? own
    : { revision: account.revision, draft: AccountDraft.parse(account) };
}

/** Stores the draft over its base. A refusal is said here and thrown on. */
async function store(
  { id }: Account,
  baseRevision: number,
  draft: AccountDraft,
  putsBack: boolean,
): Promise<void> {
  try {
    const { revision } = await call('accounts.save', { id, baseRevision, draft, putsBack });
    lastSaved.set(id, { revision, draft });
  } catch (thrown) {
    const error = deskErrorOf(thrown);
    if (error.code === 'staleRevision') {
      lastSaved.delete(id);
      notifications.show({
        title: translate('dossier:conflict.title'),
        message: translate('dossier:conflict.text'),
        color: 'red',
        autoClose: 12_000,
      });
      await invalidate('accounts.overview');
    } else {
      notifyError(error);
    }
    throw error;
  }
  await invalidate(...accountReads);
}

/**
 * Saves one change of a client against the revision on screen. Where another save came first it says so, asks for the
 * new record and rejects, so that the field keeps what was typed.
 */
export function useAccountEdit(
  account: Account,
): (change: AccountChange, options?: EditOptions) => Promise<void> {
  return useCallback(
    (change, { what = '', putsBack = false } = {}) =>
      inLine(async () => {
        const base = baseOf(account);
        const draft = change(base.draft);
        await store(account, base.revision, draft, putsBack);
        // As the vault keeps it: what comes back from there is compared with it.
        const made = { before: base.draft, after: AccountDraft.parse(draft), what };
        edits.set(account.id, [...(edits.get(account.id) ?? []), made].slice(-mostEdits));
      }),
    [account],
  );
}

/** Takes the last edit of a client back, and says which; nothing where none was made in this window. */
function undoEdit(account: Account): Promise<void> {
  return inLine(async () => {
    const made = edits.get(account.id) ?? [];
    const last = made.at(-1);
    if (last === undefined) return;
    const base = baseOf(account);
    if (!same(AccountDraft.parse(base.draft), last.after)) {
      edits.delete(account.id);
      notifyDone(translate('dossier:undo.overtaken'));
      return;
    }
    await store(account, base.revision, last.before, true);
    edits.set(account.id, made.slice(0, -1));
    notifyDone(
      last.what === ''
        ? translate('dossier:undo.edit')
        : translate('dossier:undo.field', { what: last.what }),
    );
  });
}

/** Ctrl+Z and «Отменить» of the menu take back what was edited in place; in a field they belong to what is typed. */
export function useAccountUndo(account: Account): void {
  const undo = (): void => {
    const { activeElement } = document;
    const isTyping =
      activeElement instanceof HTMLElement &&
      activeElement.closest('input, textarea, [contenteditable]') !== null;
    if (isTyping || document.querySelector('[role="dialog"]') !== null) return;
    // A refusal has been said.
    undoEdit(account).catch(() => undefined);
  };
  useWindowKeys((event) => {
    const asks = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || event.repeat || !asks || event.code !== 'KeyZ') return;
    undo();
  });
  const latest = useRef(undo);
  useEffect(() => {
    latest.current = undo;
  });
  useEffect(
    () =>
      onWindowEvent('menu.command', ({ command }) => {
        if (command === 'undo') latest.current();
      }),
    [],
  );
}
