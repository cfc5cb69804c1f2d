import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coverageOf } from '../../../shared/domain/coverage.ts';
import { useShowMode } from '../../app/showMode.ts';
import { useProposalSession } from '../../editor/session.ts';
import { CoverageTab } from './CoverageTab.tsx';
import { PriceTab } from './PriceTab.tsx';
import { PropertiesTab } from './PropertiesTab.tsx';
import { WhyTab } from './WhyTab.tsx';
import classes from './Inspector.module.css';

const tabs = ['why', 'coverage', 'price', 'properties'] as const;

/** The right column of the proposal. In show mode it hides what the client must not see. */
export function Inspector() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const { on: showing } = useShowMode();
  const [tab, setTab] = useState<string | null>('coverage');
  const root = useProposalSession((session) => session.root);
  const readers = useProposalSession((session) => session.context?.readers);
  const holes = useMemo(() => (root && readers ? coverageOf(root, readers).missing : 0), [root, readers]);

  return (
    <aside className={classes.inspector} aria-label={t('inspector')}>
      {showing ? (
        <p className={classes.quiet}>{t('hiddenInShowMode')}</p>
      ) : (
        <Tabs value={tab} onChange={setTab} keepMounted={false} classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}>
          <Tabs.List>
            {tabs.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`tabs.${name}`)}
                {name === 'coverage' && holes > 0 ? <i className={classes.holeDot} aria-label={t('coverage.holes', { count: holes })} /> : null}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="why">
            <WhyTab />
          </Tabs.Panel>
          <Tabs.Panel value="coverage">
            <CoverageTab />
          </Tabs.Panel>
          <Tabs.Panel value="price">
            <PriceTab />
          </Tabs.Panel>
          <Tabs.Panel value="properties">
            <PropertiesTab />
          </Tabs.Panel>
        </Tabs>
      )}
    </aside>
  );
}
