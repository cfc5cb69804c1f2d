import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deedOfPeople, type PeopleChange } from '../../../../shared/domain/bulkWork.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { Attitude } from '../../../../shared/domain/person.ts';
import { invalidateAll, notifyDeed } from '../../../app/bulkReads.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { MergeButton } from '../../../app/MergeButton.tsx';
import { useRoleChoices } from '../../../app/ownTerms.ts';
import { SelectionBar, SelectionMenu } from '../../../ui/SelectionBar.tsx';
import type { Selection } from '../../../ui/useSelection.ts';

/** What can be done with the ticked people, each in one step that is taken back as a whole. */
export function PeopleBar({ selection }: { readonly selection: Selection<PersonId> }) {
  const { t } = useTranslation(['bulk', 'domain']);
  const ids = [...selection.ids];
  const roles = useRoleChoices();
  const change = useDeskAction('bulk.changePeople', {
    success: ({ deedId, changed }, input) => {
      const { what } = input.change;
      notifyDeed(t(`done.${deedOfPeople(input.change)}`, { count: changed }), deedId);
      if (what === 'archive' || what === 'delete') selection.clear();
      void invalidateAll();
    },
  });
  const run = (what: PeopleChange) => change.mutate({ ids, change: what });
  const quiet = { size: 'xs', variant: 'subtle', disabled: change.isPending } as const;
  return (
    <SelectionBar
      clear={t('clear')}
      count={t('selected', { count: ids.length })}
      end={
        <Button {...quiet} color="red" onClick={() => run({ what: 'delete' })}>
          {t('delete')}
        </Button>
      }
      label={t('bar')}
      onClear={selection.clear}
    >
      <SelectionMenu disabled={change.isPending} label={t('role')}>
        {roles.map((readerRole) => (
          <Menu.Item key={readerRole} onClick={() => run({ what: 'readerRole', readerRole })}>
            {t(`domain:readerRolePerson.${readerRole}`)}
          </Menu.Item>
        ))}
      </SelectionMenu>
      <SelectionMenu disabled={change.isPending} label={t('attitude')}>
        {Attitude.options.map((attitude) => (
          <Menu.Item key={attitude} onClick={() => run({ what: 'attitude', attitude })}>
            {t(`domain:attitudeAxis.${attitude}`)}
          </Menu.Item>
        ))}
      </SelectionMenu>
      <Button {...quiet} onClick={() => run({ what: 'archive' })}>
        {t('left')}
      </Button>
      <MergeButton disabled={change.isPending} ids={ids} of="person" />
    </SelectionBar>
  );
}
