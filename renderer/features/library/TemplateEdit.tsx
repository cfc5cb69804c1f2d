import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateId } from '../../../shared/domain/ids.ts';
import type { TemplateDraft } from '../../../shared/domain/library.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call, useDesk } from '../../app/desk.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { EditLoader, SheetBar, useSheetSave, type EditStart } from './EditSheet.tsx';
import classes from './library.module.css';
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

const draftOf = ({
  id: _id,
  schemaVersion: _version,
  ...draft
}: OutputOf<'library.template'>['template']): TemplateDraft => draft;

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
  const { data, error } = useDesk('library.template', { id: id ?? '' }, { enabled: id !== null });
  return (
    <EditLoader
      draft={draft}
      error={error}
      fresh={newTemplate}
      id={id}
      onClose={onClose}
      read={data === undefined ? undefined : { saved: draftOf(data.template), revision: data.revision }}
    >
      {(start) => <TemplateSheet {...start} onCancel={onCancel} onClose={onClose} />}
    </EditLoader>
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
}: EditStart<TemplateId, TemplateDraft> & {
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
  const { busy, run } = useSheetSave('templates', onClose);
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
    const saved = { ...draft, title: draft.title.trim() };
    await run(saved.title, async () => {
      if (opened.base === null) return (await call('library.createTemplate', { draft: saved })).id;
      const { id, revision } = opened.base;
      await call('library.saveTemplate', { id, baseRevision: revision, draft: saved });
      return id;
    });
  };
  useUnsaved(dirty && !busy, save);

  return (
    <>
      <SheetBar
        busy={busy}
        dirty={dirty}
        onCancel={() => onCancel(dirty ? draft : null)}
        onSave={() => void save()}
        title={opened.start.title === '' ? t('templates.new') : opened.start.title}
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
