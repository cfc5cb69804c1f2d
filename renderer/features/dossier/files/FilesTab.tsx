import { Button, Menu, ActionIcon } from '@mantine/core';
import { IconDots, IconDownload, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import { useDesk } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { HiddenWhileShowing } from '../../../app/HiddenWhileShowing.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { chooseFile, useChosenFile } from './chosenFile.ts';
import { DropVeil } from './DropVeil.tsx';
import { FileDialog } from './FileDialog.tsx';
import { fileGroups, filesOfGroup } from './fileGroups.ts';
import type { FileGroup } from './fileGroups.ts';
import { FilePane } from './FilePane.tsx';
import classes from './FilesTab.module.css';
import { FilesTable } from './FilesTable.tsx';
import { IncomingLines } from './IncomingLines.tsx';
import { saveFiles } from './saveFiles.ts';
import { useAddFiles } from './useAddFiles.tsx';
import { useDropFiles } from './useDropFiles.ts';
import { useFileActions } from './useFileActions.ts';
import { usePlaceNames } from './usePlaceNames.ts';

/** Files kept with a client: a list, and the chosen one beside it. Files can be dropped anywhere on it. */
export function FilesTab({ account }: { readonly account: Account }) {
  const { t } = useTranslation('files');
  const accountId = account.id;
  const list = useDesk('attachments.list', { accountId });
  const names = usePlaceNames(accountId);
  const [group, setGroup] = useState<FileGroup>('all');
  const [edited, setEdited] = useState<Attachment | null>(null);
  const chosenId = useChosenFile();
  const adding = useAddFiles();
  const actions = useFileActions();
  const place = { accountId, eventId: null, personId: null, tenderId: null, proposalId: null };
  const drop = useDropFiles((files) => {
    setGroup('all');
    void adding.take(files, place);
  });
  const add = () => {
    setGroup('all');
    void adding.choose(place);
  };
  if (list.data === undefined)
    return (
      <div className={classes.list}>
        {list.error === null ? <RowsSkeleton height={40} /> : <ErrorState {...errorWords(list.error)} />}
      </div>
    );
  const { files } = list.data;
  const shown = filesOfGroup(files, group);
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0] ?? null;
  return (
    <HiddenWhileShowing
      instead={
        <div className={classes.empty}>
          <EmptyState title={t('showing')} />
        </div>
      }
    >
      <section aria-label={t('title')} className={classes.split} {...drop.handlers}>
        <div className={classes.main}>
          {files.length === 0 ? null : (
            <div className={classes.head}>
              <div aria-label={t('filter')} className={classes.filters} role="group">
                {fileGroups.map((key) => {
                  const count = filesOfGroup(files, key).length;
                  return count === 0 && key !== 'all' ? null : (
                    <Chip count={count} key={key} onPress={() => setGroup(key)} plain pressed={key === group}>
                      {t(`group.${key}`)}
                    </Chip>
                  );
                })}
              </div>
              <div className={classes.headActions}>
                <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={add}>
                  {t('add')}
                </Button>
                {shown.length === 0 ? null : (
                  <Menu position="bottom-end" width={280}>
                    <Menu.Target>
                      <ActionIcon aria-label={t('saveShown')} size={32}>
                        <IconDots size={16} stroke={1.5} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item
                        leftSection={<IconDownload size={16} stroke={1.5} />}
                        onClick={() => void saveFiles(shown.map(({ id }) => id))}
                      >
                        {t('saveShown')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )}
              </div>
            </div>
          )}
          <div className={classes.list}>
            <IncomingLines accountId={accountId} />
            {group === 'deleted' && shown.length > 0 ? (
              <p className={classes.note}>{t('deletedNote')}</p>
            ) : null}
            {shown.length > 0 ? (
              <FilesTable
                chosen={chosen}
                files={shown}
                names={names}
                onChoose={(file) => chooseFile(file.id)}
                onDelete={actions.remove}
                onEdit={setEdited}
                onRestore={actions.restore}
              />
            ) : files.length === 0 || group === 'all' ? (
              <EmptyState
                action={
                  <Button onClick={add} variant="filled">
                    {t('add')}
                  </Button>
                }
                title={t('empty')}
              >
                {t('emptyText')}
              </EmptyState>
            ) : (
              <EmptyState
                action={<Button onClick={() => setGroup('all')}>{t('emptyFilteredAction')}</Button>}
                title={t('emptyFiltered')}
              />
            )}
          </div>
        </div>
        {shown.length === 0 ? null : (
          <FilePane
            file={chosen}
            key={chosen?.id}
            onEdit={setEdited}
            place={chosen === null ? '' : names.of(chosen)}
          />
        )}
        {drop.over ? <DropVeil /> : null}
        {edited === null ? null : <FileDialog file={edited} names={names} onClose={() => setEdited(null)} />}
      </section>
    </HiddenWhileShowing>
  );
}
