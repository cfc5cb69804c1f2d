import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, PersonDraft } from '../../../../shared/domain/person.ts';
import { call, deskErrorOf, invalidate, notifyError } from '../../../app/desk.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { accountReads } from '../accountEdit.ts';
import { draftOf } from './personDraft.ts';

const reads = ['people.list', ...accountReads] as const;

/** Changes a part of a person at once and offers to take it back; a failure is said in words. */
export function usePersonChange(): (person: Person, part: Partial<PersonDraft>, said: string) => void {
  const { t } = useTranslation('dossier');
  return useCallback(
    (person, part, said) => {
      const before = draftOf(person);
      const save = async (baseRevision: number, draft: PersonDraft) => {
        const { revision } = await call('people.save', { id: person.id, baseRevision, draft });
        await invalidate(...reads);
        return revision;
      };
      const fail = (thrown: unknown) => {
        notifyError(thrown);
        // The record is newer than the screen: the list brings it.
        if (deskErrorOf(thrown).code === 'staleRevision') void invalidate('people.list');
      };
      save(person.revision, { ...before, ...part })
        .then((revision) =>
          notifyUndo(t('people.changed', { what: said }), () => {
            save(revision, before).catch(fail);
          }),
        )
        .catch(fail);
    },
    [t],
  );
}
