import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './analysis.module.css';

/** Below a table: the button that shows more of it; nothing where all rows are there. */
export function MoreRows({ rest, onMore }: { readonly rest: number; readonly onMore: () => void }) {
  const { t } = useTranslation('common');
  if (rest <= 0) return null;
  return (
    <Button className={classes.more ?? ''} onClick={onMore} size="xs">
      {t('showMore', { count: rest })}
    </Button>
  );
}
