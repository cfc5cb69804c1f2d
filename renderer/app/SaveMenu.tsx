import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarDown, IconDots, IconTableDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportedTableKey } from '../../shared/domain/exportFile.ts';
import { useFieldWords } from './fieldWords.ts';
import { saveFile } from './saveFile.tsx';

/** What a page lets out for other programs: its tables as workbooks, and all dates as a calendar. */
export function SaveMenu({
  tables,
  calendar = false,
}: {
  readonly tables: readonly ExportedTableKey[];
  readonly calendar?: boolean;
}) {
  const { t } = useTranslation('exchange');
  const { language } = useFieldWords();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <ActionIcon aria-label={t('menu')} size={32} title={t('menu')}>
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {tables.map((table) => (
          <Menu.Item
            key={table}
            leftSection={<IconTableDown size={16} stroke={1.5} />}
            onClick={() => void saveFile({ kind: 'table', table, language }, t('savedTable'))}
          >
            {t(`table.${table}`)}
          </Menu.Item>
        ))}
        {calendar ? (
          <Menu.Item
            leftSection={<IconCalendarDown size={16} stroke={1.5} />}
            onClick={() => void saveFile({ kind: 'calendar', language }, t('savedCalendar'))}
          >
            {t('calendar')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
