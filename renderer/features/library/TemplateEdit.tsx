import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateId } from '../../../shared/domain/ids.ts';
import type { TemplateDraft } from '../../../shared/domain/library.ts';
import { call, invalidate, notifyError, useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { goTo } from '../../app/place.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import classes from './library.module.css';
import { libraryReads } from './libraryReads.ts';
import { PartEditor } from './PartEditor.tsx';
import { TemplateForm } from './TemplateForm.tsx';
import { frameSections } from './templateParts.ts';
import type { PartKey } from './templateParts.ts';
import { useUnsaved } from './useUnsaved.ts';

const newTemplate = (): TemplateDraft => ({
  language: currentLanguage(),
  title: '',
  purpose: '',
  trade: '',
  before: [
    {
      type: 'section',
      attrs: {
        sectionId: 'frame-letter',
        role: null,
        personIds: [],
        outlineTitle: currentLanguage() === 'ru' ? 'Бланк и адресат' : 'Letterhead and addressee',
      },
      content: [{ type: 'letterhead' }, { type: 'addressee' }, { type: 'paragraph' }],
    },
  ],
  roleSections: [],
  after: [
    {
      type: 'section',
      attrs: {
        sectionId: 'frame-end',
        role: null,
        personIds: [],
        outlineTitle: currentLanguage() === 'ru' ? 'Цены, срок и подпись' : 'Prices, validity and signature',
      },
      content: [
        { type: 'priceTable', attrs: { table: { currency: 'RUB', vatMode: 'onTop', items: [] } } },
        { type: 'validity', attrs: { offerKind: 'information' } },
        { type: 'signature' },
      ],
    },
  ],
});

/** The page where a template is made: the section at the left, the list of sections and its attributes at the right. */
export function TemplateEdit({
  id,
  draft,
  onClose,
  onCancel,
}: {
  readonly id: TemplateId | null;
  /** What it begins with instead of what is saved; undefined = a new one is empty. */
  readonly draft: TemplateDraft | undefined;
  readonly onClose: () => void;
  /** Leaves without a save; what was written goes along. */
  readonly onCancel: (unsaved: TemplateDraft | null) => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  const answer = useDesk('library.template', { id: id ?? '' }, { enabled: id !== null });
  if (id === null)
    return (
      <TemplateSheet
        base={null}
        onCancel={onCancel}
        onClose={onClose}
        start={draft ?? newTemplate()}
        written={draft !== undefined}
      />
    );
  if (answer.error !== null)
    return (
      <>
        <TopBar crumbs={[{ label: t('title') }]} />
        <ErrorState
          {...errorWords(answer.error)}
          action={<Button onClick={onClose}>{t('common:close')}</Button>}
        />
      </>
    );
  if (answer.data === undefined) return <PageSkeleton />;
  const { id: _id, schemaVersion: _version, ...start } = answer.data.template;
  return (
    <TemplateSheet
      base={{ id, revision: answer.data.revision }}
      onCancel={onCancel}
      onClose={onClose}
      start={draft ?? start}
      written={draft !== undefined}
    />
  );
}

function firstPart(draft: TemplateDraft): PartKey | null {
  const [before] = frameSections(draft.before);
  if (before !== undefined) return { place: 'before', sectionId: before.attrs.sectionId };
  const [role] = draft.roleSections;
  return role === undefined ? null : { place: 'role', role: role.role };
}

function TemplateSheet({
  base,
  start,
  written,
  onClose,
  onCancel,
}: {
  readonly base: { readonly id: TemplateId; readonly revision: number } | null;
  readonly start: TemplateDraft;
  /** Whether it begins with something that is not saved yet. */
  readonly written: boolean;
  readonly onClose: () => void;
  readonly onCancel: (unsaved: TemplateDraft | null) => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  // What it was when editing began: a later read of the same template must not move the save's base.
  const [opened] = useState({ base, start });
  const [draft, setDraft] = useState(start);
  const [part, setPart] = useState<PartKey | null>(() => firstPart(start));
  const [dirty, setDirty] = useState(written);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [change] = useState(() => (next: (before: TemplateDraft) => TemplateDraft) => {
    setDraft(next);
    setDirty(true);
  });

  const save = async () => {
    setTried(true);
    if (draft.title.trim() === '') return;
    if (draft.before.length + draft.roleSections.length + draft.after.length === 0) {
      notifyDone(t('templates.needSections'));
      return;
    }
    setBusy(true);
    try {
      const saved = { ...draft, title: draft.title.trim() };
      const id =
        opened.base === null
          ? (await call('library.createTemplate', { draft: saved })).id
          : await call('library.saveTemplate', {
              id: opened.base.id,
              baseRevision: opened.base.revision,
              draft: saved,
            }).then(() => opened.base?.id ?? null);
      await invalidate(...libraryReads);
      notifyDone(t('saved', { title: saved.title }));
      onClose();
      goTo({ at: 'library', tab: 'templates', id });
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setBusy(false);
    }
  };
  useUnsaved(dirty && !busy, save);

  return (
    <>
      <TopBar
        actions={
          <>
            <Button onClick={() => onCancel(dirty ? draft : null)} variant="subtle">
              {t('common:cancel')}
            </Button>
            <Button loading={busy} onClick={() => void save()} title="Ctrl+S" variant="filled">
              {t('common:save')}
            </Button>
          </>
        }
        compact
        crumbs={[{ label: opened.start.title === '' ? t('templates.new') : opened.start.title }]}
        state={dirty ? t('unsaved') : undefined}
      />
      <div className={classes.sheet}>
        <div className={classes.writing}>
          {part === null ? null : <PartEditor change={change} draft={draft} part={part} />}
        </div>
        <aside aria-label={draft.title} className={classes.form}>
          <TemplateForm change={change} draft={draft} onPart={setPart} part={part} tried={tried} />
        </aside>
      </div>
    </>
  );
}
