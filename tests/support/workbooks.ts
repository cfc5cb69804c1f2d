import { packText, zipParts, type PackedPart } from '../../electron/vault/docx/zip.ts';

/** A cell as Excel and 1С write it: a shared text, a number with a style, a text that stands in the cell. */
export type RawCell =
  | string
  | number
  | null
  | { readonly value: number; readonly style: number }
  | { readonly inline: string }
  | { readonly formula: string; readonly text: string };

export type RawRow = {
  readonly number?: number;
  /** Level of the group the row lies in. */
  readonly level?: number;
  readonly cells: readonly RawCell[];
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function letters(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return `${before < 0 ? '' : letters(before)}${String.fromCharCode(65 + (column % 26))}`;
}

/** Styles of a workbook: 1 = a date of Excel itself, 2 = a date by a format of its own, 3 = an amount, 4 = an indent, 5 and 6 = percents. */
export const rawStyles = `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; ₽&quot;"/><numFmt numFmtId="166" formatCode="0.0\\ %"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="0"><alignment horizontal="left" indent="1"/></xf><xf numFmtId="10"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

/** The XML of a sheet and the texts its cells share; `prefix` names the namespace as some programs do. */
export function rawSheet(
  rows: readonly RawRow[],
  { prefix = '', merges = [] }: { prefix?: string; merges?: readonly string[] } = {},
): { readonly xml: string; readonly strings: string[] } {
  const strings: string[] = [];
  const p = prefix === '' ? '' : `${prefix}:`;
  const cellXml = (cell: RawCell, reference: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<${p}c r="${reference}"><${p}v>${cell}</${p}v></${p}c>`;
    if (typeof cell === 'string') {
      const known = strings.indexOf(cell);
      const at = known === -1 ? strings.push(cell) - 1 : known;
      return `<${p}c r="${reference}" t="s"><${p}v>${at}</${p}v></${p}c>`;
    }
    if ('inline' in cell)
      return `<${p}c r="${reference}" t="inlineStr"><${p}is><${p}t>${escaped(cell.inline)}</${p}t></${p}is></${p}c>`;
    if ('formula' in cell)
      return `<${p}c r="${reference}" t="str"><${p}f>${escaped(cell.formula)}</${p}f><${p}v>${escaped(cell.text)}</${p}v></${p}c>`;
    return `<${p}c r="${reference}" s="${cell.style}"><${p}v>${cell.value}</${p}v></${p}c>`;
  };
  const body = rows.map((row, at) => {
    const number = row.number ?? at + 1;
    const level = row.level === undefined ? '' : ` outlineLevel="${row.level}"`;
    const cells = row.cells.map((cell, column) => cellXml(cell, `${letters(column)}${number}`)).join('');
    return `<${p}row r="${number}"${level}>${cells}</${p}row>`;
  });
  const merged = merges.map((span) => `<${p}mergeCell ref="${span}"/>`).join('');
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return {
    xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${p}worksheet ${name}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><${p}dimension ref="A1"/><${p}sheetData>${body.join('')}</${p}sheetData>${merged === '' ? '' : `<${p}mergeCells>${merged}</${p}mergeCells>`}</${p}worksheet>`,
    strings,
  };
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet. */
export function workbookParts(
  sheetXml: string,
  strings: readonly string[],
  { styles = rawStyles, workbook = '' }: { styles?: string; workbook?: string } = {},
): PackedPart[] {
  const shared = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  return [
    packText(
      '[Content_Types].xml',
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    packText(
      '_rels/.rels',
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    packText(
      'xl/workbook.xml',
      workbook ||
        `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    packText(
      'xl/_rels/workbook.xml.rels',
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relationships}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    ),
    packText('xl/styles.xml', styles),
    packText(
      'xl/sharedStrings.xml',
      `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${shared}</sst>`,
    ),
    packText('xl/worksheets/sheet1.xml', sheetXml),
  ];
}

/** A workbook of these rows as the bytes of a file. */
export function rawWorkbook(
  rows: readonly RawRow[],
  options: { prefix?: string; merges?: readonly string[] } = {},
): Uint8Array {
  const { xml, strings } = rawSheet(rows, options);
  return zipParts(workbookParts(xml, strings));
}

/** Excel's number of a day. */
export const serialOf = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** What windows-1251 makes of Russian text. */
export function inWindows1251(text: string): Uint8Array {
  const others: Readonly<Record<string, number>> = {
    Ё: 0xa8,
    ё: 0xb8,
    '«': 0xab,
    '»': 0xbb,
    '№': 0xb9,
    '—': 0x97,
  };
  return Uint8Array.from([...text], (sign) => {
    const code = sign.charCodeAt(0);
    return code < 128 ? code : (others[sign] ?? code - 0x0410 + 0xc0);
  });
}

/** UTF-16 with its mark, the lower byte first or last. */
export function inUtf16(text: string, order: 'le' | 'be' = 'le', mark = true): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
