import { Menu, NumberInput, UnstyledButton } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberedLists, startListAt } from '../lists/listNumbering.ts';

/** Number of the item at the caret: goes on from the list before, or begins anew here; at rest outside of numbered lists. */
export function NumberingMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const [opened, setOpened] = useState(false);
  const isNumbered = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('orderedList') });
  const { current, before } = opened ? numberedLists(editor) : { current: null, before: null };
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={260} returnFocus={false}>
      <Menu.Target>
        <UnstyledButton
          className="k-tool-menu k-tool-chevron"
          disabled={!isNumbered}
          aria-label={t('list.numbering')}
        >
          <IconChevronDown size={14} stroke={1.5} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={!before || current?.index !== 0}
          onClick={() => before && startListAt(editor, before.next)}
        >
          {t('list.continue')}
        </Menu.Item>
        <Menu.Item onClick={() => startListAt(editor, 1)}>{t('list.restart')}</Menu.Item>
        <div className="k-menu-field">
          <NumberInput
            size="xs"
            label={t('list.startAt')}
            min={0}
            max={100_000}
            allowDecimal={false}
            defaultValue={(current?.start ?? 1) + (current?.index ?? 0)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              startListAt(editor, Number(event.currentTarget.value));
              setOpened(false);
            }}
          />
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
