import type { ChainedCommands, Editor } from '@tiptap/core';
import {
  IconBlockquote,
  IconBraces,
  IconCalendarDue,
  IconCash,
  IconChartLine,
  IconCoin,
  IconColumns2,
  IconFileTypeDocx,
  IconH1,
  IconH2,
  IconH3,
  IconInfoSquare,
  IconLineDashed,
  IconList,
  IconListNumbers,
  IconListTree,
  IconPageBreak,
  IconPaperclip,
  IconPhoto,
  IconSignature,
  IconStar,
  IconSuperscript,
  IconTable,
  IconUsers,
} from '@tabler/icons-react';
import { Selection } from '@tiptap/pm/state';
import { newPriceTable } from '../../../shared/domain/priceTable.ts';
import type { ToolIcon } from '../toolbar/ToolButton.tsx';
import { choosePicture } from '../toolbar/choosePicture.ts';
import { proposalSession } from '../session.ts';
import { askForWordFile } from '../word/wordRequest.ts';

export type SlashItem = {
  readonly name: SlashName;
  readonly icon: ToolIcon;
  /** What people type for it, in both languages, beside its name. */
  readonly words: string;
  /** Whether a document may have it but once. */
  readonly single?: string;
  readonly insert: (chain: ChainedCommands, editor: Editor) => void;
};

export type SlashName =
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'bulletList'
  | 'orderedList'
  | 'table'
  | 'picture'
  | 'quote'
  | 'rule'
  | 'pageBreak'
  | 'priceTable'
  | 'paymentSchedule'
  | 'payback'
  | 'team'
  | 'references'
  | 'validity'
  | 'signature'
  | 'callout'
  | 'columns'
  | 'attachments'
  | 'footnote'
  | 'tableOfContents'
  | 'wordFile'
  | 'field';

/** A block drawn from the dossier goes in with a paragraph after it, so that the caret has a place. */
function block(
  type: string,
  attrs: () => Readonly<Record<string, unknown>> = () => ({}),
): SlashItem['insert'] {
  return (chain) => chain.insertContent([{ type, attrs: attrs() }, { type: 'paragraph' }]).run();
}

function defaultTeam(): readonly string[] {
  const colleagues = proposalSession.getState().context?.company.colleagues ?? [];
  return colleagues.filter(({ inTeamByDefault }) => inTeamByDefault).map(({ id }) => id);
}

/** Prices of the open proposal; a text of the library is for any client and keeps the plain ones. */
function defaultPrices(): Readonly<Record<string, unknown>> {
  const { context } = proposalSession.getState();
  return context === null ? {} : { table: newPriceTable(context) };
}

/** Two empty columns with the caret in the first. */
function twoColumns(chain: ChainedCommands, editor: Editor): void {
  const column = { type: 'column', content: [{ type: 'paragraph' }] };
  chain
    .insertContent({ type: 'columns', content: [column, column] })
    .command(({ tr }) => {
      const $caret = tr.selection.$from;
      for (let depth = $caret.depth; depth > 0; depth -= 1) {
        if ($caret.node(depth).type !== editor.schema.nodes.columns) continue;
        tr.setSelection(Selection.near(tr.doc.resolve($caret.start(depth) + 1)));
        break;
      }
      return true;
    })
    .run();
}

