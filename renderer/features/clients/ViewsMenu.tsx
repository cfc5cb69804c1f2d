import { Button, Menu, TextInput } from '@mantine/core';
import { IconBookmark, IconCheck, IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { mostViews, type SavedView } from '../../../shared/ipc/calls/clientsTable.ts';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { changeView, type ClientsView, orderAsked, useClientsView } from './clientsView.ts';

const sorted = (list: readonly string[]): string => list.toSorted().join();

/** The view as it is now, without a name. */
function viewNow(
  view: Pick<ClientsView, 'filter' | 'sort' | 'grouped' | 'hiddenColumns'>,
): Omit<SavedView, 'id' | 'name'> {
  return { ...orderAsked(view), hiddenColumns: [...view.hiddenColumns] };
}

function isSame(one: Omit<SavedView, 'id' | 'name'>, other: Omit<SavedView, 'id' | 'name'>): boolean {
  return (
    one.silentOnly === other.silentOnly &&
    one.headsOnly === other.headsOnly &&
    one.column === other.column &&
    one.descending === other.descending &&
    one.grouped === other.grouped &&
    sorted(one.types) === sorted(other.types) &&
    sorted(one.health) === sorted(other.health) &&
    sorted(one.hiddenColumns) === sorted(other.hiddenColumns)
  );
}

/** Filters, order and columns that were saved under a name: to return to, to save, to delete. */
export const ViewsMenu = memo(function ViewsMenu() {
  const { t } = useTranslation('clients');
  const [naming, setNaming] = useState(false);
  const views = useDesk('clients.views', {}).data?.views ?? [];
  const now = viewNow(
    // Not the query: a typed key draws nothing here.
    useClientsView(
      useShallow(({ filter, sort, grouped, hiddenColumns }) => ({ filter, sort, grouped, hiddenColumns })),
    ),
  );
  const current = views.find((view) => isSame(view, now));
  const keep = useDeskAction('clients.saveViews', { invalidates: ['clients.views'] });
  const drop = (gone: SavedView) =>
    keep.mutate(
      { views: views.filter(({ id }) => id !== gone.id) },
      {
        onSuccess: () => notifyUndo(t('views.dropped', { name: gone.name }), () => keep.mutate({ views })),
      },
    );
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button leftSection={<IconBookmark size={16} stroke={1.5} />} maw={220} variant="subtle">
            {current?.name ?? t('views.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 ? <Menu.Label>{t('views.none')}</Menu.Label> : null}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={
                view === current ? (
                  <IconCheck size={16} stroke={1.5} />
                ) : (
                  <IconBookmark size={16} stroke={1.5} />
                )
              }
              onClick={() => changeView(stateOf(view))}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {current === undefined ? (
            <Menu.Item
              disabled={views.length >= mostViews}
              leftSection={<IconDeviceFloppy size={16} stroke={1.5} />}
              onClick={() => setNaming(true)}
            >
              {t('views.save')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.5} />} onClick={() => drop(current)}>
              {t('views.drop', { name: current.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming ? (
        <NameDialog
          busy={keep.isPending}
          onClose={() => setNaming(false)}
          onName={(name) => {
            // The same name again means the same view, looked at in another way.
            const known = views.find((view) => view.name === name);
            const view = { ...now, id: known?.id ?? crypto.randomUUID(), name };
            const next =
              known === undefined ? [...views, view] : views.map((one) => (one === known ? view : one));
            keep.mutate({ views: next }, { onSuccess: () => setNaming(false) });
          }}
        />
      ) : null}
    </>
  );
});

function stateOf({ types, health, silentOnly, headsOnly, column, descending, ...rest }: SavedView) {
  return {
    filter: { types, health, silentOnly, headsOnly },
    sort: { column, descending },
    grouped: rest.grouped,
    hiddenColumns: rest.hiddenColumns,
  };
}

function NameDialog({
  busy,
  onClose,
  onName,
}: {
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}) {
  const { t } = useTranslation(['clients', 'common']);
  const [name, setName] = useState('');
  const trimmed = name.trim();
  return (
    <FormDialog
      busy={busy}
      cancel={t('common:cancel')}
      disabled={trimmed === ''}
      onClose={onClose}
      onSubmit={() => {
        if (trimmed !== '') onName(trimmed);
      }}
      opened
      size={440}
      submit={t('views.submit')}
      title={t('views.title')}
    >
      <TextInput
        data-autofocus
        description={t('views.what')}
        label={t('views.name')}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        placeholder={t('views.example')}
        value={name}
      />
    </FormDialog>
  );
}
