import type { BlockNode, DocumentRoot, InlineNode, ListItemNode } from '../../shared/document/nodes.ts';
import { samplePng } from '../support/sampleProposal.ts';

const who = ['Поставщик', 'Исполнитель', 'Сервисный центр', 'Отдел логистики', 'Проектная группа'];
const does = ['выполняет', 'согласовывает', 'берёт на себя', 'подтверждает', 'сопровождает', 'готовит'];
const what = [
  'пусконаладку насосных станций',
  'обучение смен на площадке',
  'входной контроль материалов',
  'рабочую документацию',
  'гарантийный ремонт агрегатов',
  'замену узлов учёта',
];
const when = [
  'в течение тридцати рабочих дней',
  'до конца третьего квартала',
  'после получения аванса',
  'по графику, согласованному сторонами',
  'без остановки основного производства',
];

/** Blocks of a printed page, roughly. */
const blocksOfPage = 10;

/** A made-up proposal of so many pages, of nodes that every editor knows; the same at every call. */
export function benchDocument(pages: number): DocumentRoot {
  let state = 7;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const of = (words: readonly string[]): string => words[next(words.length)] ?? '';
  const sentence = (): string => `${of(who)} ${of(does)} ${of(what)} ${of(when)}. `;
  const line = (sentences: number): InlineNode[] => {
    const inline: InlineNode[] = [];
    for (let at = 0; at < sentences; at += 1) {
      inline.push({ type: 'text', text: sentence() });
      if (next(4) === 0) inline.push({ type: 'text', text: of(what), marks: [{ type: 'bold' }] });
      if (next(8) === 0) {
        const href = `https://firma.example/${next(900)}`;
        inline.push({ type: 'text', text: of(what), marks: [{ type: 'link', attrs: { href } }] });
      }
      inline.push({ type: 'text', text: '. ' });
    }
    return inline;
  };
  const paragraph = (sentences: number): BlockNode => ({
    type: 'paragraph',
    attrs: { textAlign: null },
    content: line(sentences),
  });
  const item = (deeper: number): ListItemNode => ({
    type: 'listItem',
    content: deeper > 0 ? [paragraph(1), list(deeper - 1)] : [paragraph(1)],
  });
  const list = (deeper: number): BlockNode => ({
    type: 'bulletList',
    content: [item(0), item(deeper), item(0)],
  });
  const cell = (type: 'tableCell' | 'tableHeader', colspan: number): unknown => ({
    type,
    attrs: { colspan, rowspan: 1, colwidth: null, shade: null, verticalAlign: null },
    content: [{ type: 'paragraph', attrs: { textAlign: null }, content: [{ type: 'text', text: of(what) }] }],
  });
  const table = (): BlockNode => {
    const row = (type: 'tableCell' | 'tableHeader'): unknown => ({
      type: 'tableRow',
      content: Array.from({ length: 4 }, () => cell(type, 1)),
    });
    const content = [row('tableHeader'), ...Array.from({ length: 10 }, () => row('tableCell'))];
    const total = { type: 'tableRow', content: [cell('tableCell', 3), cell('tableCell', 1)] };
    // Written out of pieces whose types say less than they are; the document is checked where it is opened.
    return { type: 'table', content: [...content, total] } as BlockNode;
  };
  const picture = `data:image/png;base64,${samplePng(900, 480, [40, 90, 160])}`;
  const content: BlockNode[] = [];
  for (let at = 0; at < pages * blocksOfPage; at += 1) {
    const place = at % (blocksOfPage * 7);
    if (place === 0)
      content.push({
        type: 'heading',
        attrs: { level: 1, textAlign: null },
        content: [{ type: 'text', text: `Часть ${at / 70 + 1}` }],
      });
    else if (place % 14 === 0)
      content.push({
        type: 'heading',
        attrs: { level: 2, textAlign: null },
        content: [{ type: 'text', text: of(what) }],
      });
    else if (place === 33) content.push(table());
    else if (place % 17 === 0) content.push(list(2));
    else if (place === 50) {
      const size = { width: 600, height: 320 };
      content.push({
        type: 'image',
        attrs: { src: picture, alt: 'График', ...size, align: null, caption: null },
      });
    } else content.push(paragraph(1 + next(4)));
  }
  return { type: 'doc', content };
}
