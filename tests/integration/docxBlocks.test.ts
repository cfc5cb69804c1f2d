import { describe, expect, test } from 'vitest';
import { compareDocx } from '../../electron/vault/docx/compareDocx.ts';
import { readDocx } from '../../electron/vault/docx/readDocx.ts';
import { writeProposal, type WritingOptions } from '../../electron/vault/docx/writeProposal.ts';
import { DocumentRoot, type BlockNode } from '../../shared/document/nodes.ts';
import { docxPart, validateDocx } from '../support/docx.ts';
import { samplePng, sampleProposal } from '../support/sampleProposal.ts';

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Writes a document of these blocks as a proposal's; checks first that Word finds nothing wrong and nothing is lost. */
async function written(
  content: readonly unknown[],
  attrs?: unknown,
  options?: WritingOptions,
): Promise<Uint8Array> {
  const { proposal, context } = sampleProposal('ru');
  const root = DocumentRoot.parse({
    type: 'doc',
    ...(attrs === undefined ? {} : { attrs }),
    content: [...content, { type: 'validity', attrs: { offerKind: 'offer' } }],
  });
  const source = { proposal: { ...proposal, document: { ...proposal.document, root } }, context };
  const bytes = await writeProposal(source, options);
  expect(await validateDocx(bytes)).toEqual([]);
  expect(compareDocx(source, readDocx(bytes)).differences).toEqual([]);
  return bytes;
}

/** The paragraph of the body that holds a text, from its first tag. */
function paragraphWith(bytes: Uint8Array, text: string): string {
  const found = docxPart(bytes)
    .split(/(?=<w:p[ >])/)
    .find((piece) => piece.includes(text));
  if (found === undefined) throw new Error(`No paragraph says ${text}`);
  return found;
}

describe('a picture', () => {
  const src = `data:image/png;base64,${samplePng(40, 20, [10, 90, 80])}`;

  test('stands where it was put, with a caption kept on its page', async () => {
    const bytes = await written([
      { type: 'image', attrs: { src, alt: 'Схема', align: 'center', caption: 'Рисунок 1. Схема' } },
    ]);
    const picture = paragraphWith(bytes, 'descr="Схема"');
    expect(picture).toContain('<w:keepNext/>');
    expect(picture).toContain('<w:jc w:val="center"/>');
    const caption = paragraphWith(bytes, 'Рисунок 1. Схема');
    expect(caption).toContain('<w:pStyle w:val="Caption"/>');
    expect(caption).toContain('<w:jc w:val="center"/>');
  });

  test('of an older document has neither place nor caption and is written as before', async () => {
    const bytes = await written([{ type: 'image', attrs: { src, alt: 'Схема' } }]);
    expect(paragraphWith(bytes, 'descr="Схема"')).not.toMatch(/w:jc|w:keepNext/);
  });
});

test('the validity stays on one page with the signature below it', async () => {
  const { proposal, context } = sampleProposal('ru');
  const root = DocumentRoot.parse({
    type: 'doc',
    content: [{ type: 'validity', attrs: { offerKind: 'offer' } }, { type: 'signature' }],
  });
  const source = { proposal: { ...proposal, document: { ...proposal.document, root } }, context };
  const bytes = await writeProposal(source);
  expect(await validateDocx(bytes)).toEqual([]);
  const between = docxPart(bytes).split('<w:pStyle w:val="CalloutTitle"/>')[1]?.split('<w:tbl>')[0] ?? '';
  // The heading keeps to the text by its style; the text and each empty line down to the signature say it themselves.
  expect(between.match(/<w:pStyle /g)?.length).toBeGreaterThan(1);
  expect(between.match(/<w:keepNext\/>/g)).toHaveLength(between.match(/<w:pStyle /g)?.length ?? -1);
  // And the signature with the line that says who prepared the paper.
  expect(docxPart(bytes)).toMatch(
    /<\/w:tbl><w:p><w:pPr><w:pStyle w:val="Spacer"\/><w:keepNext\/><\/w:pPr><\/w:p><w:p><w:pPr><w:pStyle w:val="PreparedBy"\/>/,
  );
});

test('a field under a link keeps its control around the link, and the words beside it theirs', async () => {
  const marks = [{ type: 'link', attrs: { href: 'https://firma.example/' } }];
  const field = { type: 'mergeField', attrs: { key: 'company.nameQuoted' }, marks };
  const text = (said: string) => ({ type: 'text', text: said, marks });
  const bytes = await written([{ type: 'paragraph', content: [text('Сайт '), field, text(' в сети')] }]);
  const link = '<w:hyperlink r:id="[^"]+" w:history="1">';
  const run = '<w:r>(?:(?!</w:r>).)*</w:r>';
  const control = `<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*</w:sdtPr><w:sdtContent>${link}${run}</w:hyperlink></w:sdtContent></w:sdt>`;
  const line = `${link}${run}</w:hyperlink>${control}${link}${run}</w:hyperlink>`;
  expect(paragraphWith(bytes, 'Сайт ')).toMatch(new RegExp(line));
});

