import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryItemRef } from '../../../shared/domain/library.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call, invalidate, notifyError } from '../../app/desk.ts';
import { notifyDone, notifyUndo } from '../../ui/notifyUndo.tsx';
import { libraryReads } from './libraryReads.ts';

export type ReadLibrary = OutputOf<'shell.openLibrary'>;

export type LibraryFiles = {
  /** The file that was opened and not taken in yet. */
  readonly read: ReadLibrary | null;
  readonly busy: boolean;
  readonly open: () => Promise<void>;
  readonly take: () => void;
  readonly close: () => void;
  readonly save: (refs: readonly LibraryItemRef[]) => Promise<void>;
  /** Saves all that is not as it came with the program. */
  readonly saveOwn: () => Promise<void>;
};

/** Taking library files in and writing them. */
export function useLibraryFiles(): LibraryFiles {
  const { t } = useTranslation('library');
  const [read, setRead] = useState<ReadLibrary | null>(null);
  const [busy, setBusy] = useState(false);
  const refresh = () => invalidate(...libraryReads, 'terms.list');

  const takeIn = async ({ file }: ReadLibrary) => {
    const done = await call('library.import', { file });
    await refresh();
    setRead(null);
    notifyUndo(t('file.done', { count: done.added.length + done.changed.length }), () => {
      call('library.undoImport', done).then(refresh).catch(notifyError);
    });
  };
  const save = async (refs: readonly LibraryItemRef[]) => {
    if (refs.length === 0) {
      notifyDone(t('exportNothing'));
      return;
    }
    try {
      const { fileName, blocks, templates } = await call('shell.exportLibrary', { refs: [...refs] });
      notifyDone(t('exported', { name: fileName, blocks, templates }));
    } catch (thrown) {
      notifyError(thrown);
    }
  };
  return {
    read,
    busy,
    open: () => call('shell.openLibrary', {}).then(setRead, notifyError),
    take: () => {
      if (read === null) return;
      setBusy(true);
      takeIn(read)
        .catch(notifyError)
        .finally(() => setBusy(false));
    },
    close: () => setRead(null),
    save,
    saveOwn: async () => {
      const [blocks, templates] = await Promise.all([
        call('library.blocks', { query: '' }),
        call('library.templates', { query: '' }),
      ]);
      await save([
        ...blocks.rows
          .filter(({ origin }) => origin !== 'shipped')
          .map(({ id }) => ({ kind: 'block' as const, id })),
        ...templates.rows
          .filter(({ origin }) => origin !== 'shipped')
          .map(({ id }) => ({ kind: 'template' as const, id })),
      ]);
    },
  };
}
