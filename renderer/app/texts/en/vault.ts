import type { vault as ru } from '../ru/vault.ts';
import type { SameKeys } from '../sameKeys.ts';

export const vault: SameKeys<typeof ru> = {
  back: 'Back',
  choose: {
    ended: 'The vault closed by itself. Everything saved is safe: open it again.',
    title: 'Kamerton',
    lead: 'Dossiers on key clients, and proposals tuned to the people who read them. Everything stays on this computer, encrypted.',
    savedOn: 'Saved on {{day}}',
    create: 'Create a vault',
    createText: 'Only you know the password',
    example: 'Look at an example',
    exampleText: 'Ten invented clients; change whatever you like',
    exampleOpening: 'Preparing the example…',
    otherLanguage: 'Русский',
  },
  create: {
    title: 'New vault',
    lead: 'It will hold your dossiers, tenders and proposals.',
    name: 'Name',
    nameHint: 'Shown on the unlock screen without a password',
    defaultName: 'Key clients',
    ifForgotten:
      'Without the password nobody can open the vault, and neither can we. In case you forget it, the next step gives you a recovery key: keep it away from this computer.',
    submit: 'Create the vault',
  },
  password: {
    new: 'Password',
    repeat: 'Password again',
    show: 'Show the password',
    hide: 'Hide the password',
    differs: 'The passwords differ',
    advice: 'At least 12 characters. A phrase of four or five words is best',
    tooShort_one: '{{count}} more character',
    tooShort_other: '{{count}} more characters',
    strength: {
      guessable: 'Easy to guess: characters repeat or run in order',
      weak: 'Weak: add a word',
      fair: 'Fair: one more word makes it good',
      good: 'Good',
      strong: 'Strong',
    },
  },
  recovery: {
    title: 'Recovery key',
    text: 'It opens the vault if the password is forgotten. It is shown once. Save it to a file on another medium, or print it and put it where you keep important papers.',
    keyLabel: 'Recovery key',
    saveFile: 'Save to a file',
    fileSaved: 'Saved to a file',
    print: 'Print',
    kept: 'The key is in a safe place',
    enter: 'Open the vault',
    sheetTitle: 'Kamerton. Recovery key of the vault “{{name}}”',
    sheetText: 'On the unlock screen press “Forgot the password”, enter the key and set a new password.',
    sheetKeep:
      'Keep this sheet away from the computer. Whoever has the key and the vault file can read everything.',
  },
  unlock: {
    field: 'Vault password',
    submit: 'Open',
    other: 'Another vault',
    forgotten: 'Forgot the password',
    again: 'Try again',
    ended: 'The vault closed by itself. Everything saved is safe: enter the password to go on.',
    wait_one: 'Next attempt in {{count}} second',
    wait_other: 'Next attempt in {{count}} seconds',
  },
  remember: {
    label: 'Remember on this computer',
    until:
      'Until {{day}} no password will be needed here. The system keeps the key: other programs under your user account can use it, and so can anybody who sits down at the computer while you are signed in.',
    open: 'Open without a password',
    remembered: 'This computer is remembered until {{day}}',
    ended: 'The vault closed by itself. Everything saved is safe.',
    lockedByHand:
      'You locked the vault yourself, so the password is needed now. After that it opens without one again.',
    byPassword: 'Enter the password',
  },
  forgotten: {
    title: 'New password by key',
    lead: 'Enter the recovery key of the vault “{{name}}” and set a new password. The data stay as they are.',
    key: 'Recovery key',
    newPassword: 'New password',
    noKey:
      'Without the key, too, the vault cannot be opened. Look for the file or the printed sheet made when it was created.',
    submit: 'Change the password and open',
  },
  restore: {
    open: 'Restore from a backup',
    title: 'Restore from a backup',
    lead: 'Choose a backup of the vault “{{name}}”. The present file is not lost: it stays beside it under another name.',
    files:
      'Files of dossiers are not in a backup: they lie in the vault’s folder, and those that are still there come back.',
    none: 'There are no backups of the vault “{{name}}” on this computer. If you have one elsewhere, put the vault’s folder back and try again.',
    list: 'Backups by date',
    passwordHint: 'The one in use when the backup was made',
    submit: 'Restore and open',
  },
};
