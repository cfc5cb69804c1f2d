import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, PluginView } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { DecorationSource, EditorView, NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import { assistance } from '../../app/assistance.ts';
import { hearCaret } from './caretOfKeys.ts';

/** A document of no more blocks, some fifteen pages, is drawn as a whole: that takes no longer. */
const mostAtOnce = 150;
/** Blocks at the beginning that are drawn at once: what the tallest desk shows at the smallest zoom, and a reserve. */
const firstBlocks = 50;
/** Blocks at the end that are drawn at once, so that Ctrl+End finds a line to go to. */
const lastBlocks = 5;
/** Blocks that are drawn on either side of one that is wanted. */
const blocksBeside = 10;
/** Blocks that are drawn in one go at idle: every time, what a frame costs comes on top, so fewer at a time take longer. */
const blocksAtIdle = 400;
/** So long a busy window may put off the next run. */
const patienceMs = 2000;

type Place = { readonly from: number; readonly to: number };

const key = new PluginKey<DecorationSet>('lateBlocks');

/** What only holds blocks is drawn at once; the blocks in it may be late. */
const frames = new Set(['section', 'argument']);

function blocksOf(doc: DocumentNode): Place[] {
  const blocks: Place[] = [];
  const gather = (parent: DocumentNode, start: number) =>
    parent.forEach((child, offset) => {
      const from = start + offset;
      if (frames.has(child.type.name)) gather(child, from + 1);
      else blocks.push({ from, to: from + child.nodeSize });
    });
  gather(doc, 0);
  return blocks;
}

const lateMark = (from: number, to: number): Decoration => Decoration.inline(from, to, {}, { isLate: true });

/**
 * What is not drawn at once, as a mark that every late block is wholly in. One mark, and two for every part that is drawn
 * later in its middle: the library goes through all of them for every block of the document with every key.
 */
function lateOf(doc: DocumentNode): DecorationSet {
  const blocks = blocksOf(doc);
  if (blocks.length <= mostAtOnce) return DecorationSet.empty;
  const [first, last] = [blocks[firstBlocks], blocks.at(-lastBlocks - 1)];
  return first && last ? DecorationSet.create(doc, [lateMark(first.from, last.to)]) : DecorationSet.empty;
}

/** Without the late blocks of a place and some beside them. */
function without(late: DecorationSet, doc: DocumentNode, place: Place): DecorationSet {
  if (late.find(place.from, place.to).length === 0) return late;
  const blocks = blocksOf(doc);
  const first = blocks.findIndex(({ to }) => to > place.from);
  const last = blocks.findLastIndex(({ from }) => from <= place.to);
  const from = blocks[Math.max(0, (first < 0 ? blocks.length : first) - blocksBeside)]?.from ?? 0;
  const to = blocks[last + blocksBeside]?.to ?? doc.content.size;
  const marks = late.find(from, to);
  const rest = marks.flatMap((mark) => [
    ...(mark.from < from ? [lateMark(mark.from, from)] : []),
    ...(mark.to > to ? [lateMark(to, mark.to)] : []),
  ]);
  return late.remove(marks).add(doc, rest);
}

const lateIn = (state: EditorState): DecorationSet => key.getState(state) ?? DecorationSet.empty;

/** Whether blocks of the document are still to be drawn. */
export function hasLateBlocks(state: EditorState): boolean {
  return lateIn(state) !== DecorationSet.empty;
}

function isLate({ content }: DocumentNode, marks: DecorationSource): boolean {
  let late = false;
  marks.forEachSet((set) => {
    late ||= set
      .find(0, content.size, (spec: { isLate?: true }) => spec.isLate === true)
      .some(({ from, to }) => from === 0 && to === content.size);
  });
  return late;
}

function footnotesIn(block: DocumentNode): number {
  let count = 0;
  block.descendants(({ type }) => {
    if (type.name === 'footnote') count += 1;
  });
  return count;
}

/** On a footnote's mark, and on the box of a block that is not drawn yet and will have some: found by one class at once. */
export const noteClass = 'k-notes';

/** Says on a late block's box how many footnotes will be in it. */
function markNotes({ dataset, classList }: HTMLElement, block: DocumentNode): void {
  const notes = footnotesIn(block);
  classList.toggle(noteClass, notes > 0);
  if (notes > 0) dataset.notes = String(notes);
  else delete dataset.notes;
}

/** Editors whose late boxes came or went since their runs were told. */
const untold = new WeakSet<EditorView>();

/**
 * The view of a block that is not drawn yet: its element without its content. Null when the block is to be drawn.
 * @param tag name of the element that the block has when it is drawn
 */
export function lateView(
  block: DocumentNode,
  view: EditorView,
  marks: DecorationSource,
  tag: string,
  className?: string,
): NodeView | null {
  if (!isLate(block, marks)) return null;
  const dom = document.createElement(tag);
  if (className !== undefined) dom.className = className;
  dom.dataset.late = '';
  markNotes(dom, block);
  untold.add(view);
  return {
    dom,
    update: (next, _marks, nextMarks) => {
      if (!isLate(next, nextMarks)) return false;
      markNotes(dom, next);
      return true;
    },
    // Nobody types in it; its attributes are told below.
    ignoreMutation: () => true,
    destroy: () => void untold.add(view),
  };
}

function lateOr(tag: (block: DocumentNode) => string, className?: string): NodeViewConstructor {
  return (block, view, _place, _marks, marks) =>
    // A block without a view of its own is drawn by the library; its types do not say so.
    lateView(block, view, marks, tag(block), className) as NodeView;
}

/** The length of a run, on the box that stands for it (page.css). */
const runProperty = '--late-run';

const isLateBox = (box: Element | null): box is HTMLElement =>
  box instanceof HTMLElement && 'late' in box.dataset;

/**
 * Lets the first of late boxes beside each other stand for them all and folds the others away: the browser would go
 * through thousands of boxes with every key that makes a block higher or less high.
 */
function tellRuns(view: EditorView): void {
  if (!untold.delete(view)) return;
  for (const box of view.dom.querySelectorAll<HTMLElement>('[data-late]')) {
    if (isLateBox(box.previousElementSibling)) continue;
    let length = 1;
    for (let next = box.nextElementSibling; isLateBox(next); next = next.nextElementSibling, length += 1)
      if (next.dataset.late !== 'folded') next.dataset.late = 'folded';
    if (box.dataset.late !== '') box.dataset.late = '';
    box.style.setProperty(runProperty, String(length));
  }
}

/** The box of a run's block that stands at a height of the window; the first or last one when none does. */
function boxAt(head: HTMLElement, y: number): Element {
  const length = Number(head.style.getPropertyValue(runProperty));
  const { top, height } = head.getBoundingClientRect();
  const at = Math.floor(((y - top) / height) * length);
  let box: Element = head;
  for (let step = Math.min(at, length - 1); step > 0; step -= 1) box = box.nextElementSibling ?? box;
  return box;
}

// A table has a view of its own, see index.ts.
const nodeViews = {
  paragraph: lateOr(() => 'p'),
  heading: lateOr(({ attrs }) => `h${String(attrs.level)}`),
  bulletList: lateOr(() => 'ul'),
  orderedList: lateOr(() => 'ol'),
  blockquote: lateOr(() => 'blockquote'),
  callout: lateOr(() => 'div', 'k-callout'),
  columns: lateOr(() => 'div', 'k-columns'),
};

/** Draws the late blocks of a place. No transaction of the editor: nobody hears of it, as nothing changed. */
function draw(view: EditorView, place: Place): void {
  if (lateIn(view.state).find(place.from, place.to).length === 0) return;
  // What draws before that would put the caret back.
  hearCaret(view);
  view.updateState(view.state.apply(view.state.tr.setMeta(key, place)));
}

/** Draws the block at a position, if it is late: before something of it is shown or measured. */
export function drawAt({ view }: Editor, position: number): void {
  draw(view, { from: position, to: position });
}

/** Index of the first box for which `test` holds, as it then does for all after it. */
function firstOf(boxes: ArrayLike<Element>, test: (box: DOMRect) => boolean): number {
  let [from, to] = [0, boxes.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const box = boxes[middle];
    if (box && test(box.getBoundingClientRect())) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Draws the late blocks in sight and those as far from it as the window is high. */
function drawNear(view: EditorView): void {
  if (view.isDestroyed) return;
  const heads = view.dom.querySelectorAll<HTMLElement>('[data-late=""]');
  const first = heads[firstOf(heads, ({ bottom }) => bottom > -innerHeight)];
  const last = heads[firstOf(heads, ({ top }) => top > 2 * innerHeight) - 1];
  if (!first || !last) return;
  const [from, to] = [boxAt(first, -innerHeight), boxAt(last, 2 * innerHeight)].map((box) =>
    view.posAtDOM(box, 0),
  );
  if (from !== undefined && to !== undefined && from <= to) draw(view, { from, to });
}

/** Draws what comes near by scrolling before it is shown; for a screen reader also all the rest, at idle. */
function drawLater(view: EditorView): PluginView {
  let isAtWork = false;
  let asked = 0;
  // Blocks that are laid out are less high than was guessed, and others come nearer.
  const heights = new ResizeObserver(() => requestAnimationFrame(() => drawNear(view)));
  const near = ({ target }: Event) => {
    if (!(target instanceof Element) || target.contains(view.dom)) drawNear(view);
  };
  const stop = () => {
    isAtWork = false;
    cancelIdleCallback(asked);
    removeEventListener('scroll', near, true);
    heights.disconnect();
  };
  const drawSome = () => {
    const [mark] = lateIn(view.state)
      .find()
      .toSorted((one, other) => one.from - other.from);
    // What an input method is writing in is left alone.
    if (mark && !view.composing) {
      const blocks = blocksOf(view.state.doc).filter(({ from }) => from >= mark.from);
      const { to } = blocks[Math.min(blocksAtIdle, blocks.length) - 1] ?? mark;
      draw(view, { from: mark.from + 1, to: Math.min(to, mark.to) - 1 });
    }
    askForRest();
  };
  function askForRest(): void {
    cancelIdleCallback(asked);
    if (isAtWork && assistance.getState().on) asked = requestIdleCallback(drawSome, { timeout: patienceMs });
  }
  const goOn = () => {
    if (isAtWork === hasLateBlocks(view.state)) return;
    if (isAtWork) return stop();
    isAtWork = true;
    askForRest();
    addEventListener('scroll', near, { capture: true, passive: true });
    heights.observe(view.dom);
  };
  tellRuns(view);
  goOn();
  const forget = assistance.subscribe(askForRest);
  return {
    update: () => {
      tellRuns(view);
      goOn();
    },
    destroy: () => {
      forget();
      stop();
    },
  };
}

/**
 * Of a document of more than some fifteen pages only the beginning, the end, and the blocks around the selection are
 * drawn at once. The others are empty boxes, as high as page.css takes blocks to be that are not laid out, one for all
 * of a run, and are drawn when they come near: the browser looks at every laid-out block with every key. For a screen
 * reader all are drawn within a second or two. The document itself is whole from the start, so what reads it (search,
 * copying, saving, counting) need not know.
 */
export const LateBlocks = Extension.create({
  name: 'lateBlocks',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => lateOf(doc),
          apply: (transaction, before, _old, { selection }) => {
            if (before === DecorationSet.empty) return before;
            const late = before.map(transaction.mapping, transaction.doc);
            // Only this plugin sets its own meta.
            const wanted = transaction.getMeta(key) as Place | undefined;
            if (wanted) return without(late, transaction.doc, wanted);
            const { anchor, head, from, to } = selection;
            return [anchor, head, from, to].reduce(
              (rest, at) => without(rest, transaction.doc, { from: at, to: at }),
              late,
            );
          },
        },
        props: { decorations: lateIn, nodeViews },
        view: drawLater,
      }),
    ];
  },
});
