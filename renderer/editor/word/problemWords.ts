import type { TFunction } from 'i18next';
import type { ReturnedProblem } from '../../../shared/document/readReturnedPrices.ts';

/** More of a cell's text says no more about it. */
const longest = 60;
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Why a price table comes in as a plain one, as a sentence. */
export function problemWords(problem: ReturnedProblem, t: TFunction<'word'>): string {
  const column = 'column' in problem ? t(`prices.column.${problem.column}`) : '';
  const text = 'text' in problem ? short(problem.text) : '';
  const row = 'row' in problem ? short(problem.row) : '';
  const reason = problem.reason === 'unreadable' && text === '' ? 'noFigure' : problem.reason;
  return t('prices.plain', { why: t(`prices.why.${reason}`, { column, row, text }) });
}
