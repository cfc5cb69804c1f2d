import { Menu, UnstyledButton } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { showsHeadingNumbers, toggleHeadingNumbers } from '../extensions/headingNumbers.ts';
import { useTranslation } from 'react-i18next';

const styles = ['paragraph', 'heading1', 'heading2', 'heading3', 'quote'] as const;
type Style = (typeof styles)[number];

const keys: Readonly<Record<Style, string>> = {
  paragraph: 'Ctrl+Alt+0',
  heading1: 'Ctrl+Alt+1',
  heading2: 'Ctrl+Alt+2',
  heading3: 'Ctrl+Alt+3',
  quote: '',
};

function styleOf(editor: Editor): Style {
  if (editor.isActive('heading', { level: 1 })) return 'heading1';
  if (editor.isActive('heading', { level: 2 })) return 'heading2';
  if (editor.isActive('heading', { level: 3 })) return 'heading3';
  return editor.isActive('blockquote') ? 'quote' : 'paragraph';
}

function setStyle(editor: Editor, style: Style) {
  const chain = editor.chain().focus();
  switch (style) {
    case 'paragraph':
      return editor.isActive('blockquote')
        ? chain.unsetBlockquote().setParagraph().run()
        : chain.setParagraph().run();
    case 'heading1':
      return chain.setHeading({ level: 1 }).run();
    case 'heading2':
      return chain.setHeading({ level: 2 }).run();
    case 'heading3':
      return chain.setHeading({ level: 3 }).run();
    case 'quote':
      return chain.toggleBlockquote().run();
  }
}

/** Style of the paragraph at the caret. */
export function StyleMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const { current, numbered } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      current: styleOf(now),
      numbered: showsHeadingNumbers(now.state.doc),
    }),
  });
  return (
    <Menu position="bottom-start" width={240} returnFocus={false}>
      <Menu.Target>
        <UnstyledButton
          className="k-tool-menu k-tool-style"
          aria-label={`${t('toolbar.style')}: ${t(`styles.${current}`)}`}
        >
          <span>{t(`styles.${current}`)}</span>
          <IconChevronDown size={14} stroke={1.5} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {styles.map((style) => (
          <Menu.Item
            key={style}
            onClick={() => setStyle(editor, style)}
            leftSection={
              style === current ? <IconCheck size={16} stroke={1.5} /> : <span className="k-menu-blank" />
            }
            rightSection={<kbd className="k-keys">{keys[style]}</kbd>}
          >
            {t(`styles.${style}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          onClick={() => toggleHeadingNumbers(editor)}
          leftSection={numbered ? <IconCheck size={16} stroke={1.5} /> : <span className="k-menu-blank" />}
        >
          {t('styles.numberHeadings')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
