import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keyClientsSharePermille, monoDependenceSharePermille } from '../../../shared/domain/portfolio.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './ClientsPage.module.css';

function usePercent(): (permille: number) => string {
  const { percent } = useFieldWords();
  return (permille) => percent(permille / 10);
}

/** How much of our sales the key clients bring, held against the usual band; nothing while nobody has a type. */
export function KeyClientsBand() {
  const { t } = useTranslation('clients');
  const percent = usePercent();
  const dependence = useDesk('accounts.dependence', {}).data;
  if (dependence === undefined || dependence.keyClients === 0 || dependence.keyClientsPermille === 0)
    return null;
  const { keyClientsBand: band, keyClientsPermille } = dependence;
  const { from, to } = keyClientsSharePermille;
  return (
    <span className={classes.band} title={t('band.hint')}>
      <StateMark tone={band === 'within' ? 'good' : 'attention'}>
        <TextLink onPress={() => goTo({ at: 'analysis', view: 'sales' })} quiet>
          {t(`band.${band}`, { share: percent(keyClientsPermille), from: from / 10, to: percent(to) })}
        </TextLink>
      </StateMark>
    </span>
  );
}

/** The red warning that one client carries the company (GLOSSARY: монозависимость). */
export function MonoDependence() {
  const { t } = useTranslation('clients');
  const percent = usePercent();
  const mono = useDesk('accounts.dependence', {}).data?.monoDependenceOn ?? null;
  if (mono === null) return null;
  return (
    <p className={classes.mono} role="status">
      <IconAlertTriangle aria-hidden="true" size={16} stroke={1.5} />
      <span>{t('band.mono', { limit: percent(monoDependenceSharePermille), name: mono.name })}</span>
      <TextLink onPress={() => goTo({ at: 'dossier', accountId: mono.id, tab: 'overview' })}>
        {t('band.open')}
      </TextLink>
    </p>
  );
}
