import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { call } from '../../../app/desk.ts';
import { useProposalSession } from '../../../editor/session.ts';
import { drawDocx } from './drawDocx.ts';

/** After the last save; typing goes on undisturbed meanwhile. */
const pauseMs = 900;
/** Drawn slower than this, a document is drawn anew only when asked: the window would stop at every pause. */
const slowMs = 1500;

export type DrawnDocx = {
  readonly phase: 'updating' | 'shown' | 'stale' | 'failed';
  readonly pages: number;
  readonly refresh: () => void;
};

/** Keeps a frame showing the saved proposal as its exported file. */
export function useDrawnDocx(id: ProposalId, page: Document | null): DrawnDocx {
  const [phase, setPhase] = useState<DrawnDocx['phase']>('updating');
  const [pages, setPages] = useState(0);
  // Null while something is being typed or saved.
  const savedAtMs = useProposalSession(({ save }) => (save.phase === 'saved' ? save.atMs : null));
  const latest = useRef(0);
  const lastMs = useRef(0);

  const draw = useCallback(async () => {
    if (page === null) return;
    latest.current += 1;
    const turn = latest.current;
    setPhase('updating');
    try {
      const { docx } = await call('proposals.preview', { id });
      if (turn !== latest.current) return;
      const begun = performance.now();
      const count = await drawDocx(page, docx);
      lastMs.current = performance.now() - begun;
      if (turn !== latest.current) return;
      setPages(count);
      setPhase('shown');
    } catch {
      // Whatever the library stumbles over, the document is safe, and that is said.
      if (turn === latest.current) setPhase('failed');
    }
  }, [id, page]);

  useEffect(() => {
    if (page === null || (savedAtMs === null && latest.current > 0)) return undefined;
    if (lastMs.current > slowMs) {
      setPhase('stale');
      return undefined;
    }
    const timer = setTimeout(
      () => void draw(),
      latest.current === 0 ? 0 : Math.max(pauseMs, lastMs.current * 2),
    );
    return () => clearTimeout(timer);
  }, [page, draw, savedAtMs]);

  return { phase, pages, refresh: () => void draw() };
}
