import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { useEditorState } from '@tiptap/react';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentLook } from '../../../shared/domain/company.ts';
import { hasHeadingNumbers, placedHeadings } from '../../../shared/document/headings.ts';
import type { DocumentRoot, SectionNode } from '../../../shared/document/nodes.ts';
import { findAll, sectionsOf } from '../../../shared/document/walk.ts';
import { fullName, initialsOf } from '../../../shared/domain/nameForms.ts';
import {
  goToSection,
  moveSection,
  removeSection,
  renameSection,
  sectionAtCaret,
} from '../../editor/sections.ts';
import { useProposalSession } from '../../editor/session.ts';
import { useAfterPage } from '../../editor/useAfterPage.ts';
import { Initials } from '../../ui/Initials.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './Outline.module.css';

/** «Состав»: the document's sections with their readers. A press jumps, Alt+↑/↓ moves. */
export function Outline() {
  const { t } = useTranslation('proposals');
  const isAfterPage = useAfterPage();
  return (
    <nav className={classes.outline} aria-label={t('outline.title')}>
      {isAfterPage ? <Sections /> : null}
    </nav>
  );
}

function Sections() {
  const { t } = useTranslation('proposals');
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => (now ? sectionAtCaret(now) : null),
  });
  const [renaming, setRenaming] = useState<string | null>(null);
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
          >
            {renaming === section.attrs.sectionId ? (
              <RenameField section={section} onDone={() => setRenaming(null)} />
            ) : (
              <OutlineRow
                number={numbers?.get(section) ?? ''}
                section={section}
                onRename={() => setRenaming(section.attrs.sectionId)}
              />
            )}
          </li>
        ))}
      </ol>
      {sections.length === 0 ? <p className={classes.empty}>{t('outline.empty')}</p> : null}
    </>
  );
}

function RenameField({ section, onDone }: { section: SectionNode; onDone: () => void }) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const [text, setText] = useState(section.attrs.outlineTitle);
  const apply = () => {
    if (editor && text.trim() !== '') renameSection(editor, section.attrs.sectionId, text.trim());
    onDone();
  };
  return (
    <TextInput
      autoFocus
      size="xs"
      aria-label={t('outline.rename')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
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
  onRename,
}: {
  number: string;
  section: SectionNode;
  onRename: () => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const readers = useProposalSession((session) => session.context?.readers);
  const frozen = useProposalSession((session) => session.proposal?.status !== 'draft');
  const { sectionId, outlineTitle, personIds } = section.attrs;
  const mine = readers?.filter((reader) => personIds.includes(reader.personId)) ?? [];

  const remove = () => {
    if (!editor) return;
    removeSection(editor, sectionId);
    notifyUndo(t('outline.removed', { title: outlineTitle }), () => editor.commands.undo());
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
        onClick={() => editor && goToSection(editor, sectionId)}
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
