import { Menu } from '@mantine/core';
import { IconArchive, IconArrowLeft, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.ts';
import { goTo } from '../../app/place.ts';
import { changeView, listScroll } from './clientsView.ts';

/** Ways from the clients to what is not in the list: similar ones, the archive, the trash. */
export function ClientsMenuItems({ archived }: { readonly archived: boolean }) {
  const { t } = useTranslation('bulk');
  return (
    <>
      <Menu.Item
        leftSection={<IconUsersGroup size={16} stroke={1.5} />}
        onClick={() => openDialog({ kind: 'duplicates' })}
      >
        {t('menu.duplicates')}
      </Menu.Item>
      <Menu.Item
        leftSection={
          archived ? <IconArrowLeft size={16} stroke={1.5} /> : <IconArchive size={16} stroke={1.5} />
        }
        onClick={() => {
          listScroll.top = 0;
          changeView({ archived: !archived, chosenId: null, chosenAt: 0 });
        }}
      >
        {t(archived ? 'menu.back' : 'menu.archive')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={16} stroke={1.5} />}
        onClick={() => goTo({ at: 'settings', page: 'trash' })}
      >
        {t('menu.trash')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
