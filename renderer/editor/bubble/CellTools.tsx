import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { selectedRect } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import {
  IconCheck,
  IconLayoutAlignBottom,
  IconLayoutAlignMiddle,
  IconLayoutAlignTop,
  IconPalette,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellAlign, CellShade } from '../../../shared/document/nodes.ts';
import { ToolButton } from '../toolbar/ToolButton.tsx';

const shades: readonly (CellShade | null)[] = [null, 'accentLight', 'grey'];
const aligns: readonly { readonly value: CellAlign; readonly icon: typeof IconLayoutAlignTop }[] = [
  { value: 'top', icon: IconLayoutAlignTop },
  { value: 'middle', icon: IconLayoutAlignMiddle },
  { value: 'bottom', icon: IconLayoutAlignBottom },
];

/** Gives every chosen cell, or the one with the caret, another ground or place of its text; one step of undo. */
export function setCells(
  editor: Editor,
  change: { readonly shade: CellShade | null } | { readonly verticalAlign: CellAlign },
): void {
  if (!editor.isActive('table')) return;
  const rect = selectedRect(editor.state);
  const { tr } = editor.state;
  for (const cell of rect.map.cellsInRect(rect)) {
    const node = rect.table.nodeAt(cell);
    if (node) tr.setNodeMarkup(rect.tableStart + cell, null, { ...node.attrs, ...change });
  }
  if (tr.docChanged) editor.view.dispatch(tr);
  editor.view.focus();
}

/** Ground and vertical place of the chosen cells. */
export function CellTools({ editor, tip }: { editor: Editor; tip: 'top' | 'left' }) {
  const { t } = useTranslation('editor');
  const [opened, setOpened] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const attrs = now.isActive('tableHeader')
        ? now.getAttributes('tableHeader')
        : now.getAttributes('tableCell');
      return { shade: String(attrs.shade ?? ''), align: String(attrs.verticalAlign ?? '') };
    },
  });
  const tick = (chosen: boolean) =>
    chosen ? <IconCheck size={14} stroke={1.5} /> : <span className="k-menu-blank" />;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={230} withinPortal returnFocus>
      <Menu.Target>
        <ToolButton icon={IconPalette} name={t('cell.label')} tip={tip} onPress={() => setOpened(!opened)} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('cell.shade')}</Menu.Label>
        {shades.map((shade) => (
          <Menu.Item
            key={shade ?? ''}
            leftSection={<i className="k-cell-shade" data-shade={shade ?? undefined} />}
            rightSection={tick(state.shade === (shade ?? ''))}
            onClick={() => setCells(editor, { shade })}
          >
            {t(`cell.shades.${shade ?? 'none'}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('cell.vertical')}</Menu.Label>
        {aligns.map(({ value, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} stroke={1.5} />}
            rightSection={tick(state.align === value)}
            onClick={() => setCells(editor, { verticalAlign: value })}
          >
            {t(`cell.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
