import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { AppError } from '../../shared/ipc/reply.ts';
import { words } from './words.ts';

const allowed = new Set(['https:', 'mailto:', 'tel:']);

/**
 * Opens a link of a document in the system's program, after the user has seen where it leads. The only place that
 * hands an address to the system. Throws invalidInput for other schemes and cancelled when the user declines.
 */
export async function openLink(window: BrowserWindow, href: string): Promise<void> {
  let url: URL;
  try {
    url = new URL(href);
  } catch {
    throw new AppError('invalidInput', 'not an address', { field: 'href' });
  }
  if (!allowed.has(url.protocol)) throw new AppError('invalidInput', 'scheme not allowed', { field: 'href' });
  const say = words();
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say.linkTitle,
    detail: `${say.linkDetail}\n${url.href}`,
    buttons: [say.linkOpen, say.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) throw new AppError('cancelled', 'declined');
  await shell.openExternal(url.href);
}
