import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTableImport, IconUserDown, IconUserUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../shared/domain/ids.ts';
import { call, notifyError } from './desk.ts';
import { openDialog } from './dialogs.ts';
import { useFieldWords } from './fieldWords.ts';
import { saveFile } from './saveFile.tsx';

/** Reads a file of cards and shows them before anything is taken in. */
async function loadCards(accountId: AccountId): Promise<void> {
  try {
    const { rows } = await call('shell.openCards', { accountId });
    openDialog({ kind: 'importCards', accountId, rows });
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** Visiting cards of a client's people: in from a telephone or mail program, and out to one. */
export function CardsMenu({
  accountId,
  accountName,
  canSave,
}: {
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly canSave: boolean;
}) {
  const { t } = useTranslation(['exchange', 'tables']);
  const { language } = useFieldWords();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon aria-label={t('exchange:cards.menu')} size={32} title={t('exchange:cards.menu')}>
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUserDown size={16} stroke={1.5} />}
          onClick={() => void loadCards(accountId)}
        >
          {t('exchange:cards.load')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTableImport size={16} stroke={1.5} />}
          onClick={() => openDialog({ kind: 'importTable', account: { id: accountId, name: accountName } })}
        >
          {t('tables:menu')}
        </Menu.Item>
        <Menu.Item
          disabled={!canSave}
          leftSection={<IconUserUp size={16} stroke={1.5} />}
          onClick={() => void saveFile({ kind: 'cards', accountId, language }, t('exchange:savedCards'))}
          title={t('exchange:cards.saveHint')}
        >
          {t('exchange:cards.save')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
