import { docxPart } from './docx.ts';

/** What a Word file says, apart from numbers that only tie its parts together. */
export type WordSaid = {
  /** The body's markup: ids replaced by what they stand for, neighbouring runs of one look joined. */
  readonly body: string;
  /** Widths of columns in twips, table by table. */
  readonly columns: readonly (readonly number[])[];
  /** Widths and heights of pictures in EMU, each as often as it is said. */
  readonly extents: readonly number[];
};

function footnoteTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const notes = docxPart(bytes, 'word/footnotes.xml').matchAll(
    /<w:footnote w:id="(\d+)">(.*?)<\/w:footnote>/gs,
  );
  return new Map([...notes].map(([, id = '', xml = '']) => [id, joinRuns(xml)]));
}

function targets(bytes: Uint8Array): ReadonlyMap<string, string> {
  const tags = docxPart(bytes, 'word/_rels/document.xml.rels').matchAll(
    /<Relationship Id="([^"]*)"[^>]*Target="([^"]*)"/g,
  );
  return new Map([...tags].map(([, id = '', target = '']) => [id, target]));
}

/** Starts of the ordered lists by their numbers. */
function listStarts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const nums = docxPart(bytes, 'word/numbering.xml').matchAll(/<w:num w:numId="(\d+)">(.*?)<\/w:num>/gs);
  return new Map([...nums].map(([, id = '', xml = '']) => [id, xml]));
}

const run = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?((?:(?!<\/w:r>).)*)<\/w:r>/gs;

/** Joins runs of the same look, and texts in them; language and direction follow from the letters. */
function joinRuns(xml: string): string {
  const plain = xml
    .replaceAll(/<w:lang [^>]*\/>|<w:rtl\/>|<w:[bi]Cs\/>/g, '')
    .replaceAll('<w:rPr></w:rPr>', '');
  let joined = '';
  let from = 0;
  let openLook: string | null = null;
  for (const match of plain.matchAll(run)) {
    const [whole, look = '', content = ''] = match;
    const between = plain.slice(from, match.index);
    if (openLook !== null && between === '' && openLook === look) joined += content;
    else joined += `${openLook === null ? '' : '</w:r>'}${between}<w:r>${look}${content}`;
    openLook = look;
    from = match.index + whole.length;
  }
  joined += `${openLook === null ? '' : '</w:r>'}${plain.slice(from)}`;
  return joined.replaceAll('</w:t><w:t xml:space="preserve">', '');
}

/** Joins neighbouring links to one address: two addresses in the document may be one in the file. */
function joinLinks(xml: string): string {
  let open = '';
  return xml.replaceAll(
    /<\/w:hyperlink>(<w:hyperlink [^>]*>)|<w:hyperlink [^>]*>/g,
    (whole, next?: string) => {
      if (next === open) return '';
      open = next ?? whole;
      return whole;
    },
  );
}

/** What a file of our writer says, so that two files can be told equal. */
export function wordSaid(bytes: Uint8Array): WordSaid {
  const notes = footnoteTexts(bytes);
  const addresses = targets(bytes);
  const starts = listStarts(bytes);
  const lists = new Map<string, string>();
  const document = docxPart(bytes);
  const columns = [...document.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid = '']) =>
    [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)),
  );
  const extents = [...document.matchAll(/ c[xy]="(\d+)"/g)].map(([, side]) => Number(side));
  const body = document
    // Places that a table of contents points at.
    .replaceAll(/<w:bookmark(?:Start|End) [^>]*\/>/g, '')
    .replaceAll(/<w:id w:val="\d+"\/>/g, '')
    .replaceAll(/ id="\d+" name="Picture \d+"/g, '')
    .replaceAll(/w:id="(\d+)"/g, (_whole, id: string) => `w:id="${notes.get(id) ?? ''}"`)
    .replaceAll(
      /r:(id|embed)="(rId\d+)"/g,
      (_whole, kind: string, id: string) => `r:${kind}="${addresses.get(id) ?? id}"`,
    )
    .replaceAll(/<w:numId w:val="(\d+)"\/>/g, (_whole, id: string) => {
      if (!lists.has(id))
        lists.set(id, `list ${lists.size + 1}: ${(starts.get(id) ?? '').replace(/numId="\d+"/, '')}`);
      return lists.get(id) ?? '';
    })
    // Text of nothing but forbidden characters.
    .replaceAll('<w:t xml:space="preserve"></w:t>', '')
    .replaceAll(/<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<\/w:r>/g, '')
    .replaceAll(/<w:hyperlink [^>]*><\/w:hyperlink>/g, '')
    .replaceAll(/<w:cantSplit\/>|<w:tblLook [^>]*\/>|<w:bidi\/>/g, '')
    .replaceAll('<w:trPr></w:trPr>', '')
    // The style of a paragraph without a word shows nowhere.
    .replaceAll(/<w:p><w:pPr>((?:(?!<\/w:pPr>).)*)<\/w:pPr><\/w:p>/g, (_whole, look: string) =>
      look.includes('Rule')
        ? `<w:p>${look}</w:p>`
        : `<w:p>${/<w:numPr>.*<\/w:numPr>/.exec(look)?.[0] ?? ''}</w:p>`,
    )
    .replaceAll('<w:p/>', '<w:p></w:p>');
  return { body: joinRuns(joinLinks(body)), columns, extents };
}
