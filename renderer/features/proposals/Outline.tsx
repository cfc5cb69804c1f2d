import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconListTree,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ComponentProps, DragEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentLook } from '../../../shared/domain/company.ts';
import { hasHeadingNumbers, placedHeadings } from '../../../shared/document/headings.ts';
import type { DocumentRoot, SectionNode } from '../../../shared/document/nodes.ts';
import { findAll, sectionsOf } from '../../../shared/document/walk.ts';
import { fullName, initialsOf } from '../../../shared/domain/nameForms.ts';
import {
  addSection,
  goToSection,
  moveSection,
  placeSection,
  removeSection,
  renameSection,
  sectionAtCaret,
} from '../../editor/sections.ts';
import { isLocked, useProposalSession } from '../../editor/session.ts';
import { useAfterPage } from '../../editor/useAfterPage.ts';
import { Initials } from '../../ui/Initials.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './Outline.module.css';

/**
 * «Состав»: the document's sections with their readers. A press jumps, Alt+↑/↓ or the mouse moves. Where the page needs
 * its place it is `folded`: a button calls it up over the page; a choice, Escape or a step elsewhere puts it away.
 */
export function Outline({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation('proposals');
  const isAfterPage = useAfterPage();
  const id = useId();
  const { open, toggle, close, place, button } = useOverlaid();
  return (
    <div className={classes.place} data-folded={folded || undefined} data-open={open || undefined} {...place}>
      {folded ? (
        <Tooltip label={t('outline.title')} position="right" disabled={open}>
          <ActionIcon
            ref={button}
            className={classes.call ?? ''}
            variant="default"
            size={32}
            aria-label={t('outline.title')}
            aria-expanded={open}
            aria-controls={id}
            onClick={toggle}
          >
            <IconListTree size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      ) : null}
      <nav className={classes.outline} id={id} aria-label={t('outline.title')}>
        {isAfterPage ? <Sections onChosen={close} /> : null}
      </nav>
    </div>
  );
}

type OverlaidPlace = Pick<ComponentProps<'div'>, 'ref' | 'onPointerDown' | 'onFocus' | 'onKeyDown'>;

/** A folded outline that can be called up over the page. Its menus are drawn elsewhere, and yet a step into them is no step away. */
function useOverlaid() {
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isInside = useRef(false);
  const stay = () => {
    isInside.current = true;
  };
  useEffect(() => {
    if (!open) return undefined;
    const rows = ref.current?.querySelector<HTMLElement>('li[data-active] button, li button');
    rows?.focus();
    const stepped = () => {
      if (!isInside.current) setOpen(false);
      isInside.current = false;
    };
    window.addEventListener('pointerdown', stepped);
    window.addEventListener('focusin', stepped);
    return () => {
      window.removeEventListener('pointerdown', stepped);
      window.removeEventListener('focusin', stepped);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    // A page that is only read does not take the focus of a choice.
    if (ref.current?.contains(document.activeElement)) button.current?.focus();
  };
  const place: OverlaidPlace = {
    ref,
    onPointerDown: stay,
    onFocus: stay,
    onKeyDown: ({ key, target, currentTarget }) => {
      // Escape in one of its menus puts away the menu.
      if (!open || key !== 'Escape' || !(target instanceof Node) || !currentTarget.contains(target)) return;
      close();
    },
  };
  return { open, toggle: () => setOpen((now) => !now), close, place, button };
}

function Sections({ onChosen }: { readonly onChosen: () => void }) {
  const { t } = useTranslation('proposals');
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => (now ? sectionAtCaret(now) : null),
  });
  const frozen = useProposalSession(isLocked);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const drag = useSectionDrag(editor);
  const look = useProposalSession((session) => session.context?.company.look);
  const sections = root ? sectionsOf(root) : [];
  const numbers = root && look ? sectionNumbers(root, look) : null;

  return (
    <>
      <SectionTitle>{t('outline.title')}</SectionTitle>
      <ol className={classes.list}>
        {sections.map((section) => (
          <li
            key={section.attrs.sectionId}
            className={classes.item}
            data-active={section.attrs.sectionId === active || undefined}
            {...(frozen || renaming !== null ? {} : drag(section.attrs.sectionId))}
          >
            {renaming === section.attrs.sectionId ? (
              <NameField
                label={t('outline.rename')}
                first={section.attrs.outlineTitle}
                onName={(name) => editor && renameSection(editor, section.attrs.sectionId, name)}
                onDone={() => setRenaming(null)}
              />
            ) : (
              <OutlineRow
                number={numbers?.get(section) ?? ''}
                section={section}
                onChosen={onChosen}
                onRename={() => setRenaming(section.attrs.sectionId)}
              />
            )}
          </li>
        ))}
      </ol>
      {sections.length === 0 ? <p className={classes.empty}>{t('outline.empty')}</p> : null}
      {frozen ? null : adding ? (
        <NameField
          label={t('outline.name')}
          first=""
          onName={(name) => editor && addSection(editor, name)}
          onDone={() => setAdding(false)}
        />
      ) : (
        <Button
          className={classes.add ?? ''}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => setAdding(true)}
        >
          {t('outline.add')}
        </Button>
      )}
    </>
  );
}

