import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { slashItems } from '../slash/slashItems.ts';
import type { SlashName } from '../slash/slashItems.ts';
import { useSlashLabel } from '../slash/useSlashLabel.ts';
import { ToolButton } from './ToolButton.tsx';

/** What has no button of its own, in the order of «/». */
const names = [
  'tableOfContents',
  'callout',
  'columns',
  'quote',
  'rule',
  'pageBreak',
  'footnote',
  'attachments',
  'wordFile',
] as const;
const isOffered = (name: SlashName) => names.some((offered) => offered === name);

/** Blocks to put in at the caret; «/» in the text offers them too. */
export function InsertMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const label = useSlashLabel();
  const [opened, setOpened] = useState(false);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={240} returnFocus={false}>
      <Menu.Target>
        <ToolButton icon={IconPlus} name={t('toolbar.insert')} onPress={() => setOpened(!opened)} />
      </Menu.Target>
      <Menu.Dropdown>
        {slashItems
          .filter(({ name }) => isOffered(name))
          .map(({ name, icon: Icon, insert }) => (
            <Menu.Item
              key={name}
              leftSection={<Icon size={16} stroke={1.5} />}
              // Behind what is selected, a field for instance: a block is put in, nothing is replaced.
              onClick={() =>
                insert(editor.chain().focus().setTextSelection(editor.state.selection.to), editor)
              }
            >
              {label(name)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
