import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconIndentDecrease, IconIndentIncrease } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { deepestIndent } from '../../../shared/document/nodes.ts';
import { changeIndent, indentAtCaret } from '../extensions/indent.ts';
import { listDepth } from '../lists/listLevels.ts';
import { ToolButton } from './ToolButton.tsx';

/** Word's pair of buttons: paragraphs by a step, list items by a level. A narrow toolbar has them under alignment. */
export function IndentTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const { indent, inList } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ indent: indentAtCaret(now), inList: listDepth(now) > 0 }),
  });
  const press = (by: 1 | -1) => {
    changeIndent(editor, by);
    editor.view.focus();
  };
  return (
    <span className="k-tools-wide">
      <ToolButton
        icon={IconIndentDecrease}
        name={t('toolbar.outdent')}
        keys="Shift+Tab"
        disabled={!inList && (indent ?? 0) === 0}
        onPress={() => press(-1)}
      />
      <ToolButton
        icon={IconIndentIncrease}
        name={t('toolbar.indent')}
        keys="Tab"
        disabled={!inList && (indent ?? deepestIndent) === deepestIndent}
        onPress={() => press(1)}
      />
    </span>
  );
}
