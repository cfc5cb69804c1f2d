import type { ChainedCommands, Editor } from '@tiptap/core';
import { findParentNode, posToDOMRect } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { CellSelection, mergeCells, splitCell } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import {
  IconArrowMerge,
  IconArrowsSplit,
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTableColumn,
  IconTableRow,
  IconTrash,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { removeColumns, removeRows } from '../tableTools.ts';
import { ToolButton } from '../toolbar/ToolButton.tsx';
import { useIsSheetWhole } from '../usePageZoom.ts';
import { CellTools } from './CellTools.tsx';
import type { ToolIcon } from '../toolbar/ToolButton.tsx';
import { useBubblePlace } from './useBubblePlace.ts';

type Tool = {
  readonly name:
    | 'addRowBefore'
    | 'addRowAfter'
    | 'deleteRow'
    | 'addColumnBefore'
    | 'addColumnAfter'
    | 'deleteColumn'
    | 'toggleHeaderRow'
    | 'toggleHeaderColumn'
    | 'deleteTable';
  readonly icon: ToolIcon;
  readonly run: (chain: ChainedCommands) => ChainedCommands;
};

const rows: readonly Tool[] = [
  { name: 'addRowBefore', icon: IconRowInsertTop, run: (chain) => chain.addRowBefore() },
  { name: 'addRowAfter', icon: IconRowInsertBottom, run: (chain) => chain.addRowAfter() },
  { name: 'deleteRow', icon: IconRowRemove, run: removeRows },
];
const columns: readonly Tool[] = [
  { name: 'addColumnBefore', icon: IconColumnInsertLeft, run: (chain) => chain.addColumnBefore() },
  { name: 'addColumnAfter', icon: IconColumnInsertRight, run: (chain) => chain.addColumnAfter() },
  { name: 'deleteColumn', icon: IconColumnRemove, run: removeColumns },
];
const whole: readonly Tool[] = [
  { name: 'toggleHeaderRow', icon: IconTableRow, run: (chain) => chain.toggleHeaderRow() },
  { name: 'toggleHeaderColumn', icon: IconTableColumn, run: (chain) => chain.toggleHeaderColumn() },
  { name: 'deleteTable', icon: IconTrash, run: (chain) => chain.deleteTable() },
];

const tableAt = findParentNode((node) => node.type.name === 'table');

type Shown = { readonly editor: Editor; readonly state: EditorState };

function isInTable({ editor, state: { selection } }: Shown): boolean {
  return (
    editor.isEditable && editor.isActive('table') && (selection.empty || selection instanceof CellSelection)
  );
}

/** Where the table with the caret stands: over the whole width of the text, also when it is in a column of it. */
function boxOfTable(editor: Editor): { getBoundingClientRect(): DOMRect } | null {
  const table = tableAt(editor.state.selection);
  if (!table) return null;
  const dom = editor.view.nodeDOM(table.pos);
  return {
    getBoundingClientRect: () => {
      const own =
        dom instanceof Element
          ? dom.getBoundingClientRect()
          : posToDOMRect(editor.view, table.pos, table.pos + 1);
      const text = editor.view.dom.getBoundingClientRect();
      return new DOMRect(text.x, own.y, text.width, own.height);
    },
  };
}

/**
 * Tools of the table with the caret: upright in the margin beside it, where they cover no line; above its first row where
 * the sheet is wider than the desk.
 */
export function TableBubble({ editor, desk }: { editor: Editor; desk: HTMLElement }) {
  const upright = useIsSheetWhole(desk);
  const tip = upright ? 'left' : 'top';
  const place = useBubblePlace(desk, upright ? 'right-start' : 'top-end');
  const tableBox = useCallback(() => boxOfTable(editor), [editor]);
  const { t } = useTranslation('editor');
  const { canMerge, canSplit } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ canMerge: mergeCells(now.state), canSplit: splitCell(now.state) }),
  });
  const button = ({ name, icon, run }: Tool) => (
    <ToolButton
      key={name}
      icon={icon}
      name={t(`table.${name}`)}
      tip={tip}
      onPress={() => run(editor.chain().focus()).run()}
    />
  );
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="tableBubble"
      updateDelay={120}
      {...place}
      shouldShow={isInTable}
      getReferencedVirtualElement={tableBox}
      className="k-bubble"
      data-upright={upright || undefined}
      role="toolbar"
      aria-label={t('bubble.table')}
    >
      {rows.map(button)}
      <i className="k-tool-gap" />
      {columns.map(button)}
      <i className="k-tool-gap" />
      {canSplit && !canMerge ? (
        <ToolButton
          icon={IconArrowsSplit}
          name={t('table.split')}
          tip={tip}
          onPress={() => editor.chain().focus().splitCell().run()}
        />
      ) : (
        <ToolButton
          icon={IconArrowMerge}
          name={t('table.merge')}
          tip={tip}
          disabled={!canMerge}
          onPress={() => editor.chain().focus().mergeCells().run()}
        />
      )}
      <CellTools editor={editor} tip={tip} />
      {whole.map(button)}
    </BubbleMenu>
  );
}
