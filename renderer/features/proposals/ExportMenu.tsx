import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconFiles, IconFileTypeDocx, IconFileTypePdf, IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposalSession } from '../../editor/session.ts';
import classes from './ExportMenu.module.css';
import type { Exporting } from './useExport.tsx';

/** «Экспорт в DOCX» with the other ways out beside it: PDF, and a draft e-mail with both. */
export function ExportMenu({
  exporting,
  disabled,
}: {
  readonly exporting: Exporting;
  readonly disabled: boolean;
}) {
  const isDraft = useProposalSession((session) => session.proposal?.status === 'draft');
  const { t } = useTranslation(['proposals', 'compose']);
  const faces = useProposalSession((session) => session.proposal?.shape === 'faces');
  return (
    <Group className={classes.group} gap={1} wrap="nowrap">
      <Button
        className={classes.main}
        disabled={disabled}
        leftSection={<IconFileTypeDocx size={17} stroke={1.5} />}
        loading={exporting.busy}
        onClick={() => exporting.start('docx')}
        variant="filled"
      >
        {t('export.action')}
      </Button>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <ActionIcon
            aria-label={t('export.more')}
            className={classes.more}
            color="ink"
            disabled={disabled || exporting.busy}
            size={32}
            variant="filled"
          >
            <IconChevronDown size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileTypePdf size={17} stroke={1.5} />}
            onClick={() => exporting.start('pdf')}
          >
            {t('export.pdf')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconMail size={17} stroke={1.5} />}
            onClick={() => exporting.start('email')}
          >
            {t('export.email')}
            <span className={classes.hint}>{t('export.emailHint')}</span>
          </Menu.Item>
          {faces ? (
            <>
              <Menu.Divider />
              <Menu.Label>{t('compose:face.exportTitle')}</Menu.Label>
              <Menu.Item
                leftSection={<IconFiles size={17} stroke={1.5} />}
                onClick={() => exporting.start('faces')}
              >
                {t('compose:face.export')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFiles size={17} stroke={1.5} />}
                onClick={() => exporting.start('facePages')}
              >
                {t('compose:face.exportPages')}
              </Menu.Item>
            </>
          ) : null}
          {isDraft ? (
            <>
              <Menu.Divider />
              <Menu.Label>{t('export.draftTitle')}</Menu.Label>
              <Menu.Item
                leftSection={<IconFileTypeDocx size={17} stroke={1.5} />}
                onClick={() => exporting.start('draftDocx')}
              >
                {t('export.draftDocx')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFileTypePdf size={17} stroke={1.5} />}
                onClick={() => exporting.start('draftPdf')}
              >
                {t('export.draftPdf')}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
