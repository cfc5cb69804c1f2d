import { useTranslation } from 'react-i18next';
import type { BlockRow } from '../../../shared/domain/library.ts';
import { useFieldWords } from '../../app/fieldWords.ts';

const trades = ['industrial-supply', 'it-service', 'corporate-training', 'medical-supply'] as const;
type Trade = (typeof trades)[number];
const isTrade = (trade: string): trade is Trade => trades.some((known) => known === trade);

/** Trades that the program ships texts for. */
export const shippedTrades: readonly string[] = trades;

export type LibraryWords = {
  /** «в 3 КП, последнее — 12.10.2026». */
  used(row: Pick<BlockRow, 'usedCount' | 'lastUsedOn'>): string;
  /** A trade of the program by its name in this language, another as it is written. */
  trade(trade: string): string;
};

/** Sentences of the library that several of its parts say. */
export function useLibraryWords(): LibraryWords {
  const { t } = useTranslation('library');
  const { day } = useFieldWords();
  return {
    used: ({ usedCount, lastUsedOn }) => {
      if (usedCount === 0) return t('usedNever');
      const count = t('used', { count: usedCount });
      return lastUsedOn === null ? count : `${count}, ${t('usedLast', { day: day(lastUsedOn) })}`;
    },
    trade: (trade) => (trade === '' ? t('trade.none') : isTrade(trade) ? t(`trade.${trade}`) : trade),
  };
}
