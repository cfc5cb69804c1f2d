/**
 * Every expected failure of the program, as one union. The window turns a code into a sentence of the
 * interface's language (`renderer/app/texts`, namespace `errors`); no code travels without a sentence there.
 */
export const errorCodes = [
  // the vault
  'locked',
  'wrongPassword',
  'wrongRecoveryKey',
  'tooManyAttempts',
  'weakPassword',
  'vaultMissing',
  'vaultDamaged',
  'vaultEmpty',
  'vaultForeign',
  'vaultNewer',
  'vaultBusy',
  'vaultHeaderDamaged',
  'lastSavesMissing',
  'rememberedExpired',
  'rememberedLost',
  'rememberNotKept',
  'keychainUnavailable',
  'keychainChanged',
  // the disk
  'diskFull',
  'readOnlyFolder',
  'fileBusy',
  'folderMissing',
  'fileUnreadable',
  'lookUnreadable',
  'libraryForeign',
  'libraryNewer',
  'libraryUnreadable',
  'attachmentTooLarge',
  'attachmentUnreadable',
  'attachmentMissing',
  'attachmentDamaged',
  'vaultFolderChosen',
  'standardForeign',
  'standardNewer',
  'standardUnreadable',
  'wordDamaged',
  'wordForeign',
  'wordProtected',
  'wordOld',
  'wordTooLarge',
  // the data
  'invalidInput',
  'notFound',
  'staleRevision',
  'accountDeleted',
  'accountCycle',
  'noReaders',
  'proposalSent',
  'validityPast',
  'validityReversed',
  'documentInvalid',
  'documentNewer',
  'templateNewer',
  'exportDiffers',
  'imageTooLarge',
  'tableUnreadable',
  'cardsUnreadable',
  'tableTooLarge',
  'importGone',
  'specialDataOff',
  'careMissing',
  'fileErased',
  'articleTaken',
  'mergeWithItself',
  'mergeOfOthers',
  'mergeTooLong',
  // everything else
  'cancelled',
  'unavailable',
  'unexpected',
] as const;

/** A code of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** Words that fill a sentence's gaps: counts, dates, field names; never confidential content. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An expected failure: its code picks the sentence, `details` fill it. `message` is for maintainers only. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** What every call answers. Electron keeps only the text of a thrown error, so failures travel as values. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails };

/**
 * A reply on its way to the window: JSON, or itself where it carries bytes. A text is passed on by three processes and
 * two worlds as it is; of a list of rows, each of them would copy every field.
 */
export type SaidReply<Value> = string | Reply<Value>;

/** The reply that was said. */
export function heardReply<Value>(said: SaidReply<Value>): Reply<Value> {
  // Written by our own vault process from a reply of this type.
  return typeof said === 'string' ? (JSON.parse(said) as Reply<Value>) : said;
}

/** Ends a switch over a union: a new member fails to compile here until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled member of a union: ${JSON.stringify(value)}`);
}
