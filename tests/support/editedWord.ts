import { packStored, packText, zipParts } from '../../electron/vault/docx/zip.ts';
import { plainWords } from '../../shared/document/printedFigure.ts';
import { unzip } from './docx.ts';

/** The same file with its document part changed, as after a save in Word. */
export function editedWord(bytes: Uint8Array, change: (xml: string) => string): Buffer {
  const parts = [...unzip(bytes)].map(([name, part]) =>
    name === 'word/document.xml' ? packText(name, change(part.toString('utf8'))) : packStored(name, part),
  );
  return Buffer.from(zipParts(parts));
}

/** A run that Word writes: with marks of revision, and language. */
export const typedRun = (text: string, look = ''): string =>
  `<w:r w:rsidR="00A1B2C3"><w:rPr>${look}<w:lang w:val="ru-RU"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

const author = 'w:id="901" w:author="Закупки" w:date="2026-11-25T10:00:00Z"';
/** Text typed while changes are tracked. */
export const insertedRun = (text: string): string => `<w:ins ${author}>${typedRun(text)}</w:ins>`;
/** Text taken out while changes are tracked. */
export const deletedRun = (text: string): string =>
  `<w:del ${author}>${typedRun(text).replaceAll('w:t ', 'w:delText ').replaceAll('w:t>', 'w:delText>')}</w:del>`;

const rowPattern = /<w:tr>(?:(?!<\/w:tr>).)*<\/w:tr>/gs;
const cellPattern = /<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>/gs;

/** Every row whose text holds `words`, through `change`; fails where there is none. */
export function changeRow(xml: string, words: string, change: (row: string) => string): string {
  let found = 0;
  const changed = xml.replaceAll(rowPattern, (row) => {
    if (!plainWords(row.replaceAll(/<[^>]*>/g, '')).includes(words)) return row;
    found += 1;
    return change(row);
  });
  if (found === 0) throw new Error(`No row of the file says «${words}»`);
  return changed;
}

/** A row with the content of its cell at `column` replaced by `runs`; its paragraph stays. */
export function withCell(row: string, column: number, runs: string): string {
  let at = -1;
  return row.replaceAll(cellPattern, (cell) => {
    at += 1;
    if (at !== column) return cell;
    return cell.replace(/(<w:p>(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?).*?<\/w:p>/s, `$1${runs}</w:p>`);
  });
}
