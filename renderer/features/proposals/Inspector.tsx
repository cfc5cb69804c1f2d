import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coverageOf } from '../../../shared/domain/coverage.ts';
import { useShowMode } from '../../app/showMode.ts';
import { useProposalSession } from '../../editor/session.ts';
import { AfterTab } from './life/AfterTab.tsx';
import { CoverageTab } from './CoverageTab.tsx';
import { PriceTab } from './PriceTab.tsx';
import { PropertiesTab } from './PropertiesTab.tsx';
import { WhyTab } from './WhyTab.tsx';
import classes from './Inspector.module.css';

const tabs = ['why', 'coverage', 'price', 'properties'] as const;

/** The right column of the proposal. In show mode it hides what the client must not see. */
export function Inspector() {
  const { t } = useTranslation(['proposals', 'life', 'domain', 'common']);
  const { on: showing } = useShowMode();
  const frozen = useProposalSession((session) => session.proposal?.status !== 'draft');
  const [tab, setTab] = useState<string | null>(frozen ? 'after' : 'coverage');
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
            {frozen ? <Tabs.Tab value="after">{t('life:tab')}</Tabs.Tab> : null}
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
            <fieldset className={classes.frozen} disabled={frozen}>
              <PriceTab />
            </fieldset>
          </Tabs.Panel>
          <Tabs.Panel value="properties">
            <fieldset className={classes.frozen} disabled={frozen}>
              <PropertiesTab />
            </fieldset>
          </Tabs.Panel>
          {frozen ? (
            <Tabs.Panel value="after">
              <AfterTab />
            </Tabs.Panel>
          ) : null}
        </Tabs>
      )}
    </aside>
  );
}
