import type { errors as ru } from '../ru/errors.ts';
import type { SameKeys } from '../sameKeys.ts';

export const errors: SameKeys<typeof ru> = {
  locked: {
    title: 'The vault is locked',
    text: 'Unlock it with the password and try again. What was saved is safe.',
  },
  wrongPassword: {
    title: 'Wrong password',
    text: 'Check the keyboard layout and Caps Lock. Your data are untouched.',
  },
  wrongRecoveryKey: {
    title: 'Wrong recovery key',
    text: 'Compare it with the saved file or the printed sheet. Spaces and letter case do not matter.',
  },
  tooManyAttempts: {
    title: 'Too many attempts',
    text: 'Wait a little and try again. Your data are untouched.',
  },
  weakPassword: {
    title: 'The password is too weak',
    text: 'Use at least 12 characters and not a well-known password. A phrase of several words works well.',
  },
  vaultMissing: {
    title: 'The vault was not found',
    text: 'Its folder is not where it used to be. Put it back or restore the vault from a backup.',
  },
  vaultDamaged: {
    title: 'The vault file is damaged',
    text: 'It cannot be opened. Restore the vault from a backup: the damaged file will be kept beside it.',
  },
  vaultEmpty: {
    title: 'The vault file is empty',
    text: 'It holds no data: writing was probably interrupted. Restore the vault from a backup.',
  },
  vaultForeign: {
    title: 'This is not a Kamerton vault',
    text: 'The file in the vault’s place was made by another program. It was not changed. Restore the vault from a backup.',
  },
  vaultNewer: {
    title: 'The vault was made by a newer version',
    text: 'Update Kamerton and open the vault again. The file was not changed.',
  },
  vaultBusy: {
    title: 'The vault is in use',
    text: 'Another program holds it open. Close that program and try again.',
  },
  vaultHeaderDamaged: {
    title: 'The key file is damaged',
    text: 'The data are intact but cannot be unlocked. Restore the vault from a backup: it has a key file of its own.',
  },
  lastSavesMissing: {
    title: 'The latest saves are missing',
    text: 'The file is older than it was when you last worked. It looks as if an earlier copy has replaced it.',
  },
  rememberedExpired: {
    title: 'The time without a password is over',
    text: 'Enter the password. The data are safe.',
  },
  rememberedLost: {
    title: 'This computer no longer remembers the vault',
    text: 'What it remembered is damaged or removed. Enter the password: the data are safe.',
  },
  rememberNotKept: {
    title: 'The vault was not remembered',
    text: 'The system did not keep the key. Next time the password will be needed. The data are safe.',
  },
  keychainUnavailable: {
    title: 'The system keychain does not answer',
    text: 'Enter the password. The data are safe.',
  },
  keychainChanged: {
    title: 'The system keychain has changed',
    text: 'The key from the earlier one no longer works. Enter the password: the data are safe.',
  },
  diskFull: {
    title: 'The disk is full',
    text: 'Free some space and try again. What was saved earlier is safe.',
  },
  readOnlyFolder: {
    title: 'This folder cannot be written to',
    text: 'Choose another folder. The document is not lost.',
  },
  fileBusy: {
    title: 'The file is open in another program',
    text: 'Close it there or save under another name. The document is not lost.',
  },
  folderMissing: {
    title: 'The folder was not found',
    text: 'Choose another folder. The document is not lost.',
  },
  fileUnreadable: {
    title: 'The file cannot be read',
    text: 'Choose another file. PNG and JPEG pictures are accepted.',
  },
  lookUnreadable: {
    title: 'This is not a look',
    text: 'Choose a file saved by “Save to a file” on this page. Your look has not changed.',
  },
  libraryForeign: {
    title: 'This is not a library file',
    text: 'Choose a file saved with “Save to a file” in the library. Your arguments and templates have not changed.',
  },
  libraryNewer: {
    title: 'The file is newer than the program',
    text: 'The library was saved by a later version of Kamerton. Update the program and open the file again. Your arguments and templates have not changed.',
  },
  templateNewer: {
    title: 'The template is newer than the program',
    text: 'It was saved by a later version of Kamerton. Update the program or choose another template. The proposal and the library are unchanged.',
  },
  libraryUnreadable: {
    title: 'The library file is damaged',
    text: 'Some entries cannot be read, so nothing of the file was taken. Save it again where it was made. Your arguments and templates have not changed.',
  },
  attachmentTooLarge: {
    title: 'The file is over 100 MB',
    text: 'A dossier keeps files of up to 100 MB. Compress it, or leave it on the disk and note in the history where it lies. The dossier is unchanged.',
  },
  attachmentUnreadable: {
    title: 'The file cannot be read',
    text: 'Another program holds it, it is out of reach, or it is a folder. Close it there and add it again. The dossier is unchanged.',
  },
  attachmentMissing: {
    title: 'The content of the file is not in the vault',
    text: 'The record is still there, but the file itself was removed from the vault’s folder. All other files and the dossier are safe. If you have the file elsewhere, add it again.',
  },
  attachmentDamaged: {
    title: 'The file is damaged',
    text: 'Its content on the disk has changed and cannot be read. All other files and the dossier are safe. Add the file again, or take it from your own copy of the vault’s folder.',
  },
  vaultFolderChosen: {
    title: 'This is the vault’s folder',
    text: 'Only encrypted files lie there. Choose another folder. Nothing was written.',
  },
  standardForeign: {
    title: 'This is not a dossier standard',
    text: 'Choose a file saved with “Save to a file” on the page “Dossier standard”. Your standards have not changed.',
  },
  standardNewer: {
    title: 'The file is newer than the program',
    text: 'The standard was saved by a later version of Kamerton. Update the program and open the file again. Your standards have not changed.',
  },
  standardUnreadable: {
    title: 'The file of the standard is damaged',
    text: 'Some fields cannot be read, so nothing of the file was taken. Save it again where it was made. Your standards have not changed.',
  },
  accountCycle: {
    title: 'That would be a circle',
    text: 'This client itself stands above the chosen one: a branch cannot own its head company. Choose another client. Nothing has changed.',
  },
  wordDamaged: {
    title: 'The Word file is damaged',
    text: 'It breaks off or was put together wrongly. Open it in Word, save it anew and choose it again. The document is unchanged.',
  },
  wordForeign: {
    title: 'This is not a Word document',
    text: 'Choose a file that ends in .docx. The document is unchanged.',
  },
  wordProtected: {
    title: 'The file is protected by a password',
    text: 'Open it in Word, remove the password (File → Info → Protect Document) and choose it again. The document is unchanged.',
  },
  wordOld: {
    title: 'The file is in the old .doc format',
    text: 'Open it in Word, save it as .docx and choose it again. The document is unchanged.',
  },
  wordTooLarge: {
    title: 'The Word file is too large',
    text: 'Make its pictures smaller or divide it into parts. The document is unchanged.',
  },
  invalidInput: {
    title: 'Some values are not right',
    text: 'Check what you entered and try again. The changes are not saved yet.',
  },
  notFound: { title: 'The record was not found', text: 'It may have been deleted. Go back to the list.' },
  staleRevision: {
    title: 'The record has changed elsewhere',
    text: 'Open it again and repeat your edit. Nobody’s changes were overwritten.',
  },
  accountDeleted: {
    title: 'The client was deleted',
    text: 'The document is intact, but there are no new client data to use. Restore the client or choose another.',
  },
  noReaders: {
    title: 'No reader is chosen',
    text: 'Choose at least one person: the proposal is composed for its readers.',
  },
  proposalSent: {
    title: 'A sent proposal stays as it was sent',
    text: 'The client has it in this form. Make a new edition and change that one.',
  },
  validityPast: { title: 'The validity period has passed', text: 'Choose today or a later date.' },
  validityReversed: {
    title: 'The validity period ends before it starts',
    text: 'Swap the dates or correct one of them.',
  },
  documentInvalid: {
    title: 'The document cannot be read',
    text: 'It contains something this version does not know. Restore an earlier revision: it is kept.',
  },
  documentNewer: {
    title: 'The document was made by a newer version',
    text: 'Update Kamerton and open the document again. It was not changed.',
  },
  exportDiffers: {
    title: 'The file differs from the document',
    text: 'Do not send it. Save the file once more; if the difference stays, simplify the place named in the report.',
  },
  imageTooLarge: {
    title: 'The picture is too large',
    text: 'A PNG or JPEG of up to 2 MB will do. Make it smaller and choose it again.',
  },
  cardsUnreadable: {
    title: 'The cards cannot be read',
    text: 'vCard files (VCF) of versions 2.1, 3.0 and 4.0 will do, up to 20 MB and 5,000 cards. Nothing in the dossier has changed. Save the contacts anew in the telephone or mail program and try again.',
  },
  tableUnreadable: {
    title: 'The table cannot be read',
    text: 'Excel workbooks (XLSX) and text tables (CSV) will do. Save an old XLS file as XLSX in Excel. Nothing has changed.',
  },
  tableTooLarge: {
    title: 'The table is too large',
    text: 'A file may have up to 20 MB: 200,000 rows and 200 columns, a price list 50,000 rows. Split it and import the parts one by one. Nothing has changed.',
  },
  importGone: {
    title: 'The file is no longer open',
    text: 'Choose it again. Nothing has changed.',
  },
  specialDataOff: {
    title: 'Sensitive facts are off',
    text: 'The vault keeps no special categories of data. Turn them on in Settings, Personal data, or note the fact without the mark. The card has not changed.',
  },
  careMissing: {
    title: 'A sensitive fact lacks consent',
    text: 'Give its purpose, source, consent and day of review. The card has not changed.',
  },
  fileErased: {
    title: 'The file is erased',
    text: 'It was erased with the data of the person it was written for. That it was sent is still on record.',
  },
  articleTaken: {
    title: 'This article is taken',
    text: 'Another item of the price list has it. Correct the article or open that item. Nothing has changed.',
  },
  mergeWithItself: {
    title: 'This is one and the same record',
    text: 'Only two different records can be merged. Nothing has changed.',
  },
  mergeOfOthers: {
    title: 'These people belong to different clients',
    text: 'Only people of one client can be merged. If the client is entered twice, merge the clients first. Nothing has changed.',
  },
  mergeTooLong: {
    title: 'The text will not fit',
    text: 'Together the two texts are longer than the field holds. Keep one of them. Nothing has changed.',
  },
  cancelled: { title: 'Cancelled', text: 'Nothing has changed.' },
  unavailable: {
    title: 'Not available here',
    text: 'The system does not allow this action. Everything else works as before.',
  },
  unexpected: {
    title: 'Something went wrong',
    text: 'What was saved is safe. Try again; if it does not help, restart the program.',
  },
};
