import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWordFile } from '../../electron/vault/docx/import/readWordFile.ts';
import { packText, zipParts } from '../../electron/vault/docx/zip.ts';
import type { BlockNode } from '../../shared/document/nodes.ts';
import { findAll, inlineText } from '../../shared/document/walk.ts';
import { AppError } from '../../shared/ipc/reply.ts';

// Files that other programs and hands made; our own are held to their source by tests/hostile/wordRoundTrip.test.ts.

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'word', name));

/** A document as lines: kinds and texts, nested ones indented. */
function lines(blocks: readonly BlockNode[], depth = 0): string[] {
  return blocks.flatMap((block) => {
    const line = (text: string) => `${'  '.repeat(depth)}${text}`;
    switch (block.type) {
      case 'paragraph':
        return [line(inlineText(block.content, (key) => `{${key}}`))];
      case 'heading':
        return [line(`${'#'.repeat(block.attrs.level)} ${inlineText(block.content, (key) => `{${key}}`)}`)];
      case 'bulletList':
        return block.content.flatMap((item) => [line('•'), ...lines(item.content, depth + 1)]);
      case 'orderedList':
        return block.content.flatMap((item, at) => [
          line(`${block.attrs.start + at}.`),
          ...lines(item.content, depth + 1),
        ]);
      case 'table':
        return block.content.map((row) =>
          line(
            row.content
              .map(({ type, attrs, content }) => {
                const span =
                  attrs.colspan > 1 || attrs.rowspan > 1 ? ` ${attrs.colspan}×${attrs.rowspan}` : '';
                return `${type === 'tableHeader' ? '*' : ''}${lines(content).join(' / ')}${span}`;
              })
              .join(' | '),
          ),
        );
      case 'blockquote':
        return [line('>'), ...lines(block.content, depth + 1)];
      default:
        return [line(block.type)];
    }
  });
}

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A file typed by hand: a body, styles and numbering as Russian Word names them. */
function typed(body: string, styles = '', numbering = ''): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const part = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relationships = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return zipParts([
    packText('[Content_Types].xml', '<Types/>'),
    packText('_rels/.rels', relationships(part('rId1', 'officeDocument', 'word/document.xml'))),
    packText(
      'word/_rels/document.xml.rels',
      relationships(part('rId1', 'styles', 'styles.xml') + part('rId2', 'numbering', '/word/numbering.xml')),
    ),
    packText('word/document.xml', `<w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`),
    packText('word/styles.xml', `<w:styles ${wordNamespace}>${styles}</w:styles>`),
    packText('word/numbering.xml', `<w:numbering ${wordNamespace}>${numbering}</w:numbering>`),
  ]);
}

const run = (text: string, look = '') =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (look: string, runs: string) => `<w:p><w:pPr>${look}</w:pPr>${runs}</w:p>`;
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

