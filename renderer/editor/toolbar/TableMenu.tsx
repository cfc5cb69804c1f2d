import { Menu } from '@mantine/core';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToolButton } from './ToolButton.tsx';

const gridRows = 6;
const gridColumns = 8;

const actions = [
  { name: 'addRowBefore', run: (chain: ChainedCommands) => chain.addRowBefore() },
  { name: 'addRowAfter', run: (chain: ChainedCommands) => chain.addRowAfter() },
  { name: 'addColumnBefore', run: (chain: ChainedCommands) => chain.addColumnBefore() },
  { name: 'addColumnAfter', run: (chain: ChainedCommands) => chain.addColumnAfter() },
  { name: 'mergeOrSplit', run: (chain: ChainedCommands) => chain.mergeOrSplit() },
  { name: 'toggleHeaderRow', run: (chain: ChainedCommands) => chain.toggleHeaderRow() },
  { name: 'toggleHeaderColumn', run: (chain: ChainedCommands) => chain.toggleHeaderColumn() },
  { name: 'deleteRow', run: (chain: ChainedCommands) => chain.deleteRow() },
  { name: 'deleteColumn', run: (chain: ChainedCommands) => chain.deleteColumn() },
  { name: 'deleteTable', run: (chain: ChainedCommands) => chain.deleteTable() },
] as const;

/** Outside a table: a grid to draw one. Inside: rows, columns, cells, header. */
export function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const [opened, setOpened] = useState(false);
  const [size, setSize] = useState({ rows: 3, columns: 3 });
  const inTable = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') });

  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={inTable ? 240 : 'auto'}>
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
          <div className="k-grid" role="grid" aria-label={t('table.insert')}>
            {Array.from({ length: gridRows }, (_, row) => (
              <div role="row" key={row}>
                {Array.from({ length: gridColumns }, (_cell, column) => (
                  <button
                    type="button"
                    key={column}
                    role="gridcell"
                    aria-label={t('table.size', { rows: row + 1, columns: column + 1 })}
                    data-on={(row < size.rows && column < size.columns) || undefined}
                    onMouseEnter={() => setSize({ rows: row + 1, columns: column + 1 })}
                    onFocus={() => setSize({ rows: row + 1, columns: column + 1 })}
                    onClick={() => {
                      setOpened(false);
                      editor
                        .chain()
                        .focus()
                        .insertTable({ rows: row + 1, cols: column + 1, withHeaderRow: true })
                        .run();
                    }}
                  />
                ))}
              </div>
            ))}
            <p>{t('table.size', size)}</p>
          </div>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
