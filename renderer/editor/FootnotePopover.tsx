import { Button, Group } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { closeHistory, undo } from '@tiptap/pm/history';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { footnoteTextOf } from './extensions/footnote.ts';
import { endStep } from './extensions/undoSteps.ts';
import { proposalSession, useProposalSession } from './session.ts';
import { TextPopover } from './TextPopover.tsx';

/** Undoes the mark at a place if it was the last thing done; answers whether it was. */
function takeBackMark({ state, view }: Editor, position: number): boolean {
  const without = state.tr.delete(position, position + 1).doc;
  let isBack = false;
  undo(state, (back) => {
    isBack = back.doc.eq(without);
    if (isBack) view.dispatch(back);
  });
  return isBack;
}

/** Text of the footnote that was clicked or just put in. */
export function FootnotePopover({ editor }: { editor: Editor }) {
  const position = useProposalSession((session) => session.openFootnote);
  const node = position === null ? null : editor.state.doc.nodeAt(position);
  if (position === null || node?.type.name !== 'footnote') return null;
  return (
    <OpenFootnote key={position} editor={editor} position={position} first={footnoteTextOf(node.attrs)} />
  );
}

function OpenFootnote({ editor, position, first }: { editor: Editor; position: number; first: string }) {
  const { t } = useTranslation('editor');
  const [text, setText] = useState(first);
  const dom = editor.view.nodeDOM(position);
  const box = dom instanceof Element ? dom.getBoundingClientRect() : new DOMRect();

  /** A footnote that says nothing is taken out again. */
  const close = (words: string) => {
    proposalSession.setState({ openFootnote: null });
    const node = editor.state.doc.nodeAt(position);
    if (node?.type.name !== 'footnote') return;
    // Put in anew with its first words, the mark is one step of undo; without any, it was never there.
    const isNew = first === '' && takeBackMark(editor, position);
    const { tr } = editor.state;
    if (words === '' && !isNew) tr.delete(position, position + node.nodeSize);
    else if (words !== '' && isNew) tr.insert(position, node.type.create({ text: words }, null, node.marks));
    else if (words !== first) tr.setNodeMarkup(position, null, { text: words }, node.marks);
    if (tr.docChanged) editor.view.dispatch(closeHistory(tr));
    endStep(editor.view);
    editor.commands.focus(Math.min(position + (words === '' ? 0 : 1), editor.state.doc.content.size));
  };

  return (
    <TextPopover
      box={box}
      field={{ label: t('footnote.label'), minRows: 2, maxRows: 8, maxLength: 1000 }}
      onLeave={() => close(first)}
      onTake={() => close(text.trim())}
      onText={setText}
      text={text}
      width={340}
    >
      <Group justify="flex-end" gap={8} mt={10}>
        {first === '' ? null : (
          <Button variant="default" size="compact-sm" onClick={() => close('')}>
            {t('footnote.remove')}
          </Button>
        )}
        <Button size="compact-sm" onClick={() => close(text.trim())}>
          {t('field.apply')}
        </Button>
      </Group>
    </TextPopover>
  );
}
