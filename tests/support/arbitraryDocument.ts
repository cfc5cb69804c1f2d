import fc from 'fast-check';
import { calendarDate } from '../../shared/domain/calendarDate.ts';
import { criterionKeys, OwnTermKey, shippedRoles } from '../../shared/domain/person.ts';
import { BlockId, ColleagueId, ReferenceId } from '../../shared/domain/ids.ts';
import { givenInReturn } from '../../shared/domain/giveGet.ts';
import { Currency } from '../../shared/domain/money.ts';
import { PriceTable } from '../../shared/domain/priceTable.ts';
import { type MergeFieldKey, mergeFieldKeys } from '../../shared/document/mergeFields.ts';
import {
  CalloutTone,
  CellAlign,
  CellShade,
  deepestIndent,
  DocumentRoot,
  PictureAlign,
  type BlockNode,
  type InlineNode,
  type ListItemNode,
  type Mark,
  type TableCellNode,
  type TableHeaderNode,
  type TableNode,
} from '../../shared/document/nodes.ts';
import { samplePng } from './sampleProposal.ts';

/** Text that tries to break a file: what XML forbids, what it escapes, other scripts, invisible and joined signs. */
const hostilePieces = [
  '\u0000',
  '\u0001\u0008\u000B\u000C\u001F',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '\uDC00',
  'a\uDFFFb',
  '<w:p>&amp;]]>"\'',
  '\t',
  '\n',
  '\r\n',
  '\u2028',
  '\u00AD',
  '\u2011',
  '\u00A0',
  ' ',
  'שלום עולם',
  'مرحبا بالعالم 123',
  '👩‍👩‍👧‍👦🇷🇺',
  'e\u0301\u200D\u202Eabc\u202C',
  'Предложение',
  'ООО «Ромашка»',
  'Atlas Copco GA 75',
];

export const arbitraryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...hostilePieces) },
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text.length > 0);

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

const href = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'https://пример.рф/путь?а=б&в=г',
    'mailto:kp@ladoga.example',
    'tel:+7 813 000-40-20',
    'http://a/b c<d>"e"',
    'HTTPS://EXAMPLE.ORG',
  ),
  arbitraryText.map((tail) => `https://example.org/${tail}`),
  arbitraryText.map((tail) => `mailto:${tail}`),
);

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>(
    { type: 'bold' },
    { type: 'italic' },
    { type: 'underline' },
    { type: 'strike' },
    { type: 'subscript' },
    { type: 'superscript' },
  ),
  fc.option(color).map((value): Mark => ({ type: 'textStyle', attrs: { color: value } })),
  fc.option(color).map((value): Mark => ({ type: 'highlight', attrs: { color: value } })),
  href.map((value): Mark => ({ type: 'link', attrs: { href: value } })),
);
const marks = fc.uniqueArray(mark, { maxLength: 4, selector: ({ type }) => type });

// A department's own field, which nobody may know any more.
const ownFieldKey: MergeFieldKey = 'own-00000000-0000-4000-8000-00000000000f';

const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text' as const), text: arbitraryText, marks }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('hardBreak' as const), marks }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('mergeField' as const),
      attrs: fc.record({ key: fc.constantFrom(...mergeFieldKeys, ownFieldKey) }),
      marks,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('footnote' as const),
      attrs: fc.record({ text: arbitraryText }),
      marks,
    }),
  },
);
const inlines = fc.array(inline, { maxLength: 5 });
const textAlign = fc.option(
  fc.constantFrom('left' as const, 'center' as const, 'right' as const, 'justify' as const),
);

const gives = fc.array(
  fc.record({ kind: fc.constantFrom(...givenInReturn), text: fc.oneof(fc.constant(''), arbitraryText) }),
  { maxLength: 2 },
);
const yes = fc.option(fc.constant(true as const), { nil: undefined });

