// The floor of every start-up: Electron with one window and one empty page.
import { app, BrowserWindow } from 'electron';
import { join } from 'node:path';

if (process.env.BENCH_USER_DATA) app.setPath('userData', process.env.BENCH_USER_DATA);
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.webContents.once('did-finish-load', () => process.stdout.write('BENCH did-finish-load\n'));
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
