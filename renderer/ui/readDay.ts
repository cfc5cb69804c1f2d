const pad = (value: number) => String(value).padStart(2, '0');

function isReal(year: number, month: number, date: number): boolean {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// Whole names in the cases of a date and the usual short ones: a stem would take «декан» for December.
const russianMonths =
  /^(?:(янв(?:ар[ья])?)|(фев(?:р(?:ал[ья])?)?)|(мар(?:та?)?)|(апр(?:ел[ья])?)|(ма[йя])|(июн[ья]?)|(июл[ья]?)|(авг(?:уста?)?)|(сент?(?:ябр[ья])?)|(окт(?:ябр[ья])?)|(ноя(?:б(?:р[ья])?)?)|(дек(?:абр[ья])?))$/;

/** The number of a month by its name, Russian or English; 0 = it is none. */
function monthOf(name: string): number {
  const said = name.toLowerCase();
  const [, ...russian] = russianMonths.exec(said) ?? [];
  const at = russian.findIndex((found) => found !== undefined);
  return (at < 0 ? months.indexOf(said.slice(0, 3)) : at) + 1;
}

/**
 * Reads a day as people type it: `23.11.2026`, `23.11.26`, `23.11` (this year), `23/11/2026`, `2026-11-23`,
 * `23 ноября 2026 г.`, `23 Nov` (this year), `Nov 23, 2026`. `centuryOf` says which century a year of two
 * digits is of; the present one where it is not given. Returns `YYYY-MM-DD`, or null where it is not a day.
 */
export function readDay(
  text: string,
  thisYear: number,
  centuryOf: (twoDigits: number) => number = () => 2000,
): string | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const local = /^(\d{1,2})[./\-\s](\d{1,2})(?:[./\-\s](\d{2}|\d{4}))?\.?$/.exec(typed);
  const words = /^(\d{1,2})\s+([a-zа-яё]{3,})\.?(?:,?\s+(\d{2}|\d{4}))?(?:\s*г(?:\.|ода)?)?$/i.exec(typed);
  const monthFirst = /^([a-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(typed);
  const yearOf = (said: string | undefined): number => {
    const year = said === undefined ? thisYear : Number(said);
    return year < 100 ? centuryOf(year) + year : year;
  };
  let parts: [number, number, number] | null = null;
  if (iso !== null) parts = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  else if (local !== null) parts = [yearOf(local[3]), Number(local[2]), Number(local[1])];
  else if (words !== null) parts = [yearOf(words[3]), monthOf(words[2] ?? ''), Number(words[1])];
  else if (monthFirst !== null)
    parts = [yearOf(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])];
  if (parts === null || !isReal(...parts)) return null;
  return `${parts[0]}-${pad(parts[1])}-${pad(parts[2])}`;
}
