import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconItalic,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconUnderline,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { choosePicture } from '../toolbar/choosePicture.ts';
import { FieldMenu } from '../toolbar/FieldMenu.tsx';
import { InsertMenu } from '../toolbar/InsertMenu.tsx';
import { LinkButton } from '../toolbar/LinkButton.tsx';
import { StyleMenu } from '../toolbar/StyleMenu.tsx';
import { TableMenu } from '../toolbar/TableMenu.tsx';
import { ToolButton } from '../toolbar/ToolButton.tsx';
import { undoable } from '../toolbar/undoable.ts';

/** The tools of a piece: those of text, tables, pictures and fields; what belongs to a whole document is not here. */
export function PieceToolbar({ editor, tools }: { readonly editor: Editor; readonly tools?: ReactNode }) {
  const { t } = useTranslation('editor');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      ...undoable(now),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
    }),
  });
  const focus = () => editor.chain().focus();
  return (
    <div aria-label={t('toolbar.label')} className="k-toolbar" role="toolbar">
      <ToolButton
        disabled={!state.canUndo}
        icon={IconArrowBackUp}
        keys="Ctrl+Z"
        name={t('toolbar.undo')}
        onPress={() => focus().undo().run()}
      />
      <ToolButton
        disabled={!state.canRedo}
        icon={IconArrowForwardUp}
        keys="Ctrl+Y"
        name={t('toolbar.redo')}
        onPress={() => focus().redo().run()}
      />
      <i className="k-tool-gap" />
      <StyleMenu editor={editor} />
      <i className="k-tool-gap" />
      <ToolButton
        active={state.bold}
        icon={IconBold}
        keys="Ctrl+B"
        name={t('toolbar.bold')}
        onPress={() => focus().toggleBold().run()}
      />
      <ToolButton
        active={state.italic}
        icon={IconItalic}
        keys="Ctrl+I"
        name={t('toolbar.italic')}
        onPress={() => focus().toggleItalic().run()}
      />
      <ToolButton
        active={state.underline}
        icon={IconUnderline}
        keys="Ctrl+U"
        name={t('toolbar.underline')}
        onPress={() => focus().toggleUnderline().run()}
      />
      <i className="k-tool-gap" />
      <ToolButton
        active={state.bulletList}
        icon={IconList}
        name={t('toolbar.bulletList')}
        onPress={() => focus().toggleBulletList().run()}
      />
      <ToolButton
        active={state.orderedList}
        icon={IconListNumbers}
        name={t('toolbar.orderedList')}
        onPress={() => focus().toggleOrderedList().run()}
      />
      <i className="k-tool-gap" />
      <TableMenu editor={editor} />
      <LinkButton editor={editor} />
      <ToolButton icon={IconPhoto} name={t('toolbar.picture')} onPress={() => void choosePicture(editor)} />
      <InsertMenu editor={editor} />
      <FieldMenu editor={editor} />
      {tools}
    </div>
  );
}
