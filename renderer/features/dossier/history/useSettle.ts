import { useTranslation } from 'react-i18next';
import { AccountEventDraft } from '../../../../shared/domain/accountEvent.ts';
import type { AccountEvent, SettledAs } from '../../../../shared/domain/accountEvent.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { accountReads } from '../accountEdit.ts';

/** The word for how an event ended: a promise is kept or broken, the rest is settled or given up. */
export function endingGroup(event: Pick<AccountEvent, 'kind'>): 'promise' | 'other' {
  return event.kind === 'promise' ? 'promise' : 'other';
}

/** Settles an event today or opens it again; either can be taken back. */
export function useSettle(event: AccountEvent): {
  readonly busy: boolean;
  settle(as: SettledAs): void;
  reopen(): void;
} {
  const { t } = useTranslation('dossier');
  const { today } = useFieldWords();
  const invalidates = ['events.list', ...accountReads] as const;
  const takeBack = useDeskAction('events.save', { invalidates });
  const save = useDeskAction('events.save', {
    invalidates,
    success: ({ revision }, { draft }) => {
      const group = endingGroup(event);
      const text =
        draft.settledOn === null
          ? t('settledAs.reopened', { name: event.title })
          : `${t(`settledAs.${group}.${draft.settledAs ?? 'kept'}`)}: ${event.title}`;
      notifyUndo(text, () =>
        takeBack.mutate({ id: event.id, baseRevision: revision, draft: AccountEventDraft.parse(event) }),
      );
    },
  });
  const change = (part: Pick<AccountEvent, 'settledOn' | 'settledAs'>) =>
    save.mutate({
      id: event.id,
      baseRevision: event.revision,
      draft: AccountEventDraft.parse({ ...event, ...part }),
    });
  return {
    busy: save.isPending,
    settle: (as) => change({ settledOn: today, settledAs: as }),
    reopen: () => change({ settledOn: null, settledAs: null }),
  };
}
