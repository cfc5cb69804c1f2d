import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../app/call.ts';
import { invalidate, notifyError } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { goTo } from '../../app/place.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { libraryReads } from './libraryReads.ts';

/** What an item of the library is when its editing begins. */
export type EditStart<Id, Draft> = {
  /** What its save goes by; null = a new one. */
  readonly base: { readonly id: Id; readonly revision: number } | null;
  readonly start: Draft;
  /** Whether it begins with something that is not saved yet. */
  readonly written: boolean;
};

/** Waits until the item is read; a new one, without `id`, begins at once. */
export function EditLoader<Id, Draft>({
  id,
  draft,
  fresh,
  read,
  error,
  onClose,
  children,
}: {
  readonly id: Id | null;
  /** What it begins with instead of what is saved; undefined = a new one is as `fresh` makes it. */
  readonly draft: Draft | undefined;
  readonly fresh: () => Draft;
  /** What is saved; undefined until it is read. */
  readonly read: { readonly saved: Draft; readonly revision: number } | undefined;
  readonly error: DeskError | null;
  readonly onClose: () => void;
  readonly children: (start: EditStart<Id, Draft>) => ReactNode;
}) {
  const { t } = useTranslation(['library', 'common']);
  const written = draft !== undefined;
  if (id === null) return children({ base: null, start: draft ?? fresh(), written });
  if (error !== null)
    return (
      <>
        <TopBar crumbs={[{ label: t('title') }]} />
        <ErrorState {...errorWords(error)} action={<Button onClick={onClose}>{t('common:close')}</Button>} />
      </>
    );
  if (read === undefined) return <PageSkeleton />;
  return children({ base: { id, revision: read.revision }, start: draft ?? read.saved, written });
}

/** Saves an item and goes to it. `save` answers its id; what it throws is said, and the sheet stays. */
export function useSheetSave(tab: 'blocks' | 'templates', onClose: () => void) {
  const { t } = useTranslation('library');
  const [busy, setBusy] = useState(false);
  const run = async (title: string, save: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    try {
      const id = await save();
      await invalidate(...libraryReads);
      notifyDone(t('saved', { title }));
      onClose();
      goTo({ at: 'library', tab, id });
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}

/** The bar above an item that is being written. */
export function SheetBar({
  title,
  dirty,
  busy,
  onCancel,
  onSave,
}: {
  readonly title: string;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  return (
    <TopBar
      actions={
        <>
          <Button onClick={onCancel} variant="subtle">
            {t('common:cancel')}
          </Button>
          <Button loading={busy} onClick={onSave} title="Ctrl+S" variant="filled">
            {t('common:save')}
          </Button>
        </>
      }
      compact
      crumbs={[{ label: title }]}
      state={dirty ? t('unsaved') : undefined}
    />
  );
}
