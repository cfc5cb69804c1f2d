import type { HeadingLevel } from '../../../shared/document/nodes.ts';
import { xmlHead } from './xml.ts';
import { wordNamespaces } from './namespaces.ts';

/** Word knows nine levels (ECMA-376 §17.9.3); deeper lists stay on the ninth and go on indenting. */
export const deepestLevel = 8;
/** Indent per level in twips, and the hanging of its mark. */
export const listStepTwips = 425;

/** All bullet lists are one list to Word: bullets need no restart. */
export const bulletNumId = 1;
const bulletAbstractId = 0;
const headingAbstractId = 1;
const firstOrderedId = 2;
/** The list that numbers headings; the styles of headings point at it, so its number is the same in every file. */
export const headingNumId = 2;

/** An ordered list that counts by itself; lists nested in it at once share its numbers («1.», «1.1.»). */
export type OrderedList = {
  readonly baseLevel: number;
  readonly start: number;
  /** How many lists of the same base it stands inside of, as in a table in an item. */
  readonly inside: number;
};

/**
 * The definition an ordered list points at: one per level it may begin on, so that labels name its own levels only,
 * and another for a list inside a list, for Word lets lists of one definition count on together (ECMA-376 §17.9.15).
 */
function orderedAbstractId({ baseLevel, inside }: Pick<OrderedList, 'baseLevel' | 'inside'>): number {
  return firstOrderedId + inside * levels.length + baseLevel;
}

/** Left indent in twips of the text at a level counted from 0; unlimited. */
export function listIndent(depth: number): number {
  return listStepTwips * (depth + 1);
}

const levels = Array.from({ length: deepestLevel + 1 }, (_, level) => level);

/** Room for a mark of several numbers («1.1.1.»): it reaches further to the left, the text stays where it is. */
function listHanging(numbers: number): number {
  return listStepTwips + Math.max(numbers - 2, 0) * 170;
}

function levelXml(level: number, format: string, label: string, hanging = listStepTwips): string {
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/>` +
    `<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${listIndent(level)}" w:hanging="${hanging}"/></w:pPr></w:lvl>`
  );
}

const bulletMarks = ['•', '–', '◦'];

/** The mark of a bullet list's level: from the text font, for the Symbol font's marks turn into boxes without it. */
export function bulletMark(level: number): string {
  return bulletMarks[level % bulletMarks.length] ?? '•';
}

function bulletLevel(level: number): string {
  return levelXml(level, 'bullet', bulletMark(level));
}

function orderedLevel(baseLevel: number, level: number): string {
  const first = Math.min(baseLevel, level);
  const label = levels
    .slice(first, level + 1)
    .map((each) => `%${each + 1}.`)
    .join('');
  return levelXml(level, 'decimal', label, listHanging(level - first + 1));
}

function abstractXml(id: number, level: (level: number) => string): string {
  // nsid and tmpl keep Word from merging our lists with those of a document they are pasted into.
  const stamp = (0x4b414d00 + id).toString(16).toUpperCase();
  return (
    `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="${stamp}"/><w:multiLevelType w:val="multilevel"/>` +
    `<w:tmpl w:val="${stamp}"/>${levels.map(level).join('')}</w:abstractNum>`
  );
}

/** The heading style that a level of the list of headings is linked with; null below the third heading. */
function headingStyle(firstHeading: HeadingLevel, level: number): string | null {
  const heading = firstHeading + level;
  return heading > 3 ? null : `<w:pStyle w:val="Heading${heading}"/>`;
}

/** «1.», «1.1», «1.1.1» with a space after: what follows stands as it would without a number, centred too. */
function headingLevelXml(firstHeading: HeadingLevel, level: number): string {
  const label = levels
    .slice(0, level + 1)
    .map((each) => `%${each + 1}`)
    .join('.');
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${headingStyle(firstHeading, level) ?? ''}` +
    `<w:suff w:val="space"/><w:lvlText w:val="${label}${level === 0 ? '.' : ''}"/><w:lvlJc w:val="left"/>` +
    '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
  );
}

/**
 * `word/numbering.xml` for the lists of a document, in the order they were met. `firstHeading` = the level of headings
 * that are numbered «1.»; null = headings without numbers.
 */
export function numberingXml(lists: readonly OrderedList[], firstHeading: HeadingLevel | null): string {
  let xml = `${xmlHead}<w:numbering ${wordNamespaces}>${abstractXml(bulletAbstractId, bulletLevel)}`;
  const definitions = new Map(lists.map((list) => [orderedAbstractId(list), list.baseLevel]));
  for (const [id, baseLevel] of definitions)
    xml += abstractXml(id, (level) => orderedLevel(baseLevel, level));
  if (firstHeading !== null)
    xml += abstractXml(headingAbstractId, (level) => headingLevelXml(firstHeading, level));
  xml += `<w:num w:numId="${bulletNumId}"><w:abstractNumId w:val="${bulletAbstractId}"/></w:num>`;
  if (firstHeading !== null)
    xml += `<w:num w:numId="${headingNumId}"><w:abstractNumId w:val="${headingAbstractId}"/></w:num>`;
  let numId = headingNumId;
  for (const list of lists) {
    numId += 1;
    // The override is what makes a new list begin anew: lists of one definition share their counters in Word.
    xml +=
      `<w:num w:numId="${numId}"><w:abstractNumId w:val="${orderedAbstractId(list)}"/><w:lvlOverride w:ilvl="${list.baseLevel}">` +
      `<w:startOverride w:val="${list.start}"/></w:lvlOverride></w:num>`;
  }
  return `${xml}</w:numbering>`;
}
