import { Button, Menu, Tabs } from '@mantine/core';
import {
  IconChevronDown,
  IconFileDownload,
  IconFileImport,
  IconFileTypeDocx,
  IconListCheck,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo, libraryTabs } from '../../app/place.ts';
import type { LibraryTab } from '../../app/place.ts';
import { useShowMode } from '../../app/showMode.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import page from '../../ui/Page.module.css';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { BlockEdit } from './BlockEdit.tsx';
import { BlocksTab } from './BlocksTab.tsx';
import type { Edited } from './edited.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { OwnTermsDialog } from './OwnTermsDialog.tsx';
import { RemovedDialog } from './RemovedDialog.tsx';
import { TemplateEdit } from './TemplateEdit.tsx';
import { TemplatesTab } from './TemplatesTab.tsx';
import { useLibraryFiles } from './useLibraryFiles.ts';
import { useLibraryWord } from './useLibraryWord.tsx';

/** Arguments and templates that proposals are made from: to find, read, change, version and exchange. */
export function LibraryPage({ tab, chosen }: { readonly tab: LibraryTab; readonly chosen: string | null }) {
  const { t } = useTranslation(['library', 'common']);
  const [edited, setEdited] = useState<Edited | null>(null);
  const { on: showing, toggle } = useShowMode();
  const [dialog, setDialog] = useState<'terms' | 'removed' | null>(null);
  const files = useLibraryFiles();
  const word = useLibraryWord(setEdited);
  const close = () => setEdited(null);
  const cancel = (unsaved: Edited | null) => {
    close();
    // A press beside «Save» is not the end of a text that nobody has saved.
    if (unsaved) notifyUndo(t('dropped'), () => setEdited(unsaved));
  };
  if (edited?.kind === 'block')
    return (
      <BlockEdit
        draft={edited.draft}
        id={edited.id}
        onCancel={(draft) => cancel(draft && { ...edited, draft })}
        onClose={close}
      />
    );
  if (edited?.kind === 'template')
    return (
      <TemplateEdit
        draft={edited.draft}
        id={edited.id}
        onCancel={(draft) => cancel(draft && { ...edited, draft })}
        onClose={close}
      />
    );
  // An argument may name another client, a template what we offer them.
  if (showing)
    return (
      <>
        <TopBar crumbs={[{ label: t('title') }]} />
        <EmptyState
          action={<Button onClick={toggle}>{t('showMode.leave')}</Button>}
          title={t('showMode.text')}
        />
      </>
    );
  return (
    <>
      <TopBar
        actions={
          <>
            <Menu position="bottom-end" width={250}>
              <Menu.Target>
                <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('more')}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconFileImport size={16} stroke={1.5} />}
                  onClick={() => void files.open()}
                >
                  {t('import')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconFileTypeDocx size={16} stroke={1.5} />}
                  onClick={() => void word.ask(tab === 'blocks' ? 'block' : 'template')}
                >
                  {t(tab === 'blocks' ? 'word.block' : 'word.template')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconFileDownload size={16} stroke={1.5} />}
                  onClick={() => void files.saveOwn()}
                >
                  {t('exportAll')}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item
                  leftSection={<IconListCheck size={16} stroke={1.5} />}
                  onClick={() => setDialog('terms')}
                >
                  {t('ownTerms')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={16} stroke={1.5} />}
                  onClick={() => setDialog('removed')}
                >
                  {t('removed.menu')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button
              leftSection={<IconPlus size={16} stroke={1.5} />}
              onClick={() => setEdited({ kind: tab === 'blocks' ? 'block' : 'template', id: null })}
              variant="filled"
            >
              {t(tab === 'blocks' ? 'blocks.new' : 'templates.new')}
            </Button>
          </>
        }
        crumbs={[{ label: t('title') }]}
      />
      <Tabs
        className={page.tabs ?? ''}
        onChange={(value) => goTo({ at: 'library', tab: value === 'templates' ? value : 'blocks', id: null })}
        value={tab}
      >
        <Tabs.List>
          {libraryTabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {tab === 'blocks' ? (
        <BlocksTab chosen={chosen} onEdit={setEdited} />
      ) : (
        <TemplatesTab chosen={chosen} onEdit={setEdited} />
      )}
      {files.read === null ? null : (
        <ImportDialog busy={files.busy} onClose={files.close} onTake={files.take} read={files.read} />
      )}
      {word.dialog}
      {dialog === 'terms' ? <OwnTermsDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'removed' ? <RemovedDialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}
