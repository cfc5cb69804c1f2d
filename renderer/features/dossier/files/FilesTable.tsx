import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconPencil, IconRotate, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import { dayOfInstant } from '../../../../shared/domain/calendarDate.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import lists from '../lists/lists.module.css';
import { fileIcons } from './fileIcons.ts';
import classes from './FilesTab.module.css';
import { saveOneFile } from './saveFiles.ts';
import { useSizeWords } from './sizeWords.ts';
import type { PlaceNames } from './usePlaceNames.ts';

/** The list of files. Arrows go from file to file, F2 renames, Delete deletes. */
export function FilesTable({
  files,
  chosen,
  names,
  onChoose,
  onEdit,
  onDelete,
  onRestore,
}: {
  readonly files: readonly Attachment[];
  readonly chosen: Attachment | null;
  readonly names: PlaceNames;
  readonly onChoose: (file: Attachment) => void;
  readonly onEdit: (file: Attachment) => void;
  readonly onDelete: (file: Attachment) => void;
  readonly onRestore: (file: Attachment) => void;
}) {
  const { t } = useTranslation('files');
  const words = useFieldWords();
  const size = useSizeWords();
  const onKey = (event: KeyboardEvent, file: Attachment) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = by === 0 ? undefined : files[files.indexOf(file) + by];
    if (next !== undefined) {
      event.preventDefault();
      onChoose(next);
      document.getElementById(`file-${next.id}`)?.focus();
    } else if (file.deletedAtMs === null && event.key === 'F2') onEdit(file);
    else if (file.deletedAtMs === null && event.key === 'Delete') onDelete(file);
  };
  return (
    <table className={`${lists.table ?? ''} ${classes.table ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.belongs')}</th>
          <th scope="col">{t('column.added')}</th>
          <th className={lists.figure} scope="col">
            {t('column.size')}
          </th>
          <th aria-label={t('actions')} scope="col" />
        </tr>
      </thead>
      <tbody>
        {files.map((file) => {
          const Icon = fileIcons[file.kind];
          const day = (ms: number) => words.dayWords(dayOfInstant(ms));
          return (
            <tr
              data-chosen={file.id === chosen?.id ? true : undefined}
              key={file.id}
              onClick={() => onChoose(file)}
            >
              <td className={classes.nameCell}>
                <span className={classes.nameLine}>
                  <span className={classes.icon} title={t(`kind.${file.kind}`)}>
                    <Icon aria-hidden size={16} stroke={1.5} />
                  </span>
                  <button
                    aria-current={file.id === chosen?.id ? 'true' : undefined}
                    className={classes.name}
                    id={`file-${file.id}`}
                    onClick={() => onChoose(file)}
                    onKeyDown={(event) => onKey(event, file)}
                    title={file.name}
                    type="button"
                  >
                    {file.name}
                  </button>
                </span>
                {file.note === '' ? null : <span className={classes.noteLine}>{file.note}</span>}
              </td>
              <td
                className={classes.belongs}
                data-client={
                  file.eventId === null &&
                  file.personId === null &&
                  file.tenderId === null &&
                  file.proposalId === null
                    ? true
                    : undefined
                }
                title={names.of(file)}
              >
                {names.of(file)}
              </td>
              <td className="k-nowrap">
                {file.deletedAtMs === null
                  ? day(file.addedAtMs)
                  : t('deletedOn', { day: day(file.deletedAtMs) })}
              </td>
              <td className={lists.figure}>{size(file.sizeBytes)}</td>
              <td aria-label={t('actions')} className={lists.menuCell}>
                <Menu position="bottom-end" width={200}>
                  <Menu.Target>
                    <ActionIcon aria-label={`${t('actions')}: ${file.name}`} className={lists.menu} size={26}>
                      <IconDots size={16} stroke={1.5} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {file.deletedAtMs === null ? (
                      <>
                        <Menu.Item
                          leftSection={<IconDownload size={16} stroke={1.5} />}
                          onClick={() => void saveOneFile(file.id)}
                        >
                          {t('save')}
                        </Menu.Item>
                        <Menu.Item
                          leftSection={<IconPencil size={16} stroke={1.5} />}
                          onClick={() => onEdit(file)}
                        >
                          {t('edit')}
                        </Menu.Item>
                        <Menu.Item
                          color="red"
                          leftSection={<IconTrash size={16} stroke={1.5} />}
                          onClick={() => onDelete(file)}
                        >
                          {t('delete')}
                        </Menu.Item>
                      </>
                    ) : (
                      <Menu.Item
                        leftSection={<IconRotate size={16} stroke={1.5} />}
                        onClick={() => onRestore(file)}
                      >
                        {t('restore')}
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
