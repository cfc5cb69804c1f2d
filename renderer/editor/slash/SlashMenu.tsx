import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { IconBraces } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { isOwnField } from '../../../shared/domain/dossierStandard.ts';
import { useFieldChoices } from '../fieldChoices.ts';
import type { ToolIcon } from '../toolbar/ToolButton.tsx';
import { useSlashLabel } from './useSlashLabel.ts';
import { slashItems, slashMatches } from './slashItems.ts';
import { setSlashKeys, slashState } from './slashPlugin.ts';

type Choice = {
  readonly id: string;
  readonly label: string;
  readonly icon: ToolIcon;
  readonly insert: (chain: ChainedCommands, editor: Editor) => void;
};

const mostFields = 6;
const gapPx = 6;

function has(editor: Editor, type: string): boolean {
  let found = false;
  editor.state.doc.descendants((node) => {
    found ||= node.type.name === type;
    return !found && !node.isTextblock;
  });
  return found;
}

/** The list that «/» opens under the caret. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const state = useEditorState({ editor, selector: ({ editor: now }) => slashState(now) });
  return state ? <OpenMenu editor={editor} from={state.from} typed={state.typed} /> : null;
}

function OpenMenu({ editor, from, typed }: { editor: Editor; from: number; typed: string }) {
  const { t } = useTranslation('editor');
  const label = useSlashLabel();
  // A choice holds for what was typed then; another letter begins at the top again.
  const [choice, setChoice] = useState({ typed, at: 0 });
  const box = useRef<HTMLDivElement>(null);

  const blocks = slashItems
    .filter(
      ({ name, words, single }) =>
        slashMatches(typed, `${words} ${label(name)}`) && !(single && has(editor, single)),
    )
    .map((item): Choice => ({
      id: item.name,
      label: label(item.name),
      icon: item.icon,
      insert: item.insert,
    }));
  const matching = useFieldChoices().filter(
    ({ label: name }) => typed.length > 1 && slashMatches(typed, name),
  );
  const offered = (own: boolean): Choice[] =>
    matching
      .filter(({ key }) => isOwnField(key) === own)
      .slice(0, mostFields)
      .map(({ key, label: name }) => ({
        id: key,
        label: name,
        icon: IconBraces,
        insert: (chain) => chain.insertMergeField(key).run(),
      }));
  const [fields, own] = [offered(false), offered(true)];
  const choices = [...blocks, ...fields, ...own];
  const at = choice.typed === typed ? Math.min(choice.at, choices.length - 1) : 0;

  const choose = (wanted: Choice | undefined): boolean => {
    if (!wanted) return false;
    const to = editor.state.selection.from;
    wanted.insert(editor.chain().focus().deleteRange({ from, to }), editor);
    return true;
  };

  useEffect(() => {
    setSlashKeys({
      step: (by) => {
        if (choices.length > 0) setChoice({ typed, at: (at + by + choices.length) % choices.length });
      },
      choose: () => choose(choices[at]),
    });
    return () => setSlashKeys(null);
  });

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const place = () => {
      const caret = editor.view.coordsAtPos(from);
      const fitsBelow = caret.bottom + gapPx + element.offsetHeight < window.innerHeight;
      // Placed by script: the policy forbids style attributes in markup, not the style object.
      element.style.left = `${Math.min(caret.left, window.innerWidth - element.offsetWidth - gapPx)}px`;
      element.style.top = `${fitsBelow ? caret.bottom + gapPx : Math.max(gapPx, caret.top - gapPx - element.offsetHeight)}px`;
    };
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [editor, from, choices.length]);
  useEffect(
    () => box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [at],
  );

  // A slash in a sentence asks for nothing.
  if (choices.length === 0 && typed.length > 12) return null;
  const row = (shown: Choice, index: number) => (
    <button
      type="button"
      key={shown.id}
      role="option"
      aria-selected={index === at}
      className="k-slash-item"
      // The caret stays in the page.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => setChoice({ typed, at: index })}
      onClick={() => choose(shown)}
    >
      <shown.icon size={17} stroke={1.5} />
      <span>{shown.label}</span>
    </button>
  );
  // At the end of the page: neither the desk's scrolling nor its zoom touches it.
  return createPortal(
    <div ref={box} className="k-slash" role="listbox" aria-label={t('slash.label')}>
      {blocks.map(row)}
      {fields.length > 0 ? <p className="k-slash-group">{t('slash.fields')}</p> : null}
      {fields.map((choice, index) => row(choice, blocks.length + index))}
      {own.length > 0 ? <p className="k-slash-group">{t('fieldGroup.own')}</p> : null}
      {own.map((choice, index) => row(choice, blocks.length + fields.length + index))}
      {choices.length === 0 ? <p className="k-field-none">{t('slash.none')}</p> : null}
    </div>,
    document.body,
  );
}
