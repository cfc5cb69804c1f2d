import { textOfBlock } from '../../../shared/document/documentText.ts';
import { fieldValue } from '../../../shared/document/mergeFields.ts';
import { findAll } from '../../../shared/document/walk.ts';
import type { BlockText, FieldText, RedrawnBlock, WordFile } from '../../../shared/document/wordFile.ts';
import { proposalSession } from '../session.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Fields that say something else in a file than in the open proposal: they come in with the value that holds here. */
export function otherValues({ fieldTexts }: WordFile): readonly (FieldText & { readonly here: string })[] {
  const { values } = proposalSession.getState();
  return fieldTexts.flatMap(({ key, text }) => {
    const here = values ? fieldValue(values, key) : null;
    return here !== null && plain(here) !== plain(text) ? [{ key, text, here }] : [];
  });
}

/** Sentences of lines: a client changes one of a paragraph. A stop after a short word ends none («ул. Ленина»). */
const sentences = (lines: readonly string[]) =>
  lines.flatMap((line) => plain(line).split(/(?<=\p{L}{3}[.!?]) (?=\p{Lu})/u)).filter((part) => part !== '');

/** Sentences of a block that stand only in the file (`text`) or only in the open proposal (`here`); one may be empty. */
export type OtherBlock = { readonly type: RedrawnBlock; readonly text: string; readonly here: string };

/** What a block of ours says in the open proposal, or would say, if only the file has it; null outside of one. */
function linesHere(type: RedrawnBlock, file: WordFile): readonly string[] | null {
  const { proposal, context, values, root } = proposalSession.getState();
  if (!proposal || !context || !values || !root) return null;
  const node = findAll(root, type)[0] ?? findAll(file.root, type)[0];
  if (node === undefined) return null;
  const { language, validity } = proposal;
  return textOfBlock(node, root, { values, context, language, validity });
}

/** Blocks of ours that say something else in a file: they stay, or come in, with the text that holds here. */
export function otherBlocks(file: WordFile): readonly OtherBlock[] {
  return file.blockTexts.flatMap(({ type, lines }: BlockText) => {
    const drawn = linesHere(type, file);
    if (drawn === null) return [];
    const theirs = sentences(lines);
    const ours = sentences(drawn);
    const text = theirs.filter((part) => !ours.includes(part)).join(' / ');
    const here = ours.filter((part) => !theirs.includes(part)).join(' / ');
    return text === '' && here === '' ? [] : [{ type, text, here }];
  });
}
