import type {
  BlockNode,
  DocumentRoot,
  InlineNode,
  ListItemNode,
  TableCellNode,
  TableHeaderNode,
} from '../../shared/document/nodes.ts';
import { samplePng } from './sampleProposal.ts';

const nbsp = '\u00A0';
const text = (words: string): InlineNode => ({ type: 'text', text: words });
const bold = (words: string): InlineNode => ({ type: 'text', text: words, marks: [{ type: 'bold' }] });
const paragraph = (...content: InlineNode[]): BlockNode => ({ type: 'paragraph', content });
const heading = (level: 1 | 2 | 3, words: string): BlockNode => ({
  type: 'heading',
  attrs: { level, textAlign: null },
  content: [text(words)],
});
const item = (words: string, ...inside: BlockNode[]): ListItemNode => ({
  type: 'listItem',
  content: [paragraph(text(words)), ...inside],
});
const bullets = (...items: ListItemNode[]): BlockNode => ({ type: 'bulletList', content: items });
const numbers = (...items: ListItemNode[]): BlockNode => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items,
});

function cell(
  type: 'tableCell' | 'tableHeader',
  words: string,
  attrs: Partial<TableCellNode['attrs']> = {},
): TableCellNode | TableHeaderNode {
  return {
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null, ...attrs },
    content: [paragraph(text(words))],
  };
}

const widths = [210, 150, 110, 150] as const;

function workTable(stages: readonly string[]): BlockNode {
  const head = ['Этап', 'Исполнитель', 'Дней', 'Документ'];
  return {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: head.map((words, at) => cell('tableHeader', words, { colwidth: [widths[at] ?? 100] })),
      },
      ...stages.map((stage, at) => ({
        type: 'tableRow' as const,
        content: [
          cell('tableCell', stage),
          cell('tableCell', at % 2 === 0 ? 'Сервисный центр' : 'Проектная группа'),
          cell('tableCell', String(4 + at * 3), { verticalAlign: 'middle' }),
          cell('tableCell', at % 2 === 0 ? `Акт и${nbsp}протокол` : 'Накладная'),
        ],
      })),
      {
        type: 'tableRow',
        content: [
          cell('tableCell', 'Всего с\u00A0запасом на\u00A0согласование', { colspan: 2, shade: 'grey' }),
          cell('tableCell', '78', { colspan: 2, shade: 'grey' }),
        ],
      },
    ],
  };
}

const sentences = [
  'Работы идут без остановки основного производства: переключение занимает одну смену и согласуется за неделю.',
  'Шеф-инженер остаётся на площадке до подписания акта и обучает обе смены на работающем оборудовании.',
  'Запасные части первого года лежат на складе в Северном промузле, срок доставки не больше двух суток.',
  'Расход энергии измеряет независимая лаборатория до и после ввода, протокол входит в комплект документов.',
  'Если показатели окажутся хуже обещанных, разницу в тарифе мы возвращаем за каждый месяц до исправления.',
];

function part(at: number, title: string, picture: BlockNode): BlockNode[] {
  const words = (from: number) => [0, 1, 2].map((step) => sentences[(at + from + step) % 5] ?? '').join(' ');
  return [
    heading(2, title),
    paragraph(text(words(0))),
    paragraph(bold('Главное. '), text(words(1)), {
      type: 'footnote',
      attrs: { text: 'По данным замеров на трёх площадках за два отопительных сезона.' },
    }),
    heading(3, 'Что входит'),
    bullets(
      item('обследование и расчёт режимов по часам суток;'),
      item(
        'поставка и монтаж:',
        bullets(
          item('фундаментные рамы и виброопоры;'),
          item('шкаф управления с передачей данных диспетчеру;'),
        ),
      ),
      item('обучение персонала и инструкция по безопасной работе.'),
    ),
    paragraph(text(words(2))),
    heading(3, 'Порядок и сроки'),
    workTable(['Обследование', 'Рабочая документация', 'Поставка', 'Монтаж и наладка', 'Испытания']),
    paragraph(text(words(3))),
    numbers(
      item('Заказчик передаёт исходные данные.'),
      item(
        'Исполнитель готовит документацию.',
        numbers(item('Схема размещения.'), item('Спецификация и график.')),
      ),
      item('Стороны подписывают график.'),
    ),
    {
      type: 'callout',
      attrs: { tone: at % 2 === 0 ? 'info' : 'attention', title: 'Что нужно от заказчика' },
      content: [paragraph(text(words(4)))],
    },
    picture,
    { type: 'blockquote', content: [paragraph(text(words(2)))] },
    {
      type: 'columns',
      content: [
        { type: 'column', content: [paragraph(bold('Сейчас')), paragraph(text(words(1)))] },
        { type: 'column', content: [paragraph(bold('Будет')), paragraph(text(words(3)))] },
      ],
    },
  ];
}

/**
 * A proposal of about twelve pages out of a composed one: a table of contents behind the cover lines and the
 * words to all readers, and five parts with every kind of block before the validity period.
 */
export function longProposal(root: DocumentRoot): DocumentRoot {
  const picture = (at: number): BlockNode => ({
    type: 'image',
    attrs: {
      src: `data:image/png;base64,${samplePng(900, 300, [40 + at * 30, 90, 160])}`,
      alt: 'Диаграмма расхода энергии',
      width: 480,
      height: 160,
      align: 'center',
      caption: `Рисунок${nbsp}${at + 1}. Расход энергии до${nbsp}и${nbsp}после ввода`,
    },
  });
  const titles = [
    'Компрессорная станция',
    'Система рекуперации тепла',
    'Сервис и запасные части',
    'Диспетчеризация',
    'Обучение и передача',
  ];
  const parts = titles.flatMap((title, at) => part(at, title, picture(at)));
  const end = root.content.findIndex(({ type }) => type === 'validity');
  const [, afterCover = 0] = root.content.flatMap(({ type }, at) => (type === 'section' ? [at] : []));
  const tail = end === -1 ? root.content.length : end;
  return {
    ...root,
    content: [
      ...root.content.slice(0, afterCover),
      { type: 'tableOfContents', attrs: { levels: 2, title: true } },
      ...root.content.slice(afterCover, tail),
      ...parts,
      ...root.content.slice(tail),
    ],
  };
}
