import { useEffect, useRef, useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { MeetingPlan } from '../../../shared/domain/meetingPlan.ts';
import { call, invalidate, notifyError } from '../../app/desk.ts';
import { registerFlush } from '../../app/flush.ts';

const pauseMs = 400;

/** What is on the screen of a plan: the lists as they are typed, empty lines included. */
export type OpenPlan = {
  readonly plan: MeetingPlan;
  /** Whether the plan is the user's own and not only suggested. */
  readonly kept: boolean;
  readonly saving: boolean;
};

export type MeetingPlanDoor = {
  readonly open: OpenPlan | null;
  readonly error: unknown;
  readonly change: (part: Partial<MeetingPlan>) => void;
  /** Forgets what was typed and takes what the dossier suggests now. */
  readonly makeAnew: () => Promise<void>;
  readonly reload: () => void;
};

/**
 * The plan of a client's coming meeting: loaded once, then the window holds it; what is typed is kept after a short pause,
 * when the page is left and before the vault locks.
 */
export function useMeetingPlan(accountId: AccountId, language: Language): MeetingPlanDoor {
  const [open, setOpen] = useState<OpenPlan | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const waiting = useRef<MeetingPlan | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const save = async (): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const plan = waiting.current;
    if (plan === null) return;
    waiting.current = null;
    try {
      await call('meetings.savePlan', { plan });
      setOpen((now) => (now === null || waiting.current !== null ? now : { ...now, saving: false }));
      await invalidate('papers.get');
    } catch (thrown) {
      // Kept for the next try: what was typed stays on the screen.
      waiting.current ??= plan;
      notifyError(thrown);
    }
  };
  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  });

  useEffect(() => {
    let gone = false;
    void call('meetings.plan', { accountId, language })
      .then(({ plan, kept }) => {
        if (!gone) setOpen({ plan, kept, saving: false });
      })
      .catch((thrown: unknown) => {
        if (!gone) setError(thrown);
      });
    return () => {
      gone = true;
    };
  }, [accountId, language, turn]);

  useEffect(() => {
    const release = registerFlush(() => saveNow.current());
    return () => {
      release();
      void saveNow.current();
    };
  }, []);

  return {
    open,
    error,
    change: (part) => {
      if (open === null) return;
      const plan = { ...open.plan, ...part };
      waiting.current = plan;
      setOpen({ plan, kept: true, saving: true });
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void saveNow.current(), pauseMs);
    },
    makeAnew: async () => {
      if (timer.current !== null) clearTimeout(timer.current);
      waiting.current = null;
      await call('meetings.dropPlan', { accountId });
      const { plan, kept } = await call('meetings.plan', { accountId, language });
      setOpen({ plan, kept, saving: false });
      await invalidate('papers.get');
    },
    reload: () => {
      setError(null);
      setTurn((before) => before + 1);
    },
  };
}
