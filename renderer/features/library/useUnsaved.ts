import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { registerFlush } from '../../app/flush.ts';
import { guardLeaving } from '../../app/place.ts';
import { notifyDone } from '../../ui/notifyUndo.tsx';

/**
 * Keeps unsaved changes from being lost: the page is not left while `dirty`, locking saves them first, Ctrl+S saves.
 * `save` resolves when it is done or has said why not.
 */
export function useUnsaved(dirty: boolean, save: () => Promise<void>): void {
  const { t } = useTranslation('library');
  const latest = useRef({ dirty, save });
  useEffect(() => {
    latest.current = { dirty, save };
  });
  useEffect(() => {
    const unguard = guardLeaving(() => {
      if (latest.current.dirty) notifyDone(t('leave'));
      return !latest.current.dirty;
    });
    const unregister = registerFlush(async () => {
      if (latest.current.dirty) await latest.current.save();
    });
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      void latest.current.save();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      unguard();
      unregister();
      window.removeEventListener('keydown', onKey);
    };
  }, [t]);
}
