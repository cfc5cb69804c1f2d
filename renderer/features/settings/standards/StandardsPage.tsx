import { Button, Menu } from '@mantine/core';
import { IconDeviceFloppy, IconDots, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../shared/ipc/contract.ts';
import { call, notifyError, useDesk, useDeskAction } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useStandardChoice } from '../../../app/standardChoice.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyDone, notifyUndo } from '../../../ui/notifyUndo.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { ImportStandardsDialog } from './ImportStandardsDialog.tsx';
import { StandardEditor } from './StandardEditor.tsx';
import classes from './standards.module.css';
import { standardReads } from './useStandardEdit.ts';

/** The department's standards of a dossier: which one to look at, files, and the chosen one to change. */
export function StandardsPage() {
  const { t } = useTranslation(['standards', 'settings', 'common']);
  const words = useStandardWords();
  const answer = useDesk('standards.list', {});
  const { id } = useStandardChoice();
  const [read, setRead] = useState<OutputOf<'shell.openStandards'> | null>(null);
  const undo = useDeskAction('standards.undoImport', { invalidates: standardReads });
  const take = useDeskAction('standards.import', {
    invalidates: standardReads,
    success: ({ taken }) => {
      setRead(null);
      const [first] = taken;
      if (first !== undefined) useStandardChoice.setState({ id: first.id });
      notifyUndo(t('file.taken', { count: taken.length }), () => undo.mutate({ taken }));
    },
  });
  const { data, error } = answer;
  if (error !== null && data === undefined)
    return (
      <ErrorState
        {...errorWords(error)}
        action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
      />
    );
  if (data === undefined) return <RowsSkeleton height={38} rows={10} />;
  const { standards } = data;
  const chosen = standards.find(({ standard }) => standard.id === id) ?? standards[0];
  const exportAll = () => {
    call('shell.exportStandards', { ids: standards.map(({ standard }) => standard.id) }).then(
      ({ fileName, count }) => notifyDone(t('file.saved', { count, name: fileName })),
      notifyError,
    );
  };
  const open = () => {
    call('shell.openStandards', {}).then(setRead, notifyError);
  };
  return (
    <section className={classes.page}>
      <header className={classes.head}>
        <div>
          <h2>{t('settings:pages.standards')}</h2>
          <p>{t('text')}</p>
        </div>
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button leftSection={<IconDots size={16} stroke={1.5} />}>{t('file.menu')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconDeviceFloppy size={16} stroke={1.5} />} onClick={exportAll}>
              {t('file.saveAll')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFileImport size={16} stroke={1.5} />} onClick={open}>
              {t('file.open')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <div aria-label={t('choose')} className={classes.chips} role="group">
        {standards.map(({ standard, clients }) => (
          <Chip
            count={clients}
            key={standard.id}
            onPress={() => useStandardChoice.setState({ id: standard.id })}
            plain
            pressed={standard.id === chosen?.standard.id}
            title={t('clients', { count: clients })}
          >
            {words.standard(standard)}
          </Chip>
        ))}
      </div>
      {chosen === undefined ? null : <StandardEditor key={chosen.standard.id} row={chosen} />}
      {read === null ? null : (
        <ImportStandardsDialog
          busy={take.isPending}
          onClose={() => setRead(null)}
          onTake={() =>
            take.mutate({
              standards: read.changes.filter(({ state }) => state !== 'same').map(({ standard }) => standard),
            })
          }
          read={read}
        />
      )}
    </section>
  );
}
