import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconChevronDown, IconChevronRight, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { drawnText } from './drawnText.ts';
import type { FindOptions } from './findInText.ts';
import { closeSearch, findState, replaceAll, replaceChosen, search, stepMatch } from './findPlugin.ts';
import { findPanel, useFindPanel } from './findPanelState.ts';

const switches = [
  { name: 'matchCase', mark: 'Аа' },
  { name: 'wholeWord', mark: '|а|' },
  { name: 'foldYo', mark: 'ё=е' },
] as const;

const placeNames = [
  'letterhead',
  'addressee',
  'priceTable',
  'paymentSchedule',
  'payback',
  'team',
  'references',
  'validity',
  'signature',
  'attachments',
  'mergeField',
  'footnote',
  'image',
  'callout',
] as const;

const placeName = (type: string) => placeNames.find((name) => name === type) ?? 'block';

/** Words of the selection that may be what is sought: one line, not a chapter. */
function selectedWords(editor: Editor): string | null {
  const { from, to } = editor.state.selection;
  const text = editor.state.doc.textBetween(from, to, '\n', (leaf) => drawnText(leaf).join(' '));
  return text !== '' && text.length <= 100 && !text.includes('\n') ? text : null;
}

/** Find and replace, at the corner of the desk. Enter and F3 step on, with Shift back; Escape ends. */
export function FindPanel({ editor, editable }: { editor: Editor; editable: boolean }) {
  const { t } = useTranslation('editor');
  const { open, withReplace, asked } = useFindPanel();
  const { query, options, matches, chosen } = useEditorState({
    editor,
    selector: ({ editor: now }) => findState(now),
  });
  const [replacement, setReplacement] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const last = useRef('');

  useEffect(() => {
    if (!open) return;
    search(
      editor,
      selectedWords(editor) ?? findState(editor).query ?? last.current,
      findState(editor).options,
    );
    input.current?.focus();
    input.current?.select();
    // Every asking counts, also with the panel open: it takes up the selection anew.
  }, [editor, open, asked]);

  if (!open) return null;
  const close = () => {
    last.current = query ?? '';
    findPanel.setState({ open: false });
    closeSearch(editor);
  };
  const toggle = (name: keyof FindOptions) =>
    search(editor, query ?? '', { ...options, [name]: !options[name] });
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') stepMatch(editor, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const counter =
    matches.length === 0 ? t('find.none') : t('find.counter', { at: chosen + 1, total: matches.length });

  const replaceable = matches.filter(({ drawn }) => drawn === null).length;
  const place = matches[chosen]?.drawn ?? null;

  return (
    <div className="k-find" role="search" aria-label={t('find.label')}>
      <div className="k-find-row">
        <ActionIcon
          variant="subtle"
          size={26}
          className="k-tool"
          aria-label={t('find.showReplace')}
          aria-expanded={withReplace}
          disabled={!editable}
          onClick={() => findPanel.setState({ withReplace: !withReplace })}
        >
          {withReplace ? (
            <IconChevronDown size={16} stroke={1.5} />
          ) : (
            <IconChevronRight size={16} stroke={1.5} />
          )}
        </ActionIcon>
        <TextInput
          ref={input}
          size="xs"
          className="k-find-input"
          placeholder={t('find.query')}
          aria-label={t('find.query')}
          value={query ?? ''}
          onChange={(event) => search(editor, event.currentTarget.value, options)}
          onKeyDown={keys}
        />
        <span className="k-find-count" aria-live="polite">
          {query ? counter : ''}
        </span>
        <FindButton
          name={t('find.previous')}
          keys="Shift+F3"
          onPress={() => stepMatch(editor, -1)}
          icon={<IconChevronUp size={16} stroke={1.5} />}
        />
        <FindButton
          name={t('find.next')}
          keys="F3"
          onPress={() => stepMatch(editor, 1)}
          icon={<IconChevronDown size={16} stroke={1.5} />}
        />
        <FindButton
          name={t('find.close')}
          keys="Esc"
          onPress={close}
          icon={<IconX size={16} stroke={1.5} />}
        />
      </div>
      {withReplace && editable ? (
        <div className="k-find-row k-find-inset">
          <TextInput
            size="xs"
            className="k-find-input"
            placeholder={t('find.replacement')}
            aria-label={t('find.replacement')}
            value={replacement}
            onChange={(event) => setReplacement(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') {
                keys(event);
                return;
              }
              event.preventDefault();
              replaceChosen(editor, replacement);
            }}
          />
          <Button
            size="compact-xs"
            variant="default"
            disabled={replaceable === 0}
            onClick={() => replaceChosen(editor, replacement)}
          >
            {t('find.replace')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={replaceable === 0}
            onClick={() => notifyDone(t('find.replaced', { count: replaceAll(editor, replacement) }))}
          >
            {t('find.replaceAll')}
          </Button>
        </div>
      ) : null}
      {place === null ? null : (
        <p className="k-find-place k-find-inset" aria-live="polite">
          <b>{t(`find.places.${placeName(place.type)}`)}</b>
          {place.hits > 1 ? ` ${t('find.hits', { count: place.hits })}` : ''}
          {withReplace && editable ? ` ${t('find.notReplaced')}` : ''}
        </p>
      )}
      <div className="k-find-row k-find-inset">
        {switches.map(({ name, mark }) => (
          <Tooltip key={name} label={t(`find.${name}`)} openDelay={400}>
            <button
              type="button"
              className="k-find-switch"
              aria-label={t(`find.${name}`)}
              aria-pressed={options[name]}
              onClick={() => toggle(name)}
            >
              {mark}
            </button>
          </Tooltip>
        ))}
      </div>
    </div>
  );
}

function FindButton({
  name,
  keys,
  icon,
  onPress,
}: {
  name: string;
  keys: string;
  icon: React.ReactNode;
  onPress: () => void;
}) {
  return (
    <Tooltip label={`${name} · ${keys}`} openDelay={500}>
      <ActionIcon variant="subtle" size={26} className="k-tool" aria-label={name} onClick={onPress}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
