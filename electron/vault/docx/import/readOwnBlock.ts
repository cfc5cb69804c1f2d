import type { BlockNode } from '../../../../shared/document/nodes.ts';
import type { RedrawnBlock } from '../../../../shared/document/wordFile.ts';
import type { OwnTag } from '../ownControl.ts';
import { quoteIndentTwips } from '../styles.ts';
import { countLosses } from './losses.ts';
import { readContents } from './readContents.ts';
import { plainText, readInline } from './readInline.ts';
import type { Reading } from './reading.ts';
import { child, descendants, elementsOf, valueOf, type XmlElement } from './xmlTree.ts';

const filled = (blocks: BlockNode[]): BlockNode[] => (blocks.length === 0 ? [{ type: 'paragraph' }] : blocks);

/** The cells of the first row of the table that a frame is drawn with. */
function frameCells(content: readonly XmlElement[]): readonly XmlElement[] {
  const table = content.find(({ name }) => name === 'w:tbl');
  const row = elementsOf(table ?? null).find(({ name }) => name === 'w:tr');
  return elementsOf(row ?? null).filter(({ name }) => name === 'w:tc');
}

const titleStyles = new Set(['BlockTitle', 'AttentionTitle']);

function readCallout(tag: OwnTag, content: readonly XmlElement[], reading: Reading): BlockNode | null {
  const [cell] = frameCells(content);
  if (cell === undefined) return null;
  const inside = elementsOf(cell).filter(({ name }) => name !== 'w:tcPr');
  const [first] = inside;
  const style = valueOf(child(first ?? null, 'w:pPr'), 'w:pStyle');
  const hasTitle = first !== undefined && style !== null && titleStyles.has(style);
  const title = hasTitle ? plainText(readInline(first, reading.styles.paragraph(style), reading)) : null;
  const blocks = reading.blocks(hasTitle ? inside.slice(1) : inside, 0, reading);
  return {
    type: 'callout',
    attrs: {
      tone: tag.variant === 'attention' ? 'attention' : 'info',
      title: title === null ? null : title.slice(0, 200),
    },
    content: filled(blocks),
  };
}

function readColumns(content: readonly XmlElement[], reading: Reading): BlockNode | null {
  const cells = frameCells(content);
  if (cells.length !== 2) return null;
  return {
    type: 'columns',
    content: cells.map((cell) => ({
      type: 'column',
      content: filled(reading.blocks(elementsOf(cell), 0, reading)),
    })),
  };
}

/** Keeps what the file says where a block of ours is drawn anew: the words may be the client's by now. */
function noteWords(type: RedrawnBlock, content: readonly XmlElement[], reading: Reading): void {
  // Nothing of it is taken, so that nothing is lost or kept on the way either.
  const inside = { ...reading, losses: countLosses(), fieldTexts: [] };
  const lines = descendants({ name: '', attributes: new Map(), children: content }, 'w:p')
    .map((paragraph) => plainText(readInline(paragraph, reading.styles.paragraph(null), inside)))
    .filter((line) => line.trim() !== '');
  reading.blockTexts.push({ type, lines });
}

/**
 * A block of our own from the control our writer put it in; null where only what it prints can be taken. Blocks that
 * are drawn from the dossier come back as themselves; figures and people are not in a tag, and come back as printed.
 */
export function readOwnBlock(
  tag: OwnTag,
  content: readonly XmlElement[],
  reading: Reading,
): BlockNode | null {
  switch (tag.type) {
    case 'letterhead':
    case 'addressee':
    case 'signature':
      noteWords(tag.type, content, reading);
      return { type: tag.type };
    case 'validity':
      noteWords(tag.type, content, reading);
      return {
        type: 'validity',
        attrs: { offerKind: tag.variant === 'offer' ? 'offer' : 'information' },
      };
    case 'blockquote': {
      const blocks = reading.blocks(content, tag.indentTwips + quoteIndentTwips, reading);
      return { type: 'blockquote', content: filled(blocks) };
    }
    case 'callout':
      return readCallout(tag, content, reading);
    case 'columns':
      return readColumns(content, reading);
    case 'tableOfContents':
      return readContents(content);
    default:
      if (descendants({ name: '', attributes: new Map(), children: content }, 'w:tbl').length > 0)
        reading.losses.note('ownBlocks');
      return null;
  }
}