/** The name of a section: Enter or a press elsewhere takes it, Escape or an empty one changes nothing. */
function NameField({
  label,
  first,
  onName,
  onDone,
}: {
  readonly label: string;
  readonly first: string;
  readonly onName: (name: string) => void;
  readonly onDone: () => void;
}) {
  const [text, setText] = useState(first);
  // Taking the name moves the focus to the page, and the field that is left would take it once more.
  const isDone = useRef(false);
  const end = () => {
    isDone.current = true;
    onDone();
  };
  const apply = () => {
    if (isDone.current) return;
    end();
    const name = text.trim();
    if (name !== '' && name !== first) onName(name);
  };
  return (
    <TextInput
      autoFocus
      size="xs"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          // Where the focus goes to the page, the key would go with it and make a line there.
          event.preventDefault();
          apply();
        }
        if (event.key === 'Escape') {
          // It ends the naming, not what lies around the field.
          event.stopPropagation();
          end();
        }
      }}
    />
  );
}

type DragProps = Pick<
  ComponentProps<'li'>,
  'draggable' | 'onDragStart' | 'onDragEnd' | 'onDragOver' | 'onDragLeave' | 'onDrop'
> & { readonly 'data-drop': 'before' | 'after' | undefined };

/** Rows of the outline that are dragged by the mouse to another place. */
function useSectionDrag(editor: Editor | null): (sectionId: string) => DragProps {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ readonly id: string; readonly side: 'before' | 'after' } | null>(null);
  const stop = () => {
    setDragged(null);
    setOver(null);
  };
  const sideOf = ({ currentTarget, clientY }: DragEvent<HTMLElement>) => {
    const { top, height } = currentTarget.getBoundingClientRect();
    return clientY < top + height / 2 ? 'before' : 'after';
  };
  return (id) => ({
    draggable: true,
    'data-drop': over?.id === id && dragged !== id ? over.side : undefined,
    onDragStart: (event) => {
      // No text travels along: dropped on the page, a row of the outline leaves nothing there.
      event.dataTransfer.setData('application/x-kamerton-section', id);
      event.dataTransfer.effectAllowed = 'move';
      setDragged(id);
    },
    onDragEnd: stop,
    onDragOver: (event) => {
      if (dragged === null) return;
      event.preventDefault();
      const side = sideOf(event);
      if (over?.id !== id || over.side !== side) setOver({ id, side });
    },
    onDragLeave: () => setOver((now) => (now?.id === id ? null : now)),
    onDrop: (event) => {
      event.preventDefault();
      if (editor && dragged !== null) placeSection(editor, dragged, sideOf(event), id);
      stop();
    },
  });
}

/** The number of each section: that of its first heading which has one. */
function sectionNumbers(root: DocumentRoot, look: DocumentLook): ReadonlyMap<SectionNode, string> {
  const numbers = new Map<SectionNode, string>();
  if (!hasHeadingNumbers(root, look)) return numbers;
  const byNode = new Map<unknown, string>(
    placedHeadings(root, true).headings.map(({ node, number }) => [node, number]),
  );
  for (const section of sectionsOf(root)) {
    const headings = findAll(section, 'heading').map((heading) => byNode.get(heading) ?? '');
    numbers.set(section, headings.find((number) => number !== '') ?? '');
  }
  return numbers;
}

function OutlineRow({
  number,
  section,
  onChosen,
  onRename,
}: {
  number: string;
  section: SectionNode;
  onChosen: () => void;
  onRename: () => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const readers = useProposalSession((session) => session.context?.readers);
  const frozen = useProposalSession(isLocked);
  const { sectionId, outlineTitle, personIds } = section.attrs;
  const mine = readers?.filter((reader) => personIds.includes(reader.personId)) ?? [];

  const remove = () => {
    if (!editor) return;
    notifyUndo(t('outline.removed', { title: outlineTitle }), removeSection(editor, sectionId));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!editor || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moveSection(editor, sectionId, event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <>
      <button
        type="button"
        className={classes.row}
        onClick={() => {
          if (editor) goToSection(editor, sectionId);
          onChosen();
        }}
        onKeyDown={onKeyDown}
      >
        {number === '' ? null : <span className={classes.number}>{number}</span>}
        <span className={classes.title} title={outlineTitle}>
          {outlineTitle}
        </span>
        {mine.map((reader) => (
          <Initials key={reader.personId} text={initialsOf(reader)} label={fullName(reader)} />
        ))}
      </button>
      <Menu position="bottom-end" width={200} disabled={frozen}>
        <Menu.Target>
          <ActionIcon
            className={classes.more}
            disabled={frozen}
            size={22}
            aria-label={t('outline.more', { title: outlineTitle })}
          >
            <IconDots size={15} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowUp size={16} stroke={1.5} />}
            onClick={() => editor && moveSection(editor, sectionId, -1)}
          >
            {t('outline.up')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={16} stroke={1.5} />}
            onClick={() => editor && moveSection(editor, sectionId, 1)}
          >
            {t('outline.down')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={onRename}>
            {t('outline.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.5} />} onClick={remove}>
            {t('outline.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
