import { app } from 'electron';
import type { BrowserWindow, WebContents } from 'electron';
import type { OutputOf, ParsedInputOf, ShellCall } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { setMenu } from './menu.ts';
import { openLink } from './openLink.ts';
import { settlePages } from './printPages.ts';
import { preferences, savePreferences, systemLanguage } from './preferences.ts';
import { words } from './words.ts';

type ShellHandlers = {
  readonly [Name in ShellCall]: (
    desk: Desk,
    input: ParsedInputOf<Name>,
    sender: WebContents,
  ) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

/** The window of a call that shows something native over it. */
export function windowOf(desk: Desk): BrowserWindow {
  const window = desk.window();
  if (window === null || window.isDestroyed()) throw new AppError('unavailable', 'no window');
  return window;
}

function runtime(): string {
  const electron = process.versions['electron'] ?? '';
  return `Electron ${electron} · Chromium ${process.versions['chrome'] ?? ''}`;
}

// Files and dialogs are loaded when first asked for: the first paint needs none of them.
const files = () => import('./fileCalls.ts');
const pages = () => import('./pageCalls.ts');
const looks = () => import('./lookCalls.ts');
const word = () => import('./wordCalls.ts');
const exchange = () => import('./exchangeCalls.ts');
const attachments = () => import('./attachmentCalls.ts');
const remember = () => import('./rememberCalls.ts');
const libraries = () => import('./libraryCalls.ts');

const shellHandlers: ShellHandlers = {
  'shell.preferences': () => ({
    preferences: preferences(),
    systemLanguage: systemLanguage(),
    runtime: runtime(),
    version: app.getVersion(),
  }),
  'shell.savePreferences': (desk, { preferences: changed }) => {
    try {
      savePreferences(changed);
    } catch {
      throw new AppError('readOnlyFolder', 'preferences cannot be written');
    }
    desk.window()?.setTitle(words().title);
    setMenu((command) => desk.send('menu.command', { command }));
    desk.send('preferences.changed', {});
    return {};
  },
  'shell.lock': async (desk) => {
    if (desk.isOpen() && !desk.isStopping()) (await remember()).noteLockedByHand(desk);
    // Not awaited: this window ends before it could hear the answer.
    void desk.lockFlushed();
    return {};
  },
  'shell.remembered': async (desk) => (await remember()).readRemembered(desk),
  'shell.keepRemembered': async (desk) => (await remember()).keepRemembered(desk),
  'shell.openRemembered': async (desk, { vaultId }) => (await remember()).openRemembered(desk, vaultId),
  'shell.forgetRemembered': async (desk, { vaultId }) => (await remember()).forgetRemembered(desk, vaultId),
  'shell.exportProposalDocx': async (desk, input) => (await pages()).exportProposalDocx(desk, input),
  'shell.exportProposalFaces': async (desk, { id }) => (await pages()).exportProposalFaces(desk, id),
  'shell.exportFacePages': async (desk, { id }) => (await pages()).exportFacePages(desk, id),
  'shell.saveSentCopy': async (desk, { id }) => (await files()).saveSentCopy(desk, id),
  'shell.exportProposalPdf': async (desk, input) => (await pages()).exportProposalPdf(desk, input),
  'shell.exportProposalEmail': async (desk, { id }) => (await pages()).exportProposalEmail(desk, id),
  'shell.exportFile': async (desk, input) => (await exchange()).exportFile(desk, input),
  'shell.openCards': async (desk, input) => (await exchange()).openCards(desk, input),
  'shell.addFiles': async (desk, { place }) => (await attachments()).addFiles(desk, place),
  'shell.exportVault': async (desk, wish) => (await attachments()).exportVault(desk, wish),
  'shell.saveAttachment': async (desk, { id }) => (await attachments()).saveAttachment(desk, id),
  'shell.saveAttachments': async (desk, { ids }) => (await attachments()).saveAttachments(desk, ids),
  'shell.exportPaper': async (desk, input) => (await pages()).exportPaper(desk, input),
  'shell.exportPersonData': async (desk, input) =>
    (await import('./privacyCalls.ts')).exportPersonData(desk, input),
  'shell.savePicture': async (desk, input) => (await import('./privacyCalls.ts')).savePicture(desk, input),
  'shell.pagesReady': async (_desk, answer, sender) => ({ pages: await settlePages(sender, answer) }),
  'shell.saveLook': async (desk, { look }) => (await looks()).saveLook(desk, look),
  'shell.openLook': async (desk) => (await looks()).openLook(desk),
  'shell.openWordFile': async (desk) => (await word()).openWordFile(desk),
  'shell.exportLibrary': async (desk, { refs }) => (await libraries()).exportLibrary(desk, refs),
  'shell.openLibrary': async (desk) => (await libraries()).openLibrary(desk),
  'shell.exportStandards': async (desk, { ids }) => (await libraries()).exportStandards(desk, ids),
  'shell.openStandards': async (desk) => (await libraries()).openStandards(desk),
  'shell.openPriceTable': async (desk) => (await import('./tableCalls.ts')).openPriceTable(desk),
  'shell.openDossierTable': async (desk, input) =>
    (await import('./tableCalls.ts')).openDossierTable(desk, input),
  'shell.showLastExport': async () => (await files()).showLastExport(),
  'shell.openLastExport': async () => (await files()).openLastExport(),
  'shell.chooseIllustration': async (desk) => (await files()).chooseIllustration(desk),
  'shell.choosePicture': async (desk) => (await files()).choosePicture(desk),
  'shell.saveRecoverySheet': async (desk, { text }) => (await files()).saveRecoverySheet(desk, text),
  'shell.printWindow': (desk) =>
    new Promise((resolve) => {
      windowOf(desk).webContents.print({ silent: false, printBackground: true }, () => resolve({}));
    }),
  'shell.openLink': async (desk, { href }) => {
    await openLink(windowOf(desk), href);
    return {};
  },
};

const withoutInput = new Set<ShellCall>([
  'shell.preferences',
  'shell.lock',
  'shell.remembered',
  'shell.keepRemembered',
  'shell.showLastExport',
  'shell.openLastExport',
]);

/** Checks the input and answers. Throws AppError. */
export async function runShellCall(
  desk: Desk,
  name: ShellCall,
  raw: unknown,
  sender: WebContents,
): Promise<unknown> {
  // Each handler takes what its own schema parsed; the index by name hides that from the compiler.
  const handler = shellHandlers[name] as (desk: Desk, input: unknown, sender: WebContents) => unknown;
  if (withoutInput.has(name)) return handler(desk, {}, sender);
  // Loaded late: the schemas weigh more than the rest of the shell together.
  const { shellContract } = await import('../../shared/ipc/contract.ts');
  const parsed = shellContract[name].input.safeParse(raw);
  if (!parsed.success) throw new AppError('invalidInput', 'the input does not parse');
  return handler(desk, parsed.data, sender);
}