describe('cells of a table', () => {
  const cell = (text: string, attrs: object = {}, type = 'tableCell') => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
    content: [words(text)],
  });

  test('keep their ground and the place of their text; a column of headers is said so', async () => {
    const bytes = await written([
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('Год', {}, 'tableHeader'), cell('Сумма', {}, 'tableHeader')] },
          {
            type: 'tableRow',
            content: [
              cell('2026', {}, 'tableHeader'),
              cell('18,2', { shade: 'accentLight', verticalAlign: 'middle' }),
            ],
          },
          {
            type: 'tableRow',
            content: [
              cell('2027', {}, 'tableHeader'),
              cell('24,0', { shade: 'grey', verticalAlign: 'bottom' }),
            ],
          },
        ],
      },
    ]);
    const xml = docxPart(bytes);
    const cellOf = (text: string) =>
      xml.slice(xml.lastIndexOf('<w:tc>', xml.indexOf(text)), xml.indexOf(text));
    expect(xml).toContain('w:firstRow="1" w:lastRow="0" w:firstColumn="1"');
    expect(cellOf('18,2')).toMatch(/<w:shd [^>]*w:fill="[0-9A-F]{6}"\/>.*<w:vAlign w:val="center"\/>/);
    expect(cellOf('24,0')).toMatch(/<w:shd [^>]*w:fill="F1F0EE"\/>.*<w:vAlign w:val="bottom"\/>/);
    expect(cellOf('2026')).toContain('<w:pStyle w:val="TableStrong"/>');
    expect(cellOf('Год')).toContain('<w:pStyle w:val="TableHead"/>');
  });
});

describe('blocks that frame others', () => {
  const list = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [words('пункт во врезке')] }],
  };

  test('a callout is a shaded cell with its title and everything that stands in it', async () => {
    const bytes = await written([
      {
        type: 'callout',
        attrs: { tone: 'attention', title: 'Важно' },
        content: [words('Цены действуют до конца года.'), list],
      },
      { type: 'callout', attrs: { tone: 'info' }, content: [words('Без заголовка')] },
    ]);
    expect(paragraphWith(bytes, 'Важно')).toContain('<w:pStyle w:val="AttentionTitle"/>');
    expect(paragraphWith(bytes, 'пункт во врезке')).toContain('<w:numPr>');
    const { tables } = readDocx(bytes);
    expect(tables.slice(0, 2).map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([
      [['Важно\nЦены действуют до конца года.\nпункт во врезке']],
      [['Без заголовка']],
    ]);
  });

  test('two columns are a row of two equal cells without lines', async () => {
    const bytes = await written([
      {
        type: 'columns',
        content: [
          { type: 'column', content: [words('Заказчик'), words('АО «Тихвинский фарфор»')] },
          { type: 'column', content: [words('Исполнитель')] },
        ],
      },
    ]);
    const [table] = readDocx(bytes).tables;
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['Заказчик\nАО «Тихвинский фарфор»', 'Исполнитель'],
    ]);
    expect(new Set(table?.columns).size).toBe(1);
    expect(docxPart(bytes)).toContain('<w:tblStyle w:val="KamertonPlain"/>');
  });

  test('attachments are said as the standard wants them', async () => {
    const one = await written([
      { type: 'attachments', attrs: { items: [{ title: 'Спецификация', sheets: 3, copies: 1 }] } },
    ]);
    expect(paragraphWith(one, 'Спецификация')).toContain(
      'Приложение: Спецификация на\u00A03\u00A0л. в\u00A01\u00A0экз.',
    );
    const two = await written([
      {
        type: 'attachments',
        attrs: {
          items: [
            { title: 'Спецификация', sheets: 3, copies: 1 },
            { title: 'Каталог', sheets: null, copies: 2 },
          ],
        },
      },
    ]);
    expect(paragraphWith(two, 'Приложения:')).toContain('<w:keepNext/>');
    expect(paragraphWith(two, 'Каталог')).toContain('2.\u00A0Каталог в\u00A02\u00A0экз.');
  });
});