/** A price table of everything there is: groups, options, variants, rates of VAT, discounts, other currencies. */
export const arbitraryPriceTable: fc.Arbitrary<PriceTable> = fc
  .record({
    currency: fc.constantFrom(...Currency.options),
    vatMode: fc.constantFrom('included' as const, 'onTop' as const),
    items: fc.array(
      fc.record({
        id: fc.uuid(),
        group: fc.constantFrom('', 'Сервис', 'A & B'),
        title: arbitraryText,
        note: fc.oneof(fc.constant(''), arbitraryText),
        unit: fc.constantFrom('шт.', '', 'м²'),
        quantityMilli: fc.integer({ min: 0, max: 1_000_000 }),
        priceMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
        discountBp: fc.constantFrom(0, 500, 10_000),
        vatRate: fc.constantFrom(22 as const, 10 as const, 0 as const, 'none' as const),
        gives,
        isOption: yes,
        variantSet: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
        isChosen: yes,
        foreign: fc.option(
          fc.record({
            amountMinor: fc.integer({ min: 0, max: 1_000_000 }),
            currency: fc.constantFrom(...Currency.options),
          }),
          { nil: undefined },
        ),
      }),
      { maxLength: 6 },
    ),
    totalDiscountBp: fc.constantFrom(0, 0, 750),
    totalGives: gives,
    printGives: yes,
    rates: fc.constant([
      { currency: 'EUR' as const, rubE4: 985_000, on: calendarDate('2026-11-23'), agreed: true },
      { currency: 'CNY' as const, rubE4: 126_543, on: calendarDate('2026-11-23'), agreed: false },
    ]),
  })
  // As a stored table is: without what is not set.
  .map((table) => PriceTable.parse(JSON.parse(JSON.stringify(table))));

const pictures = [
  `data:image/png;base64,${samplePng(30, 10, [200, 30, 30])}`,
  `data:image/png;base64,${samplePng(3, 2000, [20, 30, 200])}`,
  'data:image/png;base64,AAAA',
  'data:image/jpeg;base64,/9j/',
];

/** Blocks without blocks inside. */
const leaf: fc.Arbitrary<BlockNode> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('paragraph' as const),
      attrs: fc.record({ textAlign, indent: fc.integer({ min: 0, max: deepestIndent }) }),
      content: inlines,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('heading' as const),
      attrs: fc.record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const), textAlign }),
      content: inlines,
    }),
  },
  fc.constantFrom<BlockNode>(
    { type: 'pageBreak' },
    { type: 'horizontalRule' },
    { type: 'letterhead' },
    { type: 'addressee' },
    { type: 'signature' },
    { type: 'validity', attrs: { offerKind: 'information' } },
  ),
  fc
    .array(
      fc.record({
        title: arbitraryText,
        sheets: fc.option(fc.integer({ min: 1, max: 300 })),
        copies: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 3 },
    )
    .map((items): BlockNode => ({ type: 'attachments', attrs: { items } })),
  fc
    .record({ levels: fc.constantFrom(1 as const, 2 as const, 3 as const), title: fc.boolean() })
    .map((attrs): BlockNode => ({ type: 'tableOfContents', attrs })),
  fc.record({
    type: fc.constant('image' as const),
    attrs: fc.record({
      src: fc.constantFrom(...pictures),
      alt: fc.option(arbitraryText),
      width: fc.option(fc.integer({ min: 1, max: 4000 })),
      height: fc.option(fc.integer({ min: 1, max: 4000 })),
      align: fc.option(fc.constantFrom(...PictureAlign.options)),
      caption: fc.option(arbitraryText),
    }),
  }),
  arbitraryPriceTable.map((table): BlockNode => ({ type: 'priceTable', attrs: { table } })),
  fc
    .array(
      fc.record({
        title: arbitraryText,
        term: arbitraryText,
        percentBp: fc.integer({ min: 0, max: 10_000 }),
      }),
      { maxLength: 4 },
    )
    .map((stages): BlockNode => ({ type: 'paymentSchedule', attrs: { stages } })),
  fc
    .record({
      purchaseMinor: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
      years: fc.integer({ min: 1, max: 15 }),
      costs: fc.array(
        fc.record({
          title: arbitraryText,
          nowMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
          oursMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
        }),
        { maxLength: 3 },
      ),
    })
    .map((plan): BlockNode => ({ type: 'payback', attrs: { plan } })),
  fc
    .array(fc.constantFrom('5b0a4a10-0000-4000-8000-000000000005', '5b0a4a10-0000-4000-8000-000000000099'), {
      maxLength: 3,
    })
    .map((ids): BlockNode => ({
      type: 'team',
      attrs: { colleagueIds: ids.map((id) => ColleagueId.parse(id)) },
    })),
  fc
    .array(fc.constantFrom('5b0a4a10-0000-4000-8000-000000000007', '5b0a4a10-0000-4000-8000-000000000008'), {
      maxLength: 3,
    })
    .map((ids): BlockNode => ({
      type: 'references',
      attrs: { referenceIds: ids.map((id) => ReferenceId.parse(id)) },
    })),
);

