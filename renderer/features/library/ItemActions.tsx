import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconFileDownload, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LibraryItem, LibraryItemRef, LibraryOrigin } from '../../../shared/domain/library.ts';
import { call, invalidate, notifyError, useDeskAction } from '../../app/desk.ts';
import { goTo } from '../../app/place.ts';
import { notifyDone, notifyUndo } from '../../ui/notifyUndo.tsx';
import { libraryReads } from './libraryReads.ts';
import { useLibraryFiles } from './useLibraryFiles.ts';

/** What can be done with an item beside editing: back to the original, duplicate, save to a file, delete. */
export function ItemActions({
  itemRef,
  title,
  revision,
  origin,
  duplicate,
}: {
  readonly itemRef: LibraryItemRef;
  readonly title: string;
  readonly revision: number;
  readonly origin: LibraryOrigin;
  readonly duplicate: LibraryItem;
}) {
  const { t } = useTranslation('library');
  const files = useLibraryFiles();
  const reset = useDeskAction('library.reset', {
    invalidates: libraryReads,
    success: () => notifyDone(t('resetDone')),
  });
  const remove = useDeskAction('library.delete', {
    invalidates: libraryReads,
    success: (_done, { ref }) =>
      notifyUndo(t('deleted', { title }), () => {
        call('library.restore', { ref }).then(() => invalidate(...libraryReads), notifyError);
      }),
  });
  const copy = async () => {
    const { id: _id, schemaVersion: _version, ...rest } = duplicate.item;
    const copied = { ...rest, title: t('copyOf', { title }).slice(0, 200) };
    const made =
      'role' in copied
        ? await call('library.createBlock', { draft: copied })
        : await call('library.createTemplate', { draft: copied });
    await invalidate(...libraryReads);
    goTo({ at: 'library', tab: duplicate.kind === 'block' ? 'blocks' : 'templates', id: made.id });
  };
  return (
    <>
      {origin === 'changed' ? (
        <Button
          loading={reset.isPending}
          onClick={() => reset.mutate({ ref: itemRef, baseRevision: revision })}
        >
          {t('reset')}
        </Button>
      ) : null}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon aria-label={t('more')} size={32} title={t('more')} variant="default">
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy size={16} stroke={1.5} />}
            onClick={() => void copy().catch(notifyError)}
          >
            {t('duplicate')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileDownload size={16} stroke={1.5} />}
            onClick={() => void files.save([itemRef])}
          >
            {t('export')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.5} />}
            onClick={() => remove.mutate({ ref: itemRef })}
          >
            {t('delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
