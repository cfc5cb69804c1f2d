import type { search as ru } from '../ru/search.ts';
import type { SameKeys } from '../sameKeys.ts';

export const search: SameKeys<typeof ru> = {
  label: 'Search and actions',
  placeholder: 'Client, person, tender, proposal or action',
  found: 'Found',
  actions: 'Actions',
  nothing: 'Nothing found. Try part of a name or a tax number.',
  nothingInShowMode: 'While show mode is on, only the client on the screen is searched.',
  go: 'Go to {{place}}',
  quickEntry: 'Write an event down in one line',
  quickEntryOf: 'Write down: {{line}}',
  newClient: 'New client',
  insertWord: 'Insert from a Word file',
  versions: 'Versions of the proposal',
  showModeOn: 'Turn show mode on',
  showModeOff: 'Turn show mode off',
  lock: 'Lock the vault',
  light: 'Light appearance',
  dark: 'Dark appearance',
  language: 'Переключить на русский',
  settings: 'Settings: {{page}}',
};
