import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarDown, IconDots, IconTableDown, IconTableImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportedTableKey } from '../../shared/domain/exportFile.ts';
import { openDialog } from './dialogs.ts';
import { useFieldWords } from './fieldWords.ts';
import { saveFile } from './saveFile.tsx';

/** What a page lets out for other programs, its tables as workbooks and all dates as a calendar, and what it takes in. */
export function SaveMenu({
  tables,
  calendar = false,
  load = false,
  children,
}: {
  readonly tables: readonly ExportedTableKey[];
  readonly calendar?: boolean;
  /** Whether tables of other programs come in here as well. */
  readonly load?: boolean;
  /** Further items of the page, above the files. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(['exchange', 'tables']);
  const { language } = useFieldWords();
  const name = load ? t('exchange:exchangeMenu') : t('exchange:menu');
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <ActionIcon aria-label={name} size={32} title={name}>
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        {load ? (
          <>
            <Menu.Item
              leftSection={<IconTableImport size={16} stroke={1.5} />}
              onClick={() => openDialog({ kind: 'importTable', account: null })}
            >
              {t('tables:menu')}
            </Menu.Item>
            <Menu.Divider />
          </>
        ) : null}
        {tables.map((table) => (
          <Menu.Item
            key={table}
            leftSection={<IconTableDown size={16} stroke={1.5} />}
            onClick={() => void saveFile({ kind: 'table', table, language }, t('exchange:savedTable'))}
          >
            {t(`exchange:table.${table}`)}
          </Menu.Item>
        ))}
        {calendar ? (
          <Menu.Item
            leftSection={<IconCalendarDown size={16} stroke={1.5} />}
            onClick={() => void saveFile({ kind: 'calendar', language }, t('exchange:savedCalendar'))}
          >
            {t('exchange:calendar')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
