/** The offset of every object of a PDF, by its number; empty where the file's table is of another kind. */
function offsetsOf(pdf: Buffer): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 1024));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(start < pdf.length)) return offsets;
  const table = pdf.toString('latin1', start);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(table);
  if (head === null) return offsets;
  // Twenty bytes a line (ISO 32000-1 §7.5.4): offset, generation, «n» for an object in use.
  for (let at = 0; at < Number(head[1]); at++) {
    const line = table.substr(head[0].length + at * 20, 20);
    if (line[17] === 'n') offsets.set(at, Number(line.slice(0, 10)));
  }
  return offsets;
}

/**
 * On which page each named place of a PDF stands, 1 = the first. Chromium names the elements that links of the document
 * lead to, by their ids. Reads what Chromium writes: plain objects and a plain table of them; of another file it says
 * nothing rather than something wrong.
 */
export function pagesOfPlaces(pdf: Buffer): ReadonlyMap<string, number> {
  const offsets = offsetsOf(pdf);
  const objectOf = (number: number): string => {
    const from = offsets.get(number);
    if (from === undefined) return '';
    const end = pdf.indexOf('endobj', from, 'latin1');
    const text = pdf.toString('latin1', from, end < 0 ? from : end);
    return text.startsWith(`${number} 0 obj`) ? text : '';
  };
  const linkIn = (text: string, key: string): number =>
    Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1] ?? Number.NaN);

  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 1024));
  const catalog = objectOf(linkIn(tail.slice(tail.lastIndexOf('trailer')), 'Root'));
  const pages = new Map<number, number>();
  const seen = new Set<number>();
  const count = (number: number): void => {
    if (seen.has(number)) return;
    seen.add(number);
    const text = objectOf(number);
    const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
    if (kids === undefined) pages.set(number, pages.size + 1);
    else for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) count(Number(kid));
  };
  count(linkIn(catalog, 'Pages'));

  const places = new Map<string, number>();
  for (const [, name, page] of objectOf(linkIn(catalog, 'Dests')).matchAll(
    /\/([^\s[\]<>/()]+) \[(\d+) 0 R/g,
  )) {
    const number = pages.get(Number(page));
    if (name !== undefined && number !== undefined) places.set(name, number);
  }
  return places;
}
