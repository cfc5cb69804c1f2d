import type { Language } from './language.ts';

/**
 * Fills the pattern of an outgoing number: `{year}` with four digits, `{counter}` with at least three
 * (`{year}-{counter}` → `2026-041`). The caller keeps the counter per year and never gives one twice.
 * GLOSSARY: номер КП.
 */
export function proposalNumber(pattern: string, year: number, counter: number): string {
  return pattern.replaceAll('{year}', String(year)).replaceAll('{counter}', String(counter).padStart(3, '0'));
}

/** Windows refuses these names whatever follows the dot. */
const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Also controls and marks of direction, which would make a name look like another. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*«»„“”'`]/gu;
/** With the longest number and an edition the name stays far below 255 bytes in UTF-8 and the 260 of old paths. */
const maxAccountChars = 50;
const maxReaderChars = 30;

/** Cuts by whole characters, so that no half of a surrogate pair is left. */
function cut(text: string, maxChars: number): string {
  return [...text].slice(0, maxChars).join('');
}

/** A text as a part of a file name that every system takes: no forbidden signs, no blanks, at most so many letters. */
export function filePart(text: string, maxChars: number): string {
  const clean = text.normalize('NFC').replace(forbidden, ' ').replace(/\s+/gu, ' ').trim();
  const joined = cut(clean, maxChars).replaceAll(' ', '_');
  // A trailing dot or space is dropped by Windows, which would then not find the file.
  return joined.replace(/^[._-]+|[._-]+$/g, '');
}

/**
 * The name of an exported file without a folder: `КП_2026-041_Ромашка.docx`, from the second edition on
 * `КП_2026-041_Ромашка_ред2.docx`; English `Proposal_2026-041_Romashka_rev2.docx`. Safe on Windows: no
 * forbidden character, no reserved name, no trailing dot, a bounded length. A reader's copy carries their last name:
 * `КП_2026-041_Ромашка_Иванов.docx`. GLOSSARY: имя файла.
 */
export function proposalFileName(input: {
  readonly language: Language;
  readonly number: string;
  readonly edition: number;
  readonly accountName: string;
  /** Whose copy it is; absent = the document for all. */
  readonly readerMark?: string;
}): string {
  const ru = input.language === 'ru';
  const edition = input.edition > 1 ? `${ru ? 'ред' : 'rev'}${input.edition}` : '';
  const account = filePart(input.accountName, maxAccountChars);
  const parts = [
    ru ? 'КП' : 'Proposal',
    filePart(input.number, 40),
    reservedNames.test(account) ? '' : account,
    filePart(input.readerMark ?? '', maxReaderChars),
    edition,
  ];
  return `${parts.filter((part) => part !== '').join('_')}.docx`;
}
