import { Button, Menu, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconDeviceFloppy, IconDots, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dossierParts } from '../../../../shared/domain/completeness.ts';
import {
  PartWeights,
  type StandardField,
  type StandardRow,
} from '../../../../shared/domain/dossierStandard.ts';
import { call, notifyError, useDeskAction } from '../../../app/desk.ts';
import { useStandardChoice } from '../../../app/standardChoice.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { notifyDone, notifyUndo } from '../../../ui/notifyUndo.tsx';
import { AddFieldMenu } from './AddFieldMenu.tsx';
import { FieldDialog } from './FieldDialog.tsx';
import { FieldsTable } from './FieldsTable.tsx';
import classes from './standards.module.css';
import { standardReads, useStandardEdit } from './useStandardEdit.ts';
import { WeightField } from './WeightField.tsx';

/** One standard: its name, the weights of the parts, its fields; and what can be done with it as a whole. */
export function StandardEditor({ row }: { readonly row: StandardRow & { readonly revision: number } }) {
  const { t } = useTranslation(['standards', 'common']);
  const words = useStandardWords();
  const { change, standard } = useStandardEdit(row);
  const [edited, setEdited] = useState<StandardField | null>(null);
  const [name, setName] = useState(words.standard(standard));
  const choose = (id: typeof standard.id) => useStandardChoice.setState({ id });
  const back = useDeskAction('standards.import', { invalidates: standardReads });
  const reset = useDeskAction('standards.reset', {
    invalidates: standardReads,
    success: () => {
      setName(words.standard({ id: standard.id, name: '' }));
      notifyUndo(t('resetDone', { name: words.standard(standard) }), () => {
        back.mutate({ standards: [standard] });
        setName(words.standard(standard));
      });
    },
  });
  const restore = useDeskAction('standards.restore', {
    invalidates: standardReads,
    success: () => choose(standard.id),
  });
  const remove = useDeskAction('standards.delete', {
    invalidates: standardReads,
    success: () => {
      choose('general');
      notifyUndo(t('deleted', { name: words.standard(standard) }), () => restore.mutate({ id: standard.id }));
    },
  });
  const copy = useDeskAction('standards.create', {
    invalidates: standardReads,
    success: ({ id }) => choose(id),
  });
  const saveName = () => {
    const typed = name.trim();
    // The program's own word is kept as no word: it follows the language of the window.
    const own = typed === words.standard({ id: standard.id, name: '' }) ? '' : typed;
    if (typed === '') setName(words.standard(standard));
    else if (own !== standard.name) change((before) => ({ ...before, name: own }));
  };
  const exportOne = () => {
    call('shell.exportStandards', { ids: [standard.id] }).then(
      ({ fileName, count }) => notifyDone(t('file.saved', { count, name: fileName })),
      notifyError,
    );
  };
  const { id: _, ...draft } = standard;
  return (
    <>
      <div className={classes.nameRow}>
        <TextInput
          className={classes.name ?? ''}
          label={t('name')}
          maxLength={80}
          onBlur={saveName}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
          value={name}
        />
        <span className={classes.quiet}>
          {t(`origin.${row.origin}`)}
          {' · '}
          {t('clients', { count: row.clients })}
          {' · '}
          {t('fieldsAsked', { count: standard.fields.filter(({ asked }) => asked).length })}
        </span>
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button leftSection={<IconDots size={16} stroke={1.5} />} variant="subtle">
              {t('actions')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconCopy size={16} stroke={1.5} />}
              onClick={() =>
                copy.mutate({ draft: { ...draft, name: t('copyName', { name: words.standard(standard) }) } })
              }
            >
              {t('copy')}
            </Menu.Item>
            <Menu.Item leftSection={<IconDeviceFloppy size={16} stroke={1.5} />} onClick={exportOne}>
              {t('file.save')}
            </Menu.Item>
            {row.origin === 'changed' ? (
              <Menu.Item
                leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
                onClick={() => reset.mutate({ id: standard.id })}
              >
                {t('reset')}
              </Menu.Item>
            ) : null}
            {row.origin === 'own' ? (
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} stroke={1.5} />}
                onClick={() => remove.mutate({ id: standard.id })}
              >
                {t('delete')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      </div>
      <fieldset className={classes.weights}>
        <legend>{t('weights.title')}</legend>
        {dossierParts.map((part) => (
          <label className={classes.weight} key={part}>
            <span>{t(`weights.${part}`)}</span>
            <WeightField
              label={t(`weights.${part}`)}
              max={100}
              onChange={(weight) => {
                const partWeights = { ...standard.partWeights, [part]: weight };
                // A dossier of which nothing counts has no completeness.
                if (PartWeights.safeParse(partWeights).success)
                  change((before) => ({ ...before, partWeights }));
              }}
              value={standard.partWeights[part]}
            />
          </label>
        ))}
        <span className={classes.quiet}>{t('weights.hint')}</span>
      </fieldset>
      <div className={classes.bar}>
        <h3>{t('fields')}</h3>
        <AddFieldMenu onAdd={(field) => setEdited(field)} onTake={change} standard={standard} />
      </div>
      <FieldsTable change={change} onEdit={setEdited} standard={standard} />
      {edited === null ? null : (
        <FieldDialog
          field={edited}
          isNew={!standard.fields.some(({ key }) => key === edited.key)}
          key={edited.key}
          onClose={() => setEdited(null)}
          onSave={(field) => {
            change((before) => ({
              ...before,
              fields: before.fields.some(({ key }) => key === field.key)
                ? before.fields.map((one) => (one.key === field.key ? field : one))
                : [...before.fields, field],
            }));
            setEdited(null);
          }}
        />
      )}
    </>
  );
}
