import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconList,
  IconListNumbers,
  IconPageBreak,
  IconPhoto,
  IconQuotes,
  IconSearch,
  IconStrikethrough,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openFind } from '../find/findPanelState.ts';
import { undoable } from './undoable.ts';
import { useSetTypography } from '../typography/useSetTypography.ts';
import { AlignTools } from './AlignTools.tsx';
import { choosePicture } from './choosePicture.ts';
import { IndentTools } from './IndentTools.tsx';
import { InsertMenu } from './InsertMenu.tsx';
import { NumberingMenu } from './NumberingMenu.tsx';
import { FieldMenu } from './FieldMenu.tsx';
import { LetterTools } from './LetterTools.tsx';
import { LinkButton } from './LinkButton.tsx';
import { StyleMenu } from './StyleMenu.tsx';
import { TableMenu } from './TableMenu.tsx';
import { ToolButton } from './ToolButton.tsx';

/** The tools of the page, in Word's order. */
export function Toolbar({ editor, editable }: { editor: Editor; editable: boolean }) {
  const { t } = useTranslation('editor');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      ...undoable(now),
      strike: now.isActive('strike'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
    }),
  });
  const focus = () => editor.chain().focus();
  const typography = useSetTypography(editor);

  return (
    <div
      className="k-toolbar"
      role="toolbar"
      aria-label={t('toolbar.label')}
      data-disabled={!editable || undefined}
    >
      <ToolButton
        icon={IconArrowBackUp}
        name={t('toolbar.undo')}
        keys="Ctrl+Z"
        disabled={!state.canUndo}
        onPress={() => focus().undo().run()}
      />
      <ToolButton
        icon={IconArrowForwardUp}
        name={t('toolbar.redo')}
        keys="Ctrl+Y"
        disabled={!state.canRedo}
        onPress={() => focus().redo().run()}
      />
      <i className="k-tool-gap" />
      <StyleMenu editor={editor} />
      <i className="k-tool-gap" />
      <LetterTools editor={editor} />
      <ToolButton
        icon={IconStrikethrough}
        name={t('toolbar.strike')}
        active={state.strike}
        onPress={() => focus().toggleStrike().run()}
      />
      <i className="k-tool-gap" />
      <AlignTools editor={editor} />
      <i className="k-tool-gap" />
      <ToolButton
        icon={IconList}
        name={t('toolbar.bulletList')}
        active={state.bulletList}
        onPress={() => focus().toggleBulletList().run()}
      />
      <ToolButton
        icon={IconListNumbers}
        name={t('toolbar.orderedList')}
        active={state.orderedList}
        onPress={() => focus().toggleOrderedList().run()}
      />
      <NumberingMenu editor={editor} />
      <IndentTools editor={editor} />
      <i className="k-tool-gap" />
      <TableMenu editor={editor} />
      <LinkButton editor={editor} />
      <ToolButton icon={IconPhoto} name={t('toolbar.picture')} onPress={() => void choosePicture(editor)} />
      {/* Where the toolbar is narrow, the menu beside it has it. */}
      <span className="k-tools-wide">
        <ToolButton
          icon={IconPageBreak}
          name={t('toolbar.pageBreak')}
          keys="Ctrl+Enter"
          onPress={() => focus().insertPageBreak().run()}
        />
      </span>
      <InsertMenu editor={editor} />
      <FieldMenu editor={editor} />
      <span className="k-tool-space" />
      <ToolButton icon={IconQuotes} name={t('toolbar.typography')} onPress={typography} />
      <ToolButton icon={IconSearch} name={t('toolbar.find')} keys="Ctrl+F" onPress={() => openFind(false)} />
    </div>
  );
}
