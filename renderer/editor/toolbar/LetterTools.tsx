import { IconBold, IconItalic, IconUnderline } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { ToolButton } from './ToolButton.tsx';

/** Bold, italic, underlined: above the page and above a selection. */
export function LetterTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
    }),
  });
  const focus = () => editor.chain().focus();
  return (
    <>
      <ToolButton
        icon={IconBold}
        name={t('toolbar.bold')}
        keys="Ctrl+B"
        active={state.bold}
        onPress={() => focus().toggleBold().run()}
      />
      <ToolButton
        icon={IconItalic}
        name={t('toolbar.italic')}
        keys="Ctrl+I"
        active={state.italic}
        onPress={() => focus().toggleItalic().run()}
      />
      <ToolButton
        icon={IconUnderline}
        name={t('toolbar.underline')}
        keys="Ctrl+U"
        active={state.underline}
        onPress={() => focus().toggleUnderline().run()}
      />
    </>
  );
}
