import { ActionIcon, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DossierStandard,
  type FieldKey,
  fieldGroups,
  isOwnField,
  moveField,
  type StandardField,
} from '../../../../shared/domain/dossierStandard.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import classes from './standards.module.css';
import { WeightField } from './WeightField.tsx';

type Change = (next: (standard: DossierStandard) => DossierStandard) => void;

/** The fields of a standard by their groups, in their order; Alt with an arrow moves the row that has the focus. */
export function FieldsTable({
  standard,
  change,
  onEdit,
}: {
  readonly standard: DossierStandard;
  readonly change: Change;
  readonly onEdit: (field: StandardField) => void;
}) {
  const { t } = useTranslation('standards');
  const words = useStandardWords();
  const root = useRef<HTMLTableElement>(null);
  // A row that moves takes the focus with it: the next press moves it on.
  const moved = useRef<string | null>(null);
  useEffect(() => {
    if (moved.current === null) return;
    root.current?.querySelector<HTMLButtonElement>(`[data-move="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [standard]);
  const put = (key: FieldKey, part: Partial<StandardField>) =>
    change((before) => ({
      ...before,
      fields: before.fields.map((field) => (field.key === key ? { ...field, ...part } : field)),
    }));
  const move = (key: FieldKey, by: -1 | 1) => {
    moved.current = `${key} ${by}`;
    change((before) => ({ ...before, fields: moveField(before.fields, key, by) }));
  };
  const remove = (field: StandardField) => {
    const before = standard.fields;
    change((now) => ({ ...now, fields: now.fields.filter(({ key }) => key !== field.key) }));
    notifyUndo(t('fieldRemoved', { name: words.label(field) }), () =>
      change((now) => ({ ...now, fields: before })),
    );
  };
  return (
    <table className={classes.table} ref={root}>
      <thead>
        <tr>
          <th>{t('column.field')}</th>
          <th>{t('column.kind')}</th>
          <th>{t('column.asked')}</th>
          <th>{t('column.required')}</th>
          <th data-number>{t('column.weight')}</th>
          <th data-number>{t('column.stale')}</th>
          <th aria-label={t('column.actions')} />
        </tr>
      </thead>
      {fieldGroups.map((group) => {
        const fields = standard.fields.filter((field) => field.group === group);
        return fields.length === 0 ? null : (
          <tbody key={group}>
            <tr className={classes.group}>
              <th colSpan={7} scope="rowgroup">
                {t(`group.${group}`)}
              </th>
            </tr>
            {fields.map((field, at) => {
              const name = words.label(field);
              return (
                <tr
                  data-off={field.asked ? undefined : true}
                  key={field.key}
                  onKeyDown={(event) => {
                    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
                    if (!event.altKey || by === null) return;
                    event.preventDefault();
                    move(field.key, by);
                  }}
                >
                  <td>
                    <span className={classes.fieldName}>{name}</span>
                    {isOwnField(field.key) ? <span className={classes.own}>{t('own')}</span> : null}
                  </td>
                  <td className={classes.quiet}>{t(`kind.${field.kind}`)}</td>
                  <td>
                    <Checkbox
                      aria-label={t('askedFor', { name })}
                      checked={field.asked}
                      onChange={(event) => put(field.key, { asked: event.currentTarget.checked })}
                    />
                  </td>
                  <td>
                    <Checkbox
                      aria-label={t('requiredFor', { name })}
                      checked={field.required}
                      disabled={!field.asked}
                      onChange={(event) => put(field.key, { required: event.currentTarget.checked })}
                    />
                  </td>
                  <td data-number>
                    <WeightField
                      label={t('weightFor', { name })}
                      max={10}
                      onChange={(weight) => put(field.key, { weight })}
                      value={field.weight}
                    />
                  </td>
                  <td className={classes.quiet} data-number>
                    {field.staleMonths === null ? t('never') : t('months', { count: field.staleMonths })}
                  </td>
                  <td className={classes.rowActions}>
                    <ActionIcon
                      aria-label={t('up', { name })}
                      data-move={`${field.key} -1`}
                      disabled={at === 0}
                      onClick={() => move(field.key, -1)}
                      size={26}
                      title={t('upHint')}
                    >
                      <IconArrowUp size={16} stroke={1.5} />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('down', { name })}
                      data-move={`${field.key} 1`}
                      disabled={at === fields.length - 1}
                      onClick={() => move(field.key, 1)}
                      size={26}
                      title={t('downHint')}
                    >
                      <IconArrowDown size={16} stroke={1.5} />
                    </ActionIcon>
                    <ActionIcon aria-label={t('edit', { name })} onClick={() => onEdit(field)} size={26}>
                      <IconPencil size={16} stroke={1.5} />
                    </ActionIcon>
                    <ActionIcon aria-label={t('remove', { name })} onClick={() => remove(field)} size={26}>
                      <IconTrash size={16} stroke={1.5} />
                    </ActionIcon>
                  </td>
                </tr>
              );
            })}
          </tbody>
        );
      })}
    </table>
  );
}