describe('footnotes', () => {
  test('are real ones: a mark in the line, the text in its own part, the separators named in the settings', async () => {
    const note = (text: string) => ({ type: 'footnote', attrs: { text } });
    const bytes = await written([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Цена с НДС' },
          note('По ставке на день договора & позже'),
          { type: 'text', text: ', срок' },
          note('Shell Corena 46'),
        ],
      },
    ]);
    expect(paragraphWith(bytes, 'Цена с НДС')).toMatch(
      /<w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteReference w:id="1"\/>.*<w:footnoteReference w:id="2"\/>/,
    );
    expect(readDocx(bytes).footnotes).toEqual(['По ставке на день договора & позже', 'Shell Corena 46']);
    expect(docxPart(bytes, 'word/footnotes.xml')).toContain('<w:lang w:val="en-GB"/>');
    expect(docxPart(bytes, 'word/settings.xml')).toContain('<w:footnotePr>');
  });

  test('a document without them has the part all the same, and nothing in it', async () => {
    expect(readDocx(await written([words('Без сносок')])).footnotes).toEqual([]);
  });
});

test('an indented paragraph stands Word’s steps from the left, also in a quotation and where lines begin indented', async () => {
  const indented = (text: string, indent: number, textAlign: string | null = null) => ({
    ...words(text),
    attrs: { textAlign, indent },
  });
  const bytes = await written([
    indented('Шаг', 1),
    { type: 'blockquote', content: [indented('Цитата', 2)] },
    words('Без отступа'),
  ]);
  expect(paragraphWith(bytes, 'Шаг')).toContain('<w:ind w:left="709"/>');
  expect(paragraphWith(bytes, 'Цитата')).toContain('<w:ind w:left="1758"/>');
  expect(paragraphWith(bytes, 'Без отступа')).not.toContain('<w:ind');
});

test('the last item of a list keeps its distance to the text below, also before a break of the page', async () => {
  const item = (...content: unknown[]) => ({ type: 'listItem', content });
  const inner = { type: 'bulletList', content: [item(words('Внутри'))] };
  const bytes = await written([
    { type: 'bulletList', content: [item(words('Первый')), item(words('Последний'), { type: 'pageBreak' })] },
    words('Между ними'),
    { type: 'bulletList', content: [item(words('Внешний'), inner, { type: 'pageBreak' })] },
  ]);
  const space = '<w:spacing w:after="120"/>';
  expect(paragraphWith(bytes, 'Первый')).not.toContain(space);
  expect(paragraphWith(bytes, 'Последний')).toContain(space);
  expect(paragraphWith(bytes, 'Внешний')).not.toContain(space);
  expect(paragraphWith(bytes, 'Внутри')).toContain(space);
});

test('an item that prints nothing below its words is the last of its list all the same', async () => {
  const contents = { type: 'tableOfContents', attrs: { levels: 1, title: true } };
  const bytes = await written([
    { type: 'bulletList', content: [{ type: 'listItem', content: [words('Последний'), contents] }] },
  ]);
  expect(paragraphWith(bytes, 'Последний')).toContain('<w:spacing w:after="120"/>');
});

test('a small table stays on one page, a longer one leaves no row alone', async () => {
  const attrs = { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null };
  const table = (of: string, rows: number) => ({
    type: 'table',
    content: Array.from({ length: rows }, (_, at) => ({
      type: 'tableRow',
      content: [{ type: at === 0 ? 'tableHeader' : 'tableCell', attrs, content: [words(`${of} ${at}`)] }],
    })),
  });
  const bytes = await written([table('Малая', 4), table('Большая', 9)]);
  const keeps = (of: string, rows: number) =>
    Array.from({ length: rows }, (_, at) => at).filter((at) =>
      paragraphWith(bytes, `${of} ${at}`).includes('<w:keepNext/>'),
    );
  expect(keeps('Малая', 4)).toEqual([0, 1, 2]);
  // The head keeps with the first row by its style.
  expect(keeps('Большая', 9)).toEqual([1, 7]);
});

test('a cell cut short by one from above names no width for a column that another names', async () => {
  const cell = (more: object = {}) => ({
    type: 'tableCell',
    attrs: { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null, ...more },
    content: [words('Насос')],
  });
  const rows = [
    [cell(), cell(), cell({ rowspan: 2 })],
    // Three columns wide, but the third of the table is taken and a fourth is not there.
    [cell(), cell({ colspan: 3, colwidth: [100, 150, 300] })],
    [cell({ colwidth: [200] }), cell(), cell()],
  ];
  const bytes = await written([
    { type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) },
  ]);
  expect(readDocx(bytes).tables[0]?.columns).toEqual([3000, 1500, 2250]);
});

