import { useTranslation } from 'react-i18next';
import classes from './SearchHelp.module.css';

const lines = ['phrase', 'without', 'kind', 'client', 'days', 'forgiving'] as const;

/** What may be typed beside words: for people who want it. */
export function SearchHelp() {
  const { t } = useTranslation('search');
  return (
    <dl aria-label={t('help.open')} className={classes.help}>
      {lines.map((line) => (
        <div className={classes.line} key={line}>
          <dt>{t(`help.${line}.typed`)}</dt>
          <dd>{t(`help.${line}.means`)}</dd>
        </div>
      ))}
    </dl>
  );
}