describe('files of other programs', () => {
  test('LibreOffice: headings, nested and continued lists, merged cells, a link, raised letters', () => {
    const { root, losses } = readWordFile(fixture('libreoffice.docx'));
    expect(lines(root.content)).toEqual([
      '# Регламент обслуживания',
      'Срок реакции — четыре часа, без выходных. Подробности — на сайте.',
      '## Порядок работ',
      '1.',
      '  Заявка',
      '  •',
      '    по телефону',
      '  •',
      '    по почте',
      '2.',
      '  Выезд',
      '3.',
      '  Акт',
      'Между списками.',
      '4.',
      '  Оплата',
      '### Стоимость',
      '*Работа | *Цена',
      'Осмотр 1×2 | 1\u00a0200',
      '900',
      'Итого 2\u00a0100 2×1',
      '>',
      '  Работаем по договору.',
      'H2O и м2',
    ]);
    const marks = JSON.stringify(root);
    for (const mark of ['"bold"', '"italic"', '"subscript"', '"superscript"', 'https://example.org/service'])
      expect(marks).toContain(mark);
    expect(losses).toEqual([{ kind: 'fonts', count: 1 }]);
  });

  test('the docx package: changes, comments, headers and letters for numbers are counted', async () => {
    const change = { id: 1, author: 'Рецензент', date: '2026-11-20T10:00:00Z' };
    const file = new Document({
      comments: { children: [{ id: 0, children: [new Paragraph('Проверить')] }] },
      numbering: {
        config: [
          { reference: 'letters', levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)' }] },
        ],
      },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Черновик договора')] }) },
          children: [
            new Paragraph({ text: 'Договор', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Пункт глубокий', heading: HeadingLevel.HEADING_4 }),
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [
                new TextRun('Срок '),
                new DeletedTextRun({ ...change, text: 'десять' }),
                new InsertedTextRun({ ...change, id: 2, text: 'пять' }),
                new CommentRangeStart(0),
                new TextRun({ text: ' дней', highlight: 'yellow', color: 'AA0000' }),
                new CommentRangeEnd(0),
                new TextRun({ children: [new CommentReference(0)] }),
              ],
            }),
            new Paragraph({ text: 'буква', numbering: { reference: 'letters', level: 0 } }),
            new Table({
              rows: [
                new TableRow({
                  tableHeader: true,
                  children: [new TableCell({ columnSpan: 2, children: [new Paragraph('Шапка')] })],
                }),
                new TableRow({
                  children: ['a', 'b'].map((text) => new TableCell({ children: [new Paragraph(text)] })),
                }),
              ],
            }),
          ],
        },
      ],
    });
    const { root, losses } = readWordFile(await Packer.toBuffer(file));
    expect(lines(root.content)).toEqual([
      '# Договор',
      '### Пункт глубокий',
      'Срок пять дней',
      '1.',
      '  буква',
      '*Шапка 2×1',
      'a | b',
    ]);
    const [, , changed] = root.content;
    expect(changed).toMatchObject({ type: 'paragraph', attrs: { textAlign: 'center' } });
    expect(JSON.stringify(changed)).toContain('#aa0000');
    expect(JSON.stringify(changed)).toContain('#ffff00');
    const counted = Object.fromEntries(losses.map(({ kind, count }) => [kind, count]));
    expect(counted).toMatchObject({
      insertions: 1,
      deletions: 1,
      comments: 1,
      headers: 1,
      deepHeadings: 1,
      listFormats: 1,
    });
  });

  test('what a client wrote over a merge field is told beside the field, each once', () => {
    const control = (text: string) =>
      `<w:sdt><w:sdtPr><w:tag w:val="proposal.total"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
    const { root, fieldTexts } = readWordFile(
      typed(paragraph('', control('15 млн')) + paragraph('', control('16 млн') + control('15 млн')), '', ''),
    );
    expect(findAll(root, 'mergeField')).toHaveLength(3);
    expect(fieldTexts).toEqual([
      { key: 'proposal.total', text: '15 млн' },
      { key: 'proposal.total', text: '16 млн' },
    ]);
  });

  test('what a client wrote over a block of ours is told, and so is a file whose tags another program dropped', () => {
    const ours = '<w:style w:type="table" w:styleId="KamertonPlain"><w:name w:val="Kamerton"/></w:style>';
    const control = (tag: string) =>
      `<w:sdt><w:sdtPr>${tag}</w:sdtPr><w:sdtContent>${paragraph('', run('Срок действия'))}${paragraph('', run('До 31 января.'))}</w:sdtContent></w:sdt>`;
    const kept = readWordFile(typed(control('<w:tag w:val="kamerton:validity:offer:0"/>'), ours));
    expect(findAll(kept.root, 'validity')).toHaveLength(1);
    expect(kept.blockTexts).toEqual([{ type: 'validity', lines: ['Срок действия', 'До 31 января.'] }]);
    expect(kept.losses).toEqual([]);
    const dropped = readWordFile(typed(control('<w:id w:val="7"/>'), ours));
    expect(lines(dropped.root.content)).toEqual(['Срок действия', 'До 31 января.']);
    expect(dropped.losses).toEqual([{ kind: 'ownTags', count: 1 }]);
  });

  test('a no-break space at the edge of a run stays where nobody said that spaces are kept', () => {
    const edge = '<w:r><w:t>\n  для\u00a0</w:t></w:r><w:r><w:t>ООО «Верфь»</w:t></w:r>';
    expect(lines(readWordFile(typed(paragraph('', edge))).root.content)).toEqual(['для\u00a0ООО «Верфь»']);
  });

  test('numbers that go on a heading’s, turned pages and links inside the file are counted', () => {
    const level = (at: number, label: string) =>
      `<w:lvl w:ilvl="${at}"><w:numFmt w:val="decimal"/><w:lvlText w:val="${label}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}${level(1, '%1.%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const item = (at: number, inside: string) =>
      paragraph(`<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`, inside);
    const link = `<w:hyperlink w:anchor="_Ref1">${run('пункт 1.1')}</w:hyperlink>`;
    const turned = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>';
    const { root, losses } = readWordFile(
      typed(
        item(0, run('Предмет')).replace('<w:pPr>', '<w:pPr><w:outlineLvl w:val="0"/>') +
          item(1, link) +
          turned,
        '',
        numbering,
      ),
    );
    expect(lines(root.content)).toEqual(['# Предмет', '1.', '  пункт 1.1']);
    expect(losses.map(({ kind }) => kind).toSorted()).toEqual(
      ['links', 'headingNumbers', 'listLevels', 'pageSetup'].toSorted(),
    );
  });

  test('a number that a deeper paragraph has shown is not shown again', () => {
    const level = (at: number, label: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${label}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}${level(1, '%1.%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const item = (at: number, text: string) =>
      paragraph(`<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`, run(text));
    const { root } = readWordFile(typed(item(1, 'пункт 1.1') + item(0, 'раздел 2'), '', numbering));
    expect(lines(root.content)).toEqual(['1.', '  пункт 1.1', '2.', '  раздел 2']);
  });

  test('styles under their Russian names and ids of Russian Word, a table of contents, a bold first row', () => {
    const field = (code: string, shown: string) =>
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
      `<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const cell = (text: string, look = '') => `<w:tc>${paragraph('', run(text, look))}</w:tc>`;
    const item = (numId: number, level: number, text: string) =>
      paragraph(
        `<w:pStyle w:val="a5"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`,
        run(text),
      );
    const bytes = typed(
      paragraph('<w:pStyle w:val="11"/>', field('TOC \\o "1-2" \\h', run('Введение 1'))) +
        paragraph('<w:pStyle w:val="1"/>', run('Введение', '<w:b/>')) +
        paragraph('<w:pStyle w:val="my"/>', run('Свой заголовок')) +
        item(3, 0, 'первый') +
        item(3, 1, 'вложенный') +
        paragraph('<w:pStyle w:val="a5"/>', run('продолжение без номера')) +
        item(3, 0, 'второй') +
        paragraph('', run('обычный') + field('HYPERLINK "mailto:kp@ladoga.example"', run('почта'))) +
        item(3, 0, 'третий') +
        paragraph('', run('до') + '<w:r><w:br w:type="page"/></w:r>' + run('после')) +
        `<w:tbl><w:tr>${cell('Товар', '<w:b/>')}${cell('Цена', '<w:b/>')}</w:tr><w:tr>${cell('Насос')}${cell('10')}</w:tr></w:tbl>`,
      style('1', 'Заголовок 1') +
        style('my', 'Мой стиль', '<w:basedOn w:val="2"/>') +
        style('2', 'heading 2') +
        style('11', 'toc 1') +
        style('a5', 'Абзац списка'),
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>' +
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>',
    );
    const { root, losses } = readWordFile(bytes);
    expect(lines(root.content)).toEqual([
      'tableOfContents',
      '# Введение',
      '## Свой заголовок',
      '1.',
      '  первый',
      '  •',
      '    вложенный',
      '    продолжение без номера',
      '2.',
      '  второй',
      'обычныйпочта',
      '3.',
      '  третий',
      'до',
      'pageBreak',
      'после',
      '*Товар | *Цена',
      'Насос | 10',
    ]);
    expect(findAll(root, 'tableOfContents')[0]?.attrs).toEqual({ levels: 2, title: false });
    expect(JSON.stringify(root)).not.toContain('"bold"');
    expect(JSON.stringify(root)).toContain('mailto:kp@ladoga.example');
    expect(losses).toEqual([]);
  });
});

describe('files that are refused', () => {
  const codeOf = (bytes: Uint8Array): string => {
    try {
      readWordFile(bytes);
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
    return 'read';
  };
  const good = typed(paragraph('', run('текст')));
  const old = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
    ]);
  const body = (xml: string) =>
    zipParts([
      packText(
        '_rels/.rels',
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      packText('word/document.xml', xml),
    ]);
  const document = (inside: string) =>
    body(`<w:document ${wordNamespace}><w:body>${inside}</w:body></w:document>`);

  test.each([
    ['a good one', good, 'read'],
    ['one without styles', document(paragraph('', run('текст'))), 'read'],
    ['cut in the middle', good.slice(0, good.length - 200), 'wordDamaged'],
    ['a byte changed', good.map((byte, at) => (at === 700 ? byte ^ 0xff : byte)), 'wordDamaged'],
    ['plain text', Buffer.from('Уважаемые коллеги'), 'wordForeign'],
    ['nothing at all', new Uint8Array(), 'wordForeign'],
    ['an archive of something else', zipParts([packText('a.txt', 'текст')]), 'wordForeign'],
    ['a binary file of old Word', old('WordDocument'), 'wordOld'],
    ['one under a password', old('EncryptedPackage'), 'wordProtected'],
    [
      'a document type with entities',
      body(`<!DOCTYPE a [<!ENTITY b "c">]><w:document ${wordNamespace}/>`),
      'wordDamaged',
    ],
    ['an entity of nobody', document(paragraph('', run('&lol;'))), 'wordDamaged'],
    ['tags that do not match', document('<w:p><w:r></w:p></w:r>'), 'wordDamaged'],
    ['nested without end', document('<w:sdt><w:sdtContent>'.repeat(3000)), 'wordDamaged'],
    [
      'a bomb',
      body(`<w:document ${wordNamespace}><w:body>${' '.repeat(60_000_000)}</w:body></w:document>`),
      'wordTooLarge',
    ],
  ])('%s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});
