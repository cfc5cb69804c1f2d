import { Button, Group, Popover, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAllowedHref } from '../extensions/textMarks.ts';
import { ToolButton } from './ToolButton.tsx';

/** What people type for an address, made whole: «site.ru» → https, «a@b.ru» → mailto. */
export function completeHref(typed: string): string {
  const text = typed.trim();
  if (
    isAllowedHref(text) ||
    /^[a-z][a-z0-9+.-]*:/i.test(text) ||
    text.startsWith('\\') ||
    text.startsWith('/')
  )
    return text;
  return /^[^\s@]+@[^\s@]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
}

/** Sets, changes or removes the link of the selected text. */
export function LinkButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const { href, active } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      href: String(now.getAttributes('link').href ?? ''),
      active: now.isActive('link'),
    }),
  });

  const open = () => {
    setText(href);
    setRefused(false);
    setOpened(true);
  };
  const apply = () => {
    const target = completeHref(text);
    if (text.trim() === '') {
      editor.chain().focus().extendMarkRange('link').unsetLink().run();
    } else if (!isAllowedHref(target)) {
      setRefused(true);
      return;
    } else if (editor.state.selection.empty && !active) {
      editor
        .chain()
        .focus()
        .insertContent({
          type: 'text',
          text: text.trim(),
          marks: [{ type: 'link', attrs: { href: target } }],
        })
        .run();
    } else {
      editor.chain().focus().extendMarkRange('link').setLink({ href: target }).run();
    }
    setOpened(false);
  };

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={340}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <ToolButton icon={IconLink} name={t('toolbar.link')} active={active} onPress={open} />
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          data-autofocus
          label={t('link.label')}
          placeholder="https://"
          value={text}
          error={refused ? t('link.refused') : null}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && apply()}
        />
        <Group justify="flex-end" gap={8} mt={10}>
          {active ? (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                setOpened(false);
              }}
            >
              {t('link.remove')}
            </Button>
          ) : null}
          <Button size="compact-sm" onClick={apply}>
            {t('link.apply')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
