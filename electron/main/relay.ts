import { ipcMain } from 'electron';
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { isShellCall, isVaultCall } from '../../shared/ipc/callNames.ts';
import { AppError, heardReply } from '../../shared/ipc/reply.ts';
import type { Reply, SaidReply } from '../../shared/ipc/reply.ts';
import { givingBackMemory } from '../node/giveBackMemory.ts';
import type { Desk } from './desk.ts';
import { fieldOf } from './fieldOf.ts';
import { log } from './log.ts';
import { drawsPages } from './printPages.ts';
import { windowOrigin } from './protocol.ts';
import { runShellCall } from './shellCalls.ts';

const longestInput = 16 * 1024 * 1024;
/**
 * The files of the first screen leave twice as much behind in this process, and that is given back; what the calls of a
 * working day leave is less and stays: they only pass through.
 */
const worthGivingBack = 4 * 1024 * 1024;
const opening = new Set([
  'vault.create',
  'vault.openExample',
  'vault.unlock',
  'vault.unlockWithRecoveryKey',
  'vault.restoreBackup',
]);

/** Only the main frame of our own window, showing our own page, is heard. */
function isOurs(desk: Desk, event: IpcMainInvokeEvent | IpcMainEvent): boolean {
  const window = desk.window();
  const { senderFrame } = event;
  if (window === null || senderFrame === null || event.sender !== window.webContents) return false;
  if (senderFrame !== event.sender.mainFrame) return false;
  return senderFrame.url.startsWith(`${windowOrigin}/`);
}

function isTooLarge(input: unknown): boolean {
  try {
    return (JSON.stringify(input) ?? '').length > longestInput;
  } catch {
    // A cycle or a BigInt: no call of ours has one.
    return true;
  }
}

/** A page that is ours asks tens of times a second at most; one that is not any more shall not keep the vault busy. */
const callsAtOnce = 3000;
const callsPerMs = 1;

/** Counts calls: whether one more may come now. */
function callBudget(): () => boolean {
  let [left, countedAtMs] = [callsAtOnce, performance.now()];
  return () => {
    const nowMs = performance.now();
    left = Math.min(callsAtOnce, left + (nowMs - countedAtMs) * callsPerMs);
    countedAtMs = nowMs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

const failed = (code: AppError['code'], details: AppError['details'] = {}): Reply<never> => ({
  ok: false,
  code,
  details,
});

/** The hidden window that draws pages may read what it draws and say that it is ready: nothing else. */
function isForPages(event: IpcMainInvokeEvent, name: string): boolean {
  const { senderFrame } = event;
  if (senderFrame === null || senderFrame !== event.sender.mainFrame) return false;
  if (!senderFrame.url.startsWith(`${windowOrigin}/`) || !drawsPages(event.sender)) return false;
  return name === 'proposals.get' || name === 'papers.get' || name === 'shell.pagesReady';
}

/** Calls that a password of the vault went with. */
const byPassword = new Set(['vault.unlock', 'vault.restoreBackup']);

async function noteOpening(desk: Desk, name: string, reply: Reply<unknown>): Promise<void> {
  if (!reply.ok) return;
  desk.noteOpened();
  const vaultId = fieldOf(fieldOf(reply.value, 'vault'), 'id');
  if (!byPassword.has(name) || typeof vaultId !== 'string') return;
  const { notePasswordGiven } = await import('./rememberCalls.ts');
  notePasswordGiven(desk, vaultId);
}

/** Passes the window's calls on: to the vault unread, to the shell's own few after their schema. */
export function startRelay(desk: Desk, onReady: () => void): void {
  const mayCall = callBudget();
  const working = givingBackMemory(worthGivingBack);
  const answer = async (sender: WebContents, name: string, input: unknown): Promise<SaidReply<unknown>> => {
    if (isVaultCall(name)) {
      const reply = await desk.vault().relay(name, input);
      if (opening.has(name)) await noteOpening(desk, name, heardReply(reply));
      return reply;
    }
    if (!isShellCall(name)) return failed('unavailable');
    try {
      return { ok: true, value: await runShellCall(desk, name, input, sender) };
    } catch (error) {
      if (error instanceof AppError) return failed(error.code, error.details);
      log('shell.failure', { call: name, error: error instanceof Error ? error.name : typeof error });
      return failed('unexpected');
    }
  };
  ipcMain.handle(
    'kamerton:call',
    async (event, name: unknown, input: unknown): Promise<SaidReply<unknown>> => {
      if (typeof name !== 'string') return failed('unavailable');
      if (!isOurs(desk, event) && !isForPages(event, name)) return failed('unavailable');
      if (!mayCall()) return failed('unavailable');
      if (isTooLarge(input)) return failed('invalidInput');
      return working(() => answer(event.sender, name, input));
    },
  );
  ipcMain.on('kamerton:ready', (event) => {
    if (isOurs(desk, event)) onReady();
  });
}
