/** A piece of a line of contacts; `whole` = a telephone, a mailbox or a site, read and typed off as one. */
export type ContactPiece = { readonly text: string; readonly whole: boolean };

/** What stands between the pieces of a line of contacts. */
export const contactSeparator = ', ';

const isWhole = (piece: string) =>
  /^\S+[.@]\S+$/.test(piece) || /^(?:\D{1,5}\s)?[+(\d][\d\s()+-]+$/.test(piece);

/** The pieces of a line of the letterhead, in order. */
export function contactPieces(line: string): ContactPiece[] {
  return line.split(contactSeparator).map((text) => ({ text, whole: isWhole(text) }));
}

/**
 * A line of the letterhead as a Word file holds it: no spaces or hyphens inside of telephones, mailboxes and sites at
 * which a line could break. On the page and in the PDF the style sheet does the same to plain signs.
 */
export function unbrokenContacts(line: string): string {
  return contactPieces(line)
    .map(({ text, whole }) => (whole ? text.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011') : text))
    .join(contactSeparator);
}
