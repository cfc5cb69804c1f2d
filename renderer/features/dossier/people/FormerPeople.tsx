import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { invalidateAll, notifyDeed } from '../../../app/bulkReads.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { TextLink } from '../../../ui/TextLink.tsx';
import classes from './PeopleTab.module.css';

/** Who works at the client no more, with the way back. */
export function FormerPeople({ accountId }: { readonly accountId: AccountId }) {
  const { t } = useTranslation('bulk');
  const people = useDesk('people.archived', { accountId }).data?.people ?? [];
  const back = useDeskAction('bulk.changePeople', {
    success: ({ deedId, changed }) => {
      notifyDeed(t('done.unarchivePeople', { count: changed }), deedId);
      void invalidateAll();
    },
  });
  if (people.length === 0) return null;
  return (
    <p className={classes.left}>
      <span>{t('former')}</span>
      {people.map(({ id, name, position }) => (
        <span key={id}>
          {[name, position].filter(Boolean).join(', ')}{' '}
          <TextLink onPress={() => back.mutate({ ids: [id], change: { what: 'unarchive' } })}>
            {t('bringBack')}
          </TextLink>
        </span>
      ))}
    </p>
  );
}
