import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account, StandardId } from '../../../../shared/domain/account.ts';
import type { DossierStandard } from '../../../../shared/domain/dossierStandard.ts';
import { useDesk } from '../../../app/desk.ts';
import { openStandard } from '../../../app/standardChoice.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import classes from './OverviewTab.module.css';

/** By which standard this dossier is kept; pressed, another one is chosen, and nothing that is written is lost. */
export function StandardMenu({
  account,
  standard,
}: {
  readonly account: Account;
  readonly standard: DossierStandard;
}) {
  const { t } = useTranslation('standards');
  const words = useStandardWords();
  const edit = useAccountEdit(account);
  const standards = useDesk('standards.list', {}).data?.standards ?? [];
  const choose = (id: StandardId, name: string) => {
    if (id === standard.id) return;
    const before = account.variant;
    edit((draft) => ({ ...draft, variant: id }))
      .then(() =>
        notifyUndo(t('switched', { standard: name }), () => {
          edit((draft) => ({ ...draft, variant: before })).catch(() => undefined);
        }),
      )
      // A refused save has already been said.
      .catch(() => undefined);
  };
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <button
          aria-label={t('menu.label', { standard: words.standard(standard) })}
          className={classes.standard}
          type="button"
        >
          {words.standard(standard)}
          <IconChevronDown aria-hidden="true" size={14} stroke={1.5} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('menu.title')}</Menu.Label>
        {standards.map(({ standard: one }) => (
          <Menu.Item
            key={one.id}
            leftSection={
              one.id === standard.id ? (
                <IconCheck aria-hidden="true" size={16} stroke={1.5} />
              ) : (
                <span className={classes.noTick} />
              )
            }
            onClick={() => choose(one.id, words.standard(one))}
          >
            {words.standard(one)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size={16} stroke={1.5} />}
          onClick={() => openStandard(standard.id)}
        >
          {t('menu.edit')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
