import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  IconAlignCenter,
  IconAlignJustified,
  IconAlignLeft,
  IconAlignRight,
  IconIndentDecrease,
  IconIndentIncrease,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeIndent } from '../extensions/indent.ts';
import { ToolButton } from './ToolButton.tsx';

const alignments = [
  { value: 'left', icon: IconAlignLeft, keys: 'Ctrl+L' },
  { value: 'center', icon: IconAlignCenter, keys: 'Ctrl+E' },
  { value: 'right', icon: IconAlignRight, keys: 'Ctrl+R' },
  { value: 'justify', icon: IconAlignJustified, keys: 'Ctrl+J' },
] as const;

const indents = [
  { by: -1, name: 'outdent', icon: IconIndentDecrease, keys: 'Shift+Tab' },
  { by: 1, name: 'indent', icon: IconIndentIncrease, keys: 'Tab' },
] as const;

/** Alignment of paragraphs: four buttons, or one with a menu where the toolbar is narrow (page.css decides). */
export function AlignTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const current = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      alignments.find(({ value }) => now.isActive({ textAlign: value }))?.value ?? 'left',
  });
  const set = (value: string) => editor.chain().focus().setTextAlign(value).run();
  const { icon: CurrentIcon } = alignments.find(({ value }) => value === current) ?? alignments[0];
  return (
    <>
      <span className="k-tools-wide">
        {alignments.map(({ value, icon, keys }) => (
          <ToolButton
            key={value}
            icon={icon}
            name={t(`toolbar.align.${value}`)}
            keys={keys}
            active={current === value}
            onPress={() => set(value)}
          />
        ))}
      </span>
      <span className="k-tools-narrow">
        <Menu position="bottom-start" width={240} returnFocus={false}>
          <Menu.Target>
            <button
              type="button"
              className="k-tool-menu k-tool-icon-menu"
              aria-label={t('toolbar.alignment')}
            >
              <CurrentIcon size={17} stroke={1.5} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {alignments.map(({ value, icon: Icon, keys }) => (
              <Menu.Item
                key={value}
                leftSection={<Icon size={16} stroke={1.5} />}
                rightSection={<kbd className="k-keys">{keys}</kbd>}
                onClick={() => set(value)}
              >
                {t(`toolbar.align.${value}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            {indents.map(({ by, name, icon: Icon, keys }) => (
              <Menu.Item
                key={name}
                leftSection={<Icon size={16} stroke={1.5} />}
                rightSection={<kbd className="k-keys">{keys}</kbd>}
                onClick={() => {
                  changeIndent(editor, by);
                  editor.view.focus();
                }}
              >
                {t(`toolbar.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </span>
    </>
  );
}