test('a list goes on with its own numbers after a list in a table in one of its items', async () => {
  const ordered = (...items: unknown[][]) => ({
    type: 'orderedList',
    attrs: { start: 1 },
    content: items.map((content) => ({ type: 'listItem', content })),
  });
  const attrs = { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null };
  const cell = { type: 'tableCell', attrs, content: [ordered([words('Насос')], [words('Фильтр')])] };
  const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
  const bytes = await written([
    ordered(
      [words('Состав'), table, ordered([words('Поставка')])],
      [words('Монтаж'), ordered([words('Пуск')])],
    ),
  ]);
  const marks = readDocx(bytes).paragraphs.flatMap(({ text, mark }) =>
    mark === null ? [] : [`${mark} ${text}`],
  );
  expect(marks).toEqual(['1. Состав', '1. Насос', '2. Фильтр', '1.1. Поставка', '2. Монтаж', '2.1. Пуск']);
});

describe('headings with numbers and a table of contents', () => {
  const heading = (level: 1 | 2 | 3, text: string): BlockNode => ({
    type: 'heading',
    attrs: { level, textAlign: null },
    content: [{ type: 'text', text }],
  });
  const body: BlockNode[] = [
    heading(1, 'Предложение'),
    { type: 'tableOfContents', attrs: { levels: 2, title: true } },
    heading(2, 'Цены'),
    heading(3, 'Поставка'),
    heading(2, 'Сроки'),
  ];

  test('are counted by a multilevel list that the styles of headings are linked with', async () => {
    const bytes = await written(body, { headingNumbers: true });
    const numbering = docxPart(bytes, 'word/numbering.xml');
    expect(numbering).toMatch(
      /<w:lvl w:ilvl="0">.*?<w:pStyle w:val="Heading2"\/><w:suff w:val="space"\/><w:lvlText w:val="%1\."\/>/,
    );
    expect(numbering).toMatch(
      /<w:pStyle w:val="Heading3"\/><w:suff w:val="space"\/><w:lvlText w:val="%1\.%2"\/>/,
    );
    const styles = docxPart(bytes, 'word/styles.xml');
    const styleOf = (id: string) => new RegExp(`w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? '';
    expect(styleOf('Heading1')).not.toContain('<w:numPr>');
    expect(styleOf('Heading2')).toContain('<w:numPr><w:ilvl w:val="0"/>');
    expect(styleOf('Heading3')).toContain('<w:numPr><w:ilvl w:val="1"/>');
    const plain = await written(body, { headingNumbers: false });
    expect(docxPart(plain, 'word/numbering.xml')).not.toContain('<w:pStyle');
    expect(docxPart(plain, 'word/styles.xml')).not.toContain('<w:numPr>');
  });

  test('are listed by Word’s own field, filled, with a bookmark on every listed heading', async () => {
    const bytes = await written(body, { headingNumbers: true });
    const document = docxPart(bytes);
    expect(document).toContain(' TOC \\o "2-3" \\h \\z \\u ');
    expect(readDocx(bytes).paragraphs.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Содержание', '1. Цены', '1.1 Поставка', '2. Сроки']),
    );
    const anchors = [...document.matchAll(/<w:hyperlink w:anchor="([^"]+)"/g)].map(([, name]) => name);
    const bookmarks = [...document.matchAll(/<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(anchors.length).toBeGreaterThanOrEqual(3);
    expect(bookmarks).toEqual(anchors);
    // Either of these makes Word ask a question when the file is opened.
    expect(document).not.toContain('w:dirty');
    expect(docxPart(bytes, 'word/settings.xml')).not.toContain('updateFields');
    expect(paragraphWith(bytes, 'Поставка')).toContain('<w:pStyle w:val="TOC3"/>');
  });

  test('are listed with their pages where these are known, and without dots to nothing where not', async () => {
    const headingPages = [
      { at: 1, page: 2 },
      { at: 2, page: 11 },
    ];
    const bytes = await written(body, { headingNumbers: true }, { headingPages });
    const numberOf = (line: string) =>
      /<w:tab\/>.* PAGEREF (\S+) .*<w:t>(\d+)<\/w:t>/.exec(paragraphWith(bytes, line))?.slice(1);
    const anchors = [...docxPart(bytes).matchAll(/<w:hyperlink w:anchor="([^"]+)"/g)].map(([, name]) => name);
    expect([numberOf('Цены'), numberOf('Поставка')]).toEqual([
      [anchors[0], '2'],
      [anchors[1], '11'],
    ]);
    expect(paragraphWith(bytes, 'Сроки')).not.toMatch(/<w:tab\/>|PAGEREF/);
    expect(docxPart(bytes)).not.toContain('w:dirty');
  });
});
