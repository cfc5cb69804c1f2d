import { Menu } from '@mantine/core';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeColumns, removeRows } from '../tableTools.ts';
import { TableGrid } from './TableGrid.tsx';
import { ToolButton } from './ToolButton.tsx';

const actions = [
  { name: 'addRowBefore', run: (chain: ChainedCommands) => chain.addRowBefore() },
  { name: 'addRowAfter', run: (chain: ChainedCommands) => chain.addRowAfter() },
  { name: 'addColumnBefore', run: (chain: ChainedCommands) => chain.addColumnBefore() },
  { name: 'addColumnAfter', run: (chain: ChainedCommands) => chain.addColumnAfter() },
  { name: 'mergeOrSplit', run: (chain: ChainedCommands) => chain.mergeOrSplit() },
  { name: 'toggleHeaderRow', run: (chain: ChainedCommands) => chain.toggleHeaderRow() },
  { name: 'toggleHeaderColumn', run: (chain: ChainedCommands) => chain.toggleHeaderColumn() },
  { name: 'deleteRow', run: removeRows },
  { name: 'deleteColumn', run: removeColumns },
  { name: 'deleteTable', run: (chain: ChainedCommands) => chain.deleteTable() },
] as const;

/** Outside a table: a grid to draw one. Inside: rows, columns, cells, header. */
export function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const [opened, setOpened] = useState(false);
  const inTable = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') });

  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={inTable ? 240 : 'auto'}
      // The grid says itself which of its squares has the focus first.
      withInitialFocusPlaceholder={inTable}
    >
      <Menu.Target>
        <ToolButton
          icon={IconTable}
          name={t('toolbar.table')}
          active={inTable}
          onPress={() => setOpened(!opened)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {inTable ? (
          actions.map(({ name, run }) => (
            <Menu.Item key={name} onClick={() => run(editor.chain().focus()).run()}>
              {t(`table.${name}`)}
            </Menu.Item>
          ))
        ) : (
          <TableGrid
            onDraw={(rows, cols) => {
              setOpened(false);
              editor.chain().focus().insertTable({ rows, cols, withHeaderRow: true }).run();
            }}
          />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
