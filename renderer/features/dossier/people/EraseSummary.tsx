import { useTranslation } from 'react-i18next';
import type { PersonTraces } from '../../../../shared/domain/erasure.ts';
import classes from './Privacy.module.css';

const linked = ['events', 'tenders', 'proposals', 'tasks'] as const;

/** What an erasure takes and what it leaves without the person. */
export function EraseSummary({ traces }: { readonly traces: PersonTraces }) {
  const { t } = useTranslation('privacy');
  const stays = linked.filter((key) => traces.links[key] > 0);
  const kinds = traces.categories
    .filter((category) => category !== 'mentions' && category !== 'files' && category !== 'letters')
    .map((category) => t(`erase.category.${category}`));
  return (
    <div className={classes.two}>
      <section>
        <h3>{t('erase.goes')}</h3>
        <ul className={classes.list}>
          <li>
            {t('erase.cards', { count: traces.accountNames.length, names: traces.accountNames.join(', ') })}
          </li>
          <li>{t('erase.kinds', { kinds: kinds.join(', ') })}</li>
          {traces.files === 0 ? null : <li>{t('erase.files', { count: traces.files })}</li>}
        </ul>
      </section>
      <section>
        <h3>{t('erase.stays')}</h3>
        <ul className={classes.list}>
          {stays.map((key) => (
            <li key={key}>{t(`erase.${key}`, { count: traces.links[key] })}</li>
          ))}
          {stays.length === 0 ? <li>{t('erase.nothingStays')}</li> : <li>{t('erase.deliveries')}</li>}
        </ul>
      </section>
    </div>
  );
}