/** Blocks that «/» offers, in the order of a document's making. */
export const slashItems: readonly SlashItem[] = [
  {
    name: 'heading1',
    icon: IconH1,
    words: 'заголовок h1 heading title',
    insert: (chain) => chain.setHeading({ level: 1 }).run(),
  },
  {
    name: 'heading2',
    icon: IconH2,
    words: 'заголовок подзаголовок h2 heading subtitle',
    insert: (chain) => chain.setHeading({ level: 2 }).run(),
  },
  {
    name: 'heading3',
    icon: IconH3,
    words: 'заголовок подзаголовок h3 heading',
    insert: (chain) => chain.setHeading({ level: 3 }).run(),
  },
  {
    name: 'bulletList',
    icon: IconList,
    words: 'список маркеры точки bullet list',
    insert: (chain) => chain.toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: IconListNumbers,
    words: 'список номера нумерация numbered list',
    insert: (chain) => chain.toggleOrderedList().run(),
  },
  {
    name: 'table',
    icon: IconTable,
    words: 'таблица table grid',
    insert: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    name: 'picture',
    icon: IconPhoto,
    words: 'изображение картинка рисунок фото picture image photo',
    insert: (chain, editor) => {
      chain.run();
      void choosePicture(editor);
    },
  },
  {
    name: 'quote',
    icon: IconBlockquote,
    words: 'цитата quote',
    insert: (chain) => chain.toggleBlockquote().run(),
  },
  {
    name: 'rule',
    icon: IconLineDashed,
    words: 'линия черта разделитель line rule divider',
    insert: (chain) => chain.setHorizontalRule().run(),
  },
  { name: 'pageBreak', icon: IconPageBreak, words: 'разрыв страница page break', insert: block('pageBreak') },
  {
    name: 'priceTable',
    icon: IconCoin,
    words: 'цена цены прайс стоимость price prices',
    single: 'priceTable',
    insert: block('priceTable', defaultPrices),
  },
  {
    name: 'paymentSchedule',
    icon: IconCash,
    words: 'график платежи оплата payment schedule',
    single: 'paymentSchedule',
    insert: block('paymentSchedule'),
  },
  {
    name: 'payback',
    icon: IconChartLine,
    words: 'окупаемость стоимость владения экономия расходы payback tco ownership saving',
    single: 'payback',
    insert: block('payback'),
  },
  {
    name: 'team',
    icon: IconUsers,
    words: 'команда люди сотрудники team people',
    insert: block('team', () => ({ colleagueIds: defaultTeam() })),
  },
  {
    name: 'references',
    icon: IconStar,
    words: 'рекомендации отзывы проекты references',
    insert: block('references'),
  },
  {
    name: 'validity',
    icon: IconCalendarDue,
    words: 'срок действия validity',
    single: 'validity',
    insert: block('validity'),
  },
  { name: 'signature', icon: IconSignature, words: 'подпись signature', insert: block('signature') },
  {
    name: 'tableOfContents',
    icon: IconListTree,
    words: 'оглавление содержание разделы contents toc table',
    single: 'tableOfContents',
    insert: block('tableOfContents'),
  },
  {
    name: 'callout',
    icon: IconInfoSquare,
    words: 'врезка выноска рамка внимание callout box note',
    insert: (chain) => chain.wrapIn('callout').run(),
  },
  {
    name: 'columns',
    icon: IconColumns2,
    words: 'колонки столбцы две подписи реквизиты columns two',
    insert: twoColumns,
  },
  {
    name: 'attachments',
    icon: IconPaperclip,
    words: 'приложения приложение attachments enclosures',
    insert: block('attachments'),
  },
  {
    name: 'footnote',
    icon: IconSuperscript,
    words: 'сноска примечание footnote note',
    insert: (chain) => chain.insertFootnote().run(),
  },
  {
    name: 'wordFile',
    icon: IconFileTypeDocx,
    words: 'файл ворд докс импорт word docx file import',
    insert: (chain) => {
      chain.run();
      askForWordFile();
    },
  },
  {
    name: 'field',
    icon: IconBraces,
    words: 'поле значение field value',
    insert: (chain) => {
      chain.run();
      proposalSession.setState({ fieldMenu: true });
    },
  },
];

/** Whether what is typed after «/» asks for this: every typed word begins one of its words, «ё» or «е» alike. */
export function slashMatches(typed: string, words: string): boolean {
  const folded = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
  const known = folded(words).split(/[\s\u00a0]+/);
  return folded(typed)
    .split(/[\s\u00a0]+/)
    .every((part) => known.some((word) => word.startsWith(part)));
}
