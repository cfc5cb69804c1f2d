import { useTranslation } from 'react-i18next';
import classes from './FilesTab.module.css';

/** Stands over a place while files hang above it. */
export function DropVeil() {
  const { t } = useTranslation('files');
  return (
    <div className={classes.drop}>
      <p>{t('drop')}</p>
    </div>
  );
}
