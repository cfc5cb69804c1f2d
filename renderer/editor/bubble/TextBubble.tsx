import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { EditorState } from '@tiptap/pm/state';
import { BubbleMenu } from '@tiptap/react/menus';
import { isTextSelection } from '@tiptap/core';
import { IconBooks, IconClearFormatting, IconHighlight, IconLetterA } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LetterTools } from '../toolbar/LetterTools.tsx';
import { LinkButton } from '../toolbar/LinkButton.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { openLanguage, selectedContent } from '../selectedContent.ts';
import { ToolButton } from '../toolbar/ToolButton.tsx';
import { useProposalSession } from '../session.ts';
import { highlightColors, textColors } from './palette.ts';
import { useBubblePlace } from './useBubblePlace.ts';
import { Swatches } from './Swatches.tsx';

type Shown = { readonly editor: Editor; readonly state: EditorState };

function hasWords({ editor, state: { selection, doc } }: Shown): boolean {
  if (!editor.isEditable || !isTextSelection(selection) || selection.empty) return false;
  return doc.textBetween(selection.from, selection.to).trim() !== '';
}

/** Offers what is selected as a new block of the library. */
function toLibrary(editor: Editor): void {
  const selected = selectedContent(editor);
  const language = openLanguage();
  if (selected !== null && language !== null) openDialog({ kind: 'toLibrary', language, ...selected });
}

/** Tools of the selected text, above it. */
export function TextBubble({ editor, desk }: { editor: Editor; desk: HTMLElement }) {
  const place = useBubblePlace(desk, 'top');
  const { t } = useTranslation(['editor', 'library']);
  const accent = useProposalSession((session) => session.context?.company.look.accent);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      color: String(now.getAttributes('textStyle').color ?? ''),
      highlight: String(now.getAttributes('highlight').color ?? ''),
    }),
  });
  const focus = () => editor.chain().focus();
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="textBubble"
      updateDelay={120}
      {...place}
      shouldShow={hasWords}
      className="k-bubble"
      role="toolbar"
      aria-label={t('bubble.label')}
    >
      <LetterTools editor={editor} />
      <LinkButton editor={editor} />
      <i className="k-tool-gap" />
      <Swatches
        icon={IconLetterA}
        name={t('bubble.color')}
        none={t('bubble.noColor')}
        current={state.color}
        colors={textColors(accent).map(({ name, color }) => ({ color, label: t(`bubble.colors.${name}`) }))}
        onChoose={(color) =>
          color === null
            ? focus().unsetMark('textStyle').run()
            : focus().setMark('textStyle', { color }).run()
        }
      />
      <Swatches
        icon={IconHighlight}
        name={t('bubble.highlight')}
        none={t('bubble.noColor')}
        current={state.highlight}
        colors={highlightColors.map(({ name, color }) => ({ color, label: t(`bubble.highlights.${name}`) }))}
        onChoose={(color) =>
          color === null
            ? focus().unsetMark('highlight').run()
            : focus().setMark('highlight', { color }).run()
        }
      />
      <ToolButton
        icon={IconClearFormatting}
        name={t('bubble.clear')}
        onPress={() => focus().unsetAllMarks().run()}
      />
      <i className="k-tool-gap" />
      <ToolButton icon={IconBooks} name={t('library:toLibrary.button')} onPress={() => toLibrary(editor)} />
    </BubbleMenu>
  );
}
