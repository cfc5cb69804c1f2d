import { AppError } from '../../../../shared/ipc/reply.ts';
import { DocumentRoot } from '../../../../shared/document/nodes.ts';
import type { WordFile } from '../../../../shared/document/wordFile.ts';
import { countLosses, type LossCount } from './losses.ts';
import { openWordFile, type Relationship, type WordPackage } from './openWordFile.ts';
import { readBlocks } from './readBlocks.ts';
import { plainText, readInline } from './readInline.ts';
import { placePrintedPrices } from './printedPrices.ts';
import type { Reading } from './reading.ts';
import { readNumbering } from './wordNumbering.ts';
import { readWordStyles } from './wordStyles.ts';
import { attribute, child, descendants, elementsOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** Texts of notes by id: their paragraphs in lines; the lines that part them from the text are not among them. */
function readNotes(kind: 'footnote' | 'endnote', reading: Reading): ReadonlyMap<string, string> {
  const { file } = reading;
  const path = file.partOf(`${kind}s`);
  const notes = new Map<string, string>();
  if (path === null) return notes;
  const inside = { ...reading, relationships: file.relationships(path), fields: [] };
  for (const note of elementsOf(file.xml(path))) {
    const type = attribute(note, 'w:type');
    if (note.name !== `w:${kind}` || (type !== null && type !== 'normal')) continue;
    const lines = elementsOf(note)
      .filter(({ name }) => name === 'w:p')
      .map((paragraph) => plainText(readInline(paragraph, reading.styles.paragraph(null), inside)));
    const text = lines.join('\n');
    // A note begins with the space after its number: ours with exactly one.
    notes.set(attribute(note, 'w:id') ?? '', reading.own ? text.replace(/^ /, '') : text.trim());
  }
  return notes;
}

/** Whether a program has kept the controls of a file and dropped their tags, as LibreOffice does. */
function lostTags(body: XmlElement | null): boolean {
  const controls = descendants(body, 'w:sdtPr');
  return controls.length > 0 && controls.every((properties) => child(properties, 'w:tag') === null);
}

/** What lies beside the text and is not taken. */
function countAside(file: WordPackage, own: boolean, losses: LossCount): void {
  const comments = file.partOf('comments');
  if (comments !== null) {
    const count = elementsOf(file.xml(comments)).filter(({ name }) => name === 'w:comment').length;
    if (count > 0) losses.note('comments', count);
  }
  if (own) return;
  const known: Relationship[] = [...file.relationships(file.document).values()];
  const edges = known.filter(({ type, external }) => (type === 'header' || type === 'footer') && !external);
  const said = edges.filter(({ target }) => textOf(file.xml(target)).trim() !== '');
  if (said.length > 0) losses.note('headers', said.length);
  const sections = descendants(file.xml(file.document), 'w:sectPr');
  const turned = (section: XmlElement) =>
    attribute(child(section, 'w:pgSz'), 'w:orient') === 'landscape' ||
    (numberOf(attribute(child(section, 'w:cols'), 'w:num')) ?? 1) > 1;
  if (sections.some(turned)) losses.noteOnce('pageSetup');
}

/**
 * Reads the bytes of a Word file as a document of ours: headings, lists, tables, pictures, marks, links, footnotes,
 * merge fields; from a file of our own also quotations, callouts, columns and the blocks drawn from the dossier. What
 * cannot be kept is counted, never dropped silently.
 *
 * Throws AppError wordDamaged, wordForeign, wordProtected, wordOld or wordTooLarge.
 */
export function readWordFile(bytes: Uint8Array): WordFile {
  const file = openWordFile(bytes);
  const partRoot = (kind: string) => {
    const path = file.partOf(kind);
    return path === null ? null : file.xml(path);
  };
  const styles = readWordStyles(partRoot('styles'));
  const losses = countLosses();
  const reading: Reading = {
    file,
    styles,
    numbering: readNumbering(partRoot('numbering')),
    losses,
    own: styles.own,
    relationships: file.relationships(file.document),
    footnotes: new Map(),
    endnotes: new Map(),
    fields: [],
    headingNumIds: new Set(),
    fieldTexts: [],
    blockTexts: [],
    priceTables: [],
    blocks: readBlocks,
  };
  const noted = {
    ...reading,
    footnotes: readNotes('footnote', reading),
    endnotes: readNotes('endnote', reading),
  };
  const body = child(file.xml(file.document), 'w:body');
  const content = readBlocks(elementsOf(body), 0, noted);
  countAside(file, styles.own, losses);
  if (styles.own && lostTags(body)) losses.noteOnce('ownTags');
  const checked = DocumentRoot.safeParse({
    type: 'doc',
    ...(styles.numberedHeadings ? { attrs: { headingNumbers: true } } : {}),
    content,
  });
  // Every node is made to the model's measure; a file that gets past it must not get into a document.
  if (!checked.success) throw new AppError('wordDamaged', 'it does not fit the document model');
  return {
    root: checked.data,
    losses: losses.list(),
    fieldTexts: reading.fieldTexts,
    blockTexts: reading.blockTexts,
    priceTables: placePrintedPrices(content, reading),
  };
}
