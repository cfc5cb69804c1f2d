import { Popover } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './SavesMissing.module.css';

/** Says in the rail that the opened file is older than the last work, and what to do about it. */
export function SavesMissing({ count, folded }: { readonly count: number; readonly folded: boolean }) {
  const { t } = useTranslation('common');
  return (
    <Popover position="right-end" width={320} withArrow>
      <Popover.Target>
        <button
          aria-label={folded ? t('savesMissing.title', { count }) : undefined}
          className={classes.line}
          type="button"
        >
          <IconAlertTriangle aria-hidden="true" size={16} stroke={1.5} />
          {folded ? null : <span>{t('savesMissing.title', { count })}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.card}>
        <p className={classes.title}>{t('savesMissing.title', { count })}</p>
        <p>{t('savesMissing.text')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
