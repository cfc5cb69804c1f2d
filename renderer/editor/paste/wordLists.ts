import type { Style, StyleSheet } from './sourceStyles.ts';

/** A paragraph that Word shows as a list item: in the clipboard it is a paragraph with a note of its place. */
export type WordItem = {
  /** 1 is the outermost. */
  readonly level: number;
  /** Word's list of definitions: another one begins another list. */
  readonly list: string;
  readonly ordered: boolean;
  /** The number printed before it; null where there is none to be read. */
  readonly number: number | null;
};

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanOf(text: string): number | null {
  if (!/^[ivxlcdm]+$/.test(text)) return null;
  const digits = [...text].map((digit) => romanDigits[digit] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/** Number of a list marker: «3.», «2.4)», «b)», «iv.» → 3, 4, 2, 4; null for bullets. */
export function markerNumber(marker: string, format: string): number | null {
  const text = marker
    .trim()
    .replace(/[.)\]:]+$/, '')
    .toLowerCase();
  const figures = /(\d{1,5})$/.exec(text);
  if (figures) return Number(figures[1]);
  if (format.startsWith('roman')) return romanOf(text);
  if (/^[a-zа-я]$/.test(text) && /[.)\]]\s*$/.test(marker)) {
    const first = text < 'а' ? 'a' : 'а';
    return text.charCodeAt(0) - first.charCodeAt(0) + 1;
  }
  return /[.)\]]\s*$/.test(marker) ? romanOf(text) : null;
}

/** The text of the marker that Word wrote out before an item, and the elements that hold it. */
export function markersOf(element: Element, styleOf: (element: Element) => Style): readonly Element[] {
  return [...element.querySelectorAll('span')].filter((span) =>
    /^ignore$/i.test(styleOf(span).get('mso-list') ?? ''),
  );
}

/** Reads Word's note `mso-list: l0 level2 lfo1`; null where the paragraph is no item. */
export function wordItemOf(style: Style, marker: string, sheet: StyleSheet): WordItem | null {
  const note = /^(l\d+)\s+level(\d+)/i.exec(style.get('mso-list') ?? '');
  if (!note) return null;
  const list = (note[1] ?? '').toLowerCase();
  const level = Math.min(9, Math.max(1, Number(note[2])));
  const definition = sheet.lists.get(`${list}:level${level}`);
  const format = definition?.get('mso-level-number-format') ?? '';
  const number = markerNumber(marker, format);
  // Word leaves the format out where it is decimal; without any definition the marker itself decides.
  const ordered = definition ? !/^(?:bullet|image)$/i.test(format) : number !== null;
  return { level, list, ordered, number: ordered ? number : null };
}