const cellAttrs = fc.record({
  colspan: fc.oneof(
    { weight: 6, arbitrary: fc.constant(1) },
    fc.integer({ min: 1, max: 4 }),
    fc.constant(100),
  ),
  rowspan: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 5 })),
  colwidth: fc.option(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 4 })),
  shade: fc.option(fc.constantFrom(...CellShade.options)),
  verticalAlign: fc.option(fc.constantFrom(...CellAlign.options)),
});

function containersOf(block: fc.Arbitrary<BlockNode>): fc.Arbitrary<BlockNode> {
  const blocks = fc.array(block, { maxLength: 3 });
  const item: fc.Arbitrary<ListItemNode> = fc.record({
    type: fc.constant('listItem' as const),
    content: blocks,
  });
  const items = fc.array(item, { maxLength: 3 });
  const cell: fc.Arbitrary<TableCellNode | TableHeaderNode> = fc.oneof(
    fc.record({ type: fc.constant('tableCell' as const), attrs: cellAttrs, content: blocks }),
    fc.record({ type: fc.constant('tableHeader' as const), attrs: cellAttrs, content: blocks }),
  );
  const row = fc.record({
    type: fc.constant('tableRow' as const),
    content: fc.array(cell, { maxLength: 4 }),
  });
  const table: fc.Arbitrary<TableNode> = fc.record({
    type: fc.constant('table' as const),
    content: fc.array(row, { maxLength: 4 }),
  });
  return fc.oneof<fc.Arbitrary<BlockNode>[]>(
    fc.record({ type: fc.constant('bulletList' as const), content: items }),
    fc.record({
      type: fc.constant('orderedList' as const),
      attrs: fc.record({ start: fc.constantFrom(0, 1, 1, 1, 7) }),
      content: items,
    }),
    table,
    fc.record({ type: fc.constant('blockquote' as const), content: blocks }),
    fc.record({
      type: fc.constant('callout' as const),
      attrs: fc.record({ tone: fc.constantFrom(...CalloutTone.options), title: fc.option(arbitraryText) }),
      content: blocks,
    }),
    fc.tuple(blocks, blocks).map((columns): BlockNode => ({
      type: 'columns',
      content: columns.map((content) => ({ type: 'column', content })),
    })),
    fc.record({
      type: fc.constant('argument' as const),
      attrs: fc.record({
        blockId: fc.constant(BlockId.parse('block')),
        criterion: fc.option(fc.constantFrom(...criterionKeys)),
        personIds: fc.constant([]),
        reasons: fc.constant([]),
      }),
      content: blocks,
    }),
    fc.record({
      type: fc.constant('section' as const),
      attrs: fc.record({
        sectionId: fc.constant('section'),
        role: fc.option(
          fc.constantFrom(...shippedRoles, OwnTermKey.parse('own-5f0c6a52-3a41-4a57-9d3f-0f8f1c0f7b11')),
        ),
        personIds: fc.constant([]),
        outlineTitle: fc.constant('Раздел'),
      }),
      content: blocks,
    }),
  );
}

function nested(depth: number): fc.Arbitrary<BlockNode> {
  if (depth === 0) return leaf;
  const below = nested(depth - 1);
  return fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 2, arbitrary: containersOf(below) });
}

/** A document over every node and mark that the model accepts; the validity block stands at its end. */
export const arbitraryRoot: fc.Arbitrary<DocumentRoot> = fc
  .tuple(fc.array(nested(4), { minLength: 1, maxLength: 8 }), fc.option(fc.boolean()))
  .map(([content, headingNumbers]) =>
    DocumentRoot.parse({
      type: 'doc',
      attrs: { headingNumbers },
      content: [...content, { type: 'validity', attrs: { offerKind: 'offer' } }],
    }),
  );
