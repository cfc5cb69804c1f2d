import type { Editor } from '@tiptap/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import { call, notifyError } from '../../app/desk.ts';
import { fieldLabel } from '../fieldLabel.ts';
import { proposalSession } from '../session.ts';
import { insertWord } from './insertWord.ts';
import { otherBlocks, otherValues, type OtherBlock } from './otherWords.ts';
import { PriceChanges } from './PriceChanges.tsx';
import { problemWords } from './problemWords.ts';
import { WordDialog } from './WordDialog.tsx';
import { pricesAlone, priceTablesIn, rootWithPrices, wordPrices } from './wordPrices.ts';
import { endWordRequest, useWordRequest } from './wordRequest.ts';

const sentenceOf = ({ text, here }: OtherBlock) =>
  text === '' ? 'cutFromBlock' : here === '' ? 'addedToBlock' : 'otherBlock';

/** The Word file that waits to come into the open proposal. */
export function WordInsert({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation(['word', 'editor']);
  const { t: word } = useTranslation('word');
  const request = useWordRequest();
  // Read once for a file: nothing can be typed into the document while its dialog is open.
  const shown = useMemo(() => {
    if (request === null) return null;
    const { file, fileName } = request.chosen;
    const prices = wordPrices(
      file,
      priceTablesIn(editor).map(({ table }) => table),
    );
    // What becomes of price tables is said table by table.
    const losses = file.losses.filter(({ kind }) => kind !== 'priceTables');
    return { prices, chosen: { fileName, file: { ...file, root: rootWithPrices(file, prices), losses } } };
  }, [editor, request]);
  if (request === null || shown === null) return null;
  const { prices, chosen } = shown;
  const taken = prices.filter((each) => each.kind === 'taken');
  const hasChanges = taken.some(({ place, taken: { changes } }) => place === null || changes.length > 0);
  const take = (root: DocumentRoot) => {
    endWordRequest();
    // The vault does one call after the other: this one is done before the insertion's steps come to it.
    const { proposal } = proposalSession.getState();
    if (proposal)
      void call('proposals.keepRevision', { id: proposal.id, label: t('word:keptBefore') }).catch(
        notifyError,
      );
    insertWord(editor, root, { prices, at: request.at });
  };
  return (
    <WordDialog
      chosen={chosen}
      more={taken.length === 0 ? null : <PriceChanges all={taken} />}
      onClose={endWordRequest}
      others={[
        ...prices.flatMap((each) => (each.kind === 'plain' ? problemWords(each.problem, word) : [])),
        ...otherBlocks(request.chosen.file).map((block) =>
          t(`word:${sentenceOf(block)}`, {
            block: t(`editor:blocks.${block.type}`),
            text: block.text,
            here: block.here,
          }),
        ),
        ...otherValues(request.chosen.file).map(({ key, text, here }) =>
          t('word:otherValue', { field: fieldLabel(key), text, here }),
        ),
      ]}
      onTake={(root) => take(root)}
      part={hasChanges ? { take: t('word:prices.only'), onTake: () => take(pricesAlone(prices)) } : undefined}
      take={t('word:insert')}
    />
  );
}
