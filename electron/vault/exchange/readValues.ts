import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { type Cell, cellText } from './tableFile.ts';

/** Which sign parts the decimals of a column's numbers; `unknown` = nothing in it tells. */
export type DecimalMark = ',' | '.' | 'unknown';

const numberText = (cell: Cell | undefined): string =>
  cellText(cell)
    .toLowerCase()
    .replaceAll(/[\s\u00A0\u202F'’₽$€¥£%]|руб\.?|р\.|rub|usd|eur|cny|gbp/g, '')
    .replace('−', '-');

/** Looks through a column for numbers that can be read in one way only. */
export function decimalMarkOf(cells: readonly (Cell | undefined)[]): DecimalMark {
  let [commas, dots] = [0, 0];
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const text = numberText(cell);
    if (/,\d{1,2}$/.test(text) || /^\d{1,3}(\.\d{3})+,\d+$/.test(text) || /,\d{4,}$/.test(text)) commas += 1;
    else if (/\.\d{1,2}$/.test(text) || /^\d{1,3}(,\d{3})+\.\d+$/.test(text) || /\.\d{4,}$/.test(text))
      dots += 1;
    // Two groups of three can only be thousands.
    else if (/^\d{1,3}(,\d{3}){2,}$/.test(text)) dots += 1;
    else if (/^\d{1,3}(\.\d{3}){2,}$/.test(text)) commas += 1;
  }
  if (commas === dots) return 'unknown';
  return commas > dots ? ',' : '.';
}

/** A number that was read, or why it was not. */
export type ReadNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: 'notNumber' | 'ambiguous' };

/** Digits of a decimal as whole parts of `1 / 10^places`, half up; never through a double's rounding. */
function scaled(text: string, places: number): number | null {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (match === null || ((match[2] ?? '') === '' && (match[3] ?? '') === '')) return null;
  const fraction = (match[3] ?? '').padEnd(places + 1, '0');
  const whole = BigInt(`${match[2] ?? ''}${fraction.slice(0, places)}` || '0');
  const up = Number(fraction.charAt(places)) >= 5 ? 1n : 0n;
  const value = Number(whole + up);
  return match[1] === '-' ? -value : value;
}

/**
 * A number of a cell as whole parts of `1 / 10^places`: `1 234,56`, `1,234.56`, `12 500 руб.`. «12,500» in a column
 * that does not tell its decimal sign may be two numbers: it is not read.
 */
export function readScaled(cell: Cell | undefined, places: number, mark: DecimalMark): ReadNumber {
  if (typeof cell === 'number') {
    // Fifteen digits are what a workbook keeps: beyond them is noise of the double.
    const value = Number.isFinite(cell) ? scaled(Number(cell.toPrecision(15)).toFixed(10), places) : null;
    return value === null ? { ok: false, reason: 'notNumber' } : { ok: true, value };
  }
  let text = numberText(cell);
  const signs = text.replaceAll(/[^.,]/g, '');
  if (signs.length === 1 && mark === 'unknown' && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text))
    return { ok: false, reason: 'ambiguous' };
  const last = signs.at(-1);
  const decimal =
    mark !== 'unknown' ? mark : signs.length > 1 && new Set(signs).size === 1 ? null : (last ?? null);
  if (decimal === null) text = text.replaceAll(/[.,]/g, '');
  else text = text.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.');
  const value = scaled(text, places);
  return value === null ? { ok: false, reason: 'notNumber' } : { ok: true, value };
}

/** A day of a cell: a date of the workbook, `23.11.2026`, `23.11.26`, `2026-11-23`; null = it is no day. */
export function readDayCell(cell: Cell | undefined): CalendarDate | null {
  const text = cellText(cell);
  const russian = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})(?:\s*г\.?)?$/.exec(text);
  const iso = russian
    ? `${(russian[3] ?? '').padStart(4, '20')}-${(russian[2] ?? '').padStart(2, '0')}-${(russian[1] ?? '').padStart(2, '0')}`
    : text.slice(0, 10);
  const day = CalendarDate.safeParse(iso);
  return day.success ? day.data : null;
}

/** Whether a row is a sum and no item: «Итого», «Всего», “Total”. */
export function isTotalRow(cells: readonly Cell[]): boolean {
  return cells.some((cell) =>
    /^(итого|всего|общий итог|total|subtotal|grand total)(?=[\s:.,]|$)/i.test(cellText(cell)),
  );
}
