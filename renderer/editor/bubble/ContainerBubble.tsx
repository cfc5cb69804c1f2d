import { Button, Group, Popover, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { findParentNode, posToDOMRect } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import {
  IconAlertTriangle,
  IconArrowsLeftRight,
  IconBoxOff,
  IconHeading,
  IconInfoCircle,
} from '@tabler/icons-react';
import { Fragment } from '@tiptap/pm/model';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalloutNode } from '../../../shared/document/nodes.ts';
import { ToolButton } from '../toolbar/ToolButton.tsx';
import { useBubblePlace } from './useBubblePlace.ts';

const containerAt = findParentNode(({ type }) => type.name === 'callout' || type.name === 'columns');

function isInContainer({ editor }: { readonly editor: Editor }): boolean {
  const { selection } = editor.state;
  // Tables and chosen text have tools of their own.
  return (
    editor.isEditable && selection.empty && !editor.isActive('table') && containerAt(selection) !== undefined
  );
}

/** Takes a callout or two columns away and leaves what is in them. */
export function unwrapContainer(editor: Editor): void {
  const found = containerAt(editor.state.selection);
  if (!found) return;
  const { node, pos } = found;
  let content = node.content;
  if (node.type.name === 'columns') {
    content = Fragment.empty;
    node.forEach((column) => {
      content = content.append(column.content);
    });
  }
  editor.view.dispatch(editor.state.tr.replaceWith(pos, pos + node.nodeSize, content));
  editor.view.focus();
}

function swapColumns(editor: Editor): void {
  const found = containerAt(editor.state.selection);
  const [left, right] = found?.node.children ?? [];
  if (!found || !left || !right) return;
  const { tr } = editor.state;
  editor.view.dispatch(tr.replaceWith(found.pos + 1, found.pos + found.node.nodeSize - 1, [right, left]));
  editor.view.focus();
}

/** Tools of the callout or the columns with the caret. */
export function ContainerBubble({ editor, desk }: { editor: Editor; desk: HTMLElement }) {
  const { t } = useTranslation('editor');
  const place = useBubblePlace(desk, 'top-end');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const found = containerAt(now.state.selection);
      return { name: found?.node.type.name ?? '', tone: String(found?.node.attrs.tone ?? '') };
    },
  });
  const box = useCallback(() => {
    const found = containerAt(editor.state.selection);
    if (!found) return null;
    const dom = editor.view.nodeDOM(found.pos);
    return {
      getBoundingClientRect: () =>
        dom instanceof Element
          ? dom.getBoundingClientRect()
          : posToDOMRect(editor.view, found.pos, found.pos + 1),
    };
  }, [editor]);
  const focus = () => editor.chain().focus();
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="containerBubble"
      updateDelay={120}
      {...place}
      shouldShow={isInContainer}
      getReferencedVirtualElement={box}
      className="k-bubble"
      role="toolbar"
      aria-label={t('container.label')}
    >
      {state.name === 'callout' ? (
        <>
          <ToolButton
            icon={IconInfoCircle}
            name={t('container.info')}
            active={state.tone === 'info'}
            onPress={() => focus().updateAttributes('callout', { tone: 'info' }).run()}
          />
          <ToolButton
            icon={IconAlertTriangle}
            name={t('container.attention')}
            active={state.tone === 'attention'}
            onPress={() => focus().updateAttributes('callout', { tone: 'attention' }).run()}
          />
          <TitleButton editor={editor} />
        </>
      ) : (
        <ToolButton
          icon={IconArrowsLeftRight}
          name={t('container.swap')}
          onPress={() => swapColumns(editor)}
        />
      )}
      <ToolButton
        icon={IconBoxOff}
        name={t(state.name === 'callout' ? 'container.noCallout' : 'container.noColumns')}
        onPress={() => unwrapContainer(editor)}
      />
    </BubbleMenu>
  );
}

function TitleButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const [title, setTitle] = useState<string | null>(null);
  const open = () => {
    const found = containerAt(editor.state.selection);
    setTitle(CalloutNode.shape.attrs.safeParse(found?.node.attrs).data?.title ?? '');
  };
  const apply = () => {
    const text = (title ?? '').trim();
    editor
      .chain()
      .updateAttributes('callout', { title: text === '' ? null : text })
      .focus()
      .run();
    setTitle(null);
  };
  return (
    <Popover
      opened={title !== null}
      onChange={(opened) => !opened && setTitle(null)}
      width={280}
      position="bottom-end"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span>
          <ToolButton
            icon={IconHeading}
            name={t('container.title')}
            aria-haspopup="dialog"
            aria-expanded={title !== null}
            onPress={() => (title === null ? open() : setTitle(null))}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          data-autofocus
          size="xs"
          label={t('container.title')}
          maxLength={200}
          value={title ?? ''}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && apply()}
        />
        <Group justify="flex-end" mt={8}>
          <Button size="compact-sm" onClick={apply}>
            {t('field.apply')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
