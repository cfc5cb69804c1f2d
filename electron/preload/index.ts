import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { isShellCall, isVaultCall } from '../../shared/ipc/callNames.ts';
import type { WindowEvent } from '../../shared/ipc/events.ts';

const events: readonly string[] = [
  'menu.command',
  'vault.ended',
  'vault.locking',
  'preferences.changed',
  'assistance.changed',
  'job.progress',
] satisfies WindowEvent[];

// Asked before the page's script is even parsed: the first screen waits for nothing else.
let firstStatus: Promise<unknown> | null =
  location.pathname === '/index.html' ? ipcRenderer.invoke('kamerton:call', 'vault.status', {}) : null;

function send(name: string, input: unknown): Promise<unknown> {
  const asked = name === 'vault.status' ? firstStatus : null;
  firstStatus = null;
  return asked ?? ipcRenderer.invoke('kamerton:call', name, input);
}

// Typed for the window in shared/ipc/windowApi.ts; never hands out ipcRenderer or a channel's name.
contextBridge.exposeInMainWorld('kamerton', {
  call: (name: string, input: unknown): Promise<unknown> =>
    isVaultCall(name) || isShellCall(name)
      ? send(name, input)
      : Promise.resolve({ ok: false, code: 'unavailable', details: {} }),
  on(name: string, listener: (data: unknown) => void): () => void {
    if (!events.includes(name)) throw new Error('No such event');
    const hear = (_event: unknown, heard: unknown, data: unknown): void => {
      if (heard === name) listener(data);
    };
    ipcRenderer.on('kamerton:event', hear);
    return () => void ipcRenderer.off('kamerton:event', hear);
  },
  ready: () => ipcRenderer.send('kamerton:ready'),
  giveBackMemory: () => webFrame.clearCache(),
});
