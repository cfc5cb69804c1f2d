const pad = (value: number) => String(value).padStart(2, '0');

function isReal(year: number, month: number, date: number): boolean {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}

/**
 * Reads a day as people type it: `23.11.2026`, `23.11.26`, `23.11` (this year), `23/11/2026`, `2026-11-23`.
 * Returns `YYYY-MM-DD`, or null where it is not a day.
 */
export function readDay(text: string, thisYear: number): string | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const local = /^(\d{1,2})[./\-\s](\d{1,2})(?:[./\-\s](\d{2}|\d{4}))?\.?$/.exec(typed);
  const words = /^(\d{1,2})\s+([A-Za-z]{3,})\.?\s+(\d{4})$/.exec(typed);
  let parts: [number, number, number] | null = null;
  if (iso !== null) parts = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  else if (local !== null) {
    const year = local[3] === undefined ? thisYear : Number(local[3]);
    parts = [year < 100 ? 2000 + year : year, Number(local[2]), Number(local[1])];
  } else if (words !== null) {
    const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
    parts = [
      Number(words[3]),
      months.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1,
      Number(words[1]),
    ];
  }
  if (parts === null || !isReal(...parts)) return null;
  return `${parts[0]}-${pad(parts[1])}-${pad(parts[2])}`;
}
