import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague, Company } from '../../../shared/domain/company.ts';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { ColleagueDialog } from './ColleagueDialog.tsx';
import list from './list.module.css';
import { SettingsGroup } from './SettingsGroup.tsx';
import { saveCompany } from './useCompany.ts';

/** Our people: who prepares and signs proposals, who stands in the team block. */
export function ColleaguesGroup({ company }: { readonly company: Company }) {
  const { t } = useTranslation(['settings', 'common']);
  const [edited, setEdited] = useState<Colleague | 'new' | null>(null);
  const { colleagues, signatoryId, authorId } = company;
  const names = colleagues.map(({ id, name, position }) => ({
    value: id,
    label: position === '' ? name : `${name}, ${position}`,
  }));
  const idOf = (value: string | null) => colleagues.find((colleague) => colleague.id === value)?.id ?? null;

  const keep = (colleague: Colleague) => {
    const known = colleagues.some(({ id }) => id === colleague.id);
    saveCompany({
      colleagues: known
        ? colleagues.map((other) => (other.id === colleague.id ? colleague : other))
        : [...colleagues, colleague],
    });
    setEdited(null);
  };
  const remove = (colleague: Colleague) => {
    saveCompany({
      colleagues: colleagues.filter(({ id }) => id !== colleague.id),
      signatoryId: signatoryId === colleague.id ? null : signatoryId,
      authorId: authorId === colleague.id ? null : authorId,
    });
    notifyUndo(t('settings:colleagues.removed', { name: colleague.name }), () =>
      saveCompany({ colleagues, signatoryId, authorId }),
    );
  };

  return (
    <SettingsGroup
      action={
        <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setEdited('new')}>
          {t('common:add')}
        </Button>
      }
      text={t('settings:colleagues.text')}
      title={t('settings:colleagues.title')}
    >
      {colleagues.length === 0 ? (
        <p className={list.empty}>{t('settings:colleagues.empty')}</p>
      ) : (
        <ul className={list.rows}>
          {colleagues.map((colleague) => (
            <li className={list.row} key={colleague.id}>
              <div className={list.main}>
                <span className={list.name}>{colleague.name}</span>
                <span className={list.quiet}>{colleague.position}</span>
              </div>
              <span className={list.quiet}>{colleague.phone === '' ? colleague.email : colleague.phone}</span>
              <span className={list.mark}>
                {colleague.inTeamByDefault ? t('settings:colleagues.inTeam') : ''}
              </span>
              <span className={list.actions}>
                <ActionIcon
                  aria-label={t('settings:colleagues.edit', { name: colleague.name })}
                  onClick={() => setEdited(colleague)}
                  title={t('common:edit')}
                >
                  <IconPencil size={16} stroke={1.5} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('settings:colleagues.remove', { name: colleague.name })}
                  onClick={() => remove(colleague)}
                  title={t('common:delete')}
                >
                  <IconTrash size={16} stroke={1.5} />
                </ActionIcon>
              </span>
            </li>
          ))}
        </ul>
      )}
      <FieldGrid>
        <Select
          allowDeselect
          clearable
          data={names}
          label={t('settings:colleagues.signatory')}
          onChange={(value) => saveCompany({ signatoryId: idOf(value) })}
          placeholder={t('settings:colleagues.nobody')}
          value={signatoryId}
        />
        <Select
          allowDeselect
          clearable
          data={names}
          label={t('settings:colleagues.author')}
          onChange={(value) => saveCompany({ authorId: idOf(value) })}
          placeholder={t('settings:colleagues.nobody')}
          value={authorId}
        />
      </FieldGrid>
      {edited === null ? null : (
        <ColleagueDialog
          colleague={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onKeep={keep}
        />
      )}
    </SettingsGroup>
  );
}
