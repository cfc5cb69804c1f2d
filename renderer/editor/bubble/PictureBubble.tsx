import { Button, Group, NumberInput, Popover, Stack, Textarea, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import {
  IconAdjustments,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignRight,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImageNode } from '../../../shared/document/nodes.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { percentOfText, pictureOfPercent } from '../pictures/pictureWidth.ts';
import { useProposalSession } from '../session.ts';
import { ToolButton } from '../toolbar/ToolButton.tsx';
import { useBubblePlace } from './useBubblePlace.ts';

const aligns = [
  { value: 'left', icon: IconLayoutAlignLeft },
  { value: 'center', icon: IconLayoutAlignCenter },
  { value: 'right', icon: IconLayoutAlignRight },
] as const;

type Attrs = ReturnType<typeof attrsOf>;

/** The chosen picture's attributes; null when something else is chosen. */
function attrsOf(editor: Editor) {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return null;
  return ImageNode.shape.attrs.safeParse(selection.node.attrs).data ?? null;
}

// Kept outside: a new function on each drawing would hang the bubble up anew.
const isPictureChosen = ({ editor }: { readonly editor: Editor }) =>
  editor.isEditable && attrsOf(editor) !== null;

/** Tools of the chosen picture: its place, width, caption and what is read aloud for it. */
export function PictureBubble({ editor, desk }: { editor: Editor; desk: HTMLElement }) {
  const place = useBubblePlace(desk, 'top');
  const { t } = useTranslation('editor');
  const state = useEditorState({ editor, selector: ({ editor: now }) => attrsOf(now)?.align ?? null });
  const set = (change: Partial<NonNullable<Attrs>>) =>
    editor.chain().updateAttributes('image', change).focus().run();
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="pictureBubble"
      updateDelay={120}
      {...place}
      shouldShow={isPictureChosen}
      className="k-bubble"
      role="toolbar"
      aria-label={t('pictureTools.label')}
    >
      {aligns.map(({ value, icon }) => (
        <ToolButton
          key={value}
          icon={icon}
          name={t(`pictureTools.${value}`)}
          active={(state ?? 'left') === value}
          onPress={() => set({ align: value })}
        />
      ))}
      <i className="k-tool-gap" />
      <Details editor={editor} onApply={set} />
      <ToolButton
        icon={IconTrash}
        name={t('pictureTools.remove')}
        onPress={() => editor.chain().focus().deleteSelection().run()}
      />
    </BubbleMenu>
  );
}

function Details({
  editor,
  onApply,
}: {
  editor: Editor;
  onApply: (change: Partial<NonNullable<Attrs>>) => void;
}) {
  const { t } = useTranslation('editor');
  const words = useFieldWords();
  const margins = useProposalSession((session) => session.context?.company.look.marginMm);
  const [draft, setDraft] = useState<{
    readonly percent: number | string;
    readonly alt: string;
    readonly caption: string;
  } | null>(null);
  const attrs = draft ? attrsOf(editor) : null;
  const open = () => {
    const now = attrsOf(editor);
    if (now)
      setDraft({
        percent: percentOfText(now.width, margins),
        alt: now.alt ?? '',
        caption: now.caption ?? '',
      });
  };
  const apply = () => {
    if (draft && attrs) {
      const percent = Number(draft.percent);
      const isSame = percent === percentOfText(attrs.width, margins) || !(percent > 0);
      onApply({
        alt: draft.alt.trim() === '' ? null : draft.alt.trim(),
        caption: draft.caption.trim() === '' ? null : draft.caption.trim(),
        ...(isSame ? {} : pictureOfPercent(percent, attrs, margins)),
      });
    }
    setDraft(null);
  };
  return (
    <Popover
      opened={draft !== null}
      onChange={(opened) => !opened && setDraft(null)}
      position="bottom"
      width={300}
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span>
          <ToolButton
            icon={IconAdjustments}
            name={t('pictureTools.details')}
            aria-haspopup="dialog"
            aria-expanded={draft !== null}
            onPress={() => (draft ? setDraft(null) : open())}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        {draft ? (
          <Stack gap={8}>
            <NumberInput
              data-autofocus
              size="xs"
              label={t('pictureTools.width')}
              suffix={words.percent('')}
              min={5}
              max={100}
              allowDecimal={false}
              value={draft.percent}
              onChange={(percent) => setDraft({ ...draft, percent })}
            />
            <TextInput
              size="xs"
              label={t('pictureTools.caption')}
              maxLength={300}
              value={draft.caption}
              onChange={(event) => setDraft({ ...draft, caption: event.currentTarget.value })}
            />
            <Textarea
              size="xs"
              label={t('pictureTools.alt')}
              description={t('pictureTools.altHint')}
              autosize
              minRows={2}
              maxRows={4}
              maxLength={500}
              value={draft.alt}
              onChange={(event) => setDraft({ ...draft, alt: event.currentTarget.value })}
            />
            <Group justify="flex-end">
              <Button size="compact-sm" onClick={apply}>
                {t('field.apply')}
              </Button>
            </Group>
          </Stack>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
