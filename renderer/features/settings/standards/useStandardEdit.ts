import { useCallback, useEffect, useRef, useState } from 'react';
import type { DossierStandard, StandardRow } from '../../../../shared/domain/dossierStandard.ts';
import { call, deskErrorOf, invalidate, notifyError } from '../../../app/desk.ts';
import { registerFlush } from '../../../app/flush.ts';
import { sayingSaved } from '../savedState.ts';

/** Reads that a changed standard makes out of date: dossiers are judged and asked by it at once. */
export const standardReads = [
  'standards.list',
  'standards.ownFields',
  'accounts.list',
  'accounts.overview',
  'meetings.plan',
  'today.list',
] as const;

// Saves go one after another: each needs the revision that the one before has made.
let queue: Promise<void> = Promise.resolve();

/**
 * A standard as it is on the screen: a change is there at once, in the vault as soon as earlier ones are, and the
 * dossiers follow. What the vault refuses is said, and the stored standard stands again.
 */
export function useStandardEdit(row: StandardRow & { readonly revision: number }): {
  readonly standard: DossierStandard;
  change(next: (standard: DossierStandard) => DossierStandard): void;
} {
  const [shown, setShown] = useState({ standard: row.standard, revision: row.revision });
  // The newest of what was typed and what was stored, for changes that come faster than answers.
  const latest = useRef(shown);
  useEffect(() => registerFlush(() => queue), []);
  useEffect(() => {
    // Somebody else's change: an import, a reset, an undo.
    if (row.revision <= latest.current.revision) return;
    latest.current = { standard: row.standard, revision: row.revision };
    setShown(latest.current);
  }, [row]);
  const change = useCallback((next: (standard: DossierStandard) => DossierStandard) => {
    const standard = next(latest.current.standard);
    latest.current = { ...latest.current, standard };
    setShown(latest.current);
    queue = queue.then(async () => {
      try {
        const { revision } = await sayingSaved(() =>
          call('standards.save', { standard, baseRevision: latest.current.revision }),
        );
        latest.current = { ...latest.current, revision };
      } catch (thrown) {
        notifyError(deskErrorOf(thrown));
        // The stored standard is newer than nothing: the next answer replaces what is shown.
        latest.current = { ...latest.current, revision: -1 };
      }
      await invalidate(...standardReads);
    });
  }, []);
  return { standard: shown.standard, change };
}
