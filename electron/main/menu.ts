import { app, Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { WindowEventData } from '../../shared/ipc/events.ts';
import { words } from './words.ts';

type Command = WindowEventData<'menu.command'>['command'];

/** Sets the application menu in the interface's language. `send` reaches the window that is open now. */
export function setMenu(send: (command: Command) => void): void {
  const say = words();
  const mac = process.platform === 'darwin';
  // On Windows and Linux the page itself hears these keys, by their place on the keyboard and so in any layout; the
  // menu only shows them. On a Mac keys belong to the menu.
  const item = (command: Command, label: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: mac,
    click: () => send(command),
  });
  const undo: MenuItemConstructorOptions[] = mac
    ? [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
      ]
    : [item('undo', say.undo, 'Ctrl+Z'), item('redo', say.redo, 'Ctrl+Y')];
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu', label: app.name } satisfies MenuItemConstructorOptions] : []),
    {
      label: say.file,
      submenu: [
        item('search', say.search, 'CmdOrCtrl+K'),
        item('settings', say.settings, 'CmdOrCtrl+,'),
        { type: 'separator' },
        { label: say.lock, accelerator: 'CmdOrCtrl+Shift+L', click: () => send('lock') },
        ...(mac
          ? []
          : [
              { type: 'separator' } as const,
              { role: 'quit', label: say.quit, accelerator: 'Ctrl+Q' } as const,
            ]),
      ],
    },
    {
      label: say.edit,
      submenu: [
        ...undo,
        { type: 'separator' },
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'pasteAndMatchStyle', label: say.pastePlain },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: 'zoomIn', label: say.zoomIn },
        { role: 'zoomOut', label: say.zoomOut },
        { role: 'resetZoom', label: say.zoomReset },
        { role: 'togglefullscreen', label: say.fullScreen },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
