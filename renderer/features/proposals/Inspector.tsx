import { Tabs } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coverageOf } from '../../../shared/domain/coverage.ts';
import { useShowMode } from '../../app/showMode.ts';
import { onSwap } from '../../editor/argumentAsk.ts';
import { isLocked, useProposalSession } from '../../editor/session.ts';
import { useAfterPage } from '../../editor/useAfterPage.ts';
import { AfterTab } from './life/AfterTab.tsx';
import { CheckTab } from './check/CheckTab.tsx';
import { useCheckState } from './check/checkState.ts';
import { onWantedTab } from './check/wantedTab.ts';
import { CoverageTab } from './CoverageTab.tsx';
import { PriceTab } from './PriceTab.tsx';
import { PropertiesTab } from './PropertiesTab.tsx';
import { WhyTab } from './WhyTab.tsx';
import classes from './Inspector.module.css';

const tabs = ['why', 'coverage', 'check', 'price', 'properties'] as const;

/** The right column of the proposal. In show mode it hides what the client must not see. */
export function Inspector() {
  const { t } = useTranslation('proposals');
  const { on: showing } = useShowMode();
  const isAfterPage = useAfterPage();
  const frozen = useProposalSession((session) => session.proposal?.status !== 'draft');
  const [tab, setTab] = useState<string | null>(frozen ? 'after' : 'coverage');
  useEffect(() => onWantedTab(setTab), []);
  useEffect(() => onSwap(() => setTab('why')), []);
  return (
    <aside className={classes.inspector} aria-label={t('inspector')}>
      {showing ? (
        <p className={classes.quiet}>{t('hiddenInShowMode')}</p>
      ) : isAfterPage ? (
        <InspectorTabs frozen={frozen} tab={tab} setTab={setTab} />
      ) : null}
    </aside>
  );
}

function InspectorTabs({
  frozen,
  tab,
  setTab,
}: {
  readonly frozen: boolean;
  readonly tab: string | null;
  readonly setTab: (tab: string | null) => void;
}) {
  const { t } = useTranslation(['proposals', 'check', 'life', 'domain', 'common']);
  const locked = useProposalSession(isLocked);
  const root = useProposalSession((session) => session.root);
  const readers = useProposalSession((session) => session.context?.readers);
  const stops = useCheckState(
    ({ findings }) => findings.filter(({ severity }) => severity === 'stop').length,
  );
  const coverage = useMemo(() => (root && readers ? coverageOf(root, readers) : null), [root, readers]);
  const holes = coverage?.missing ?? 0;

  return (
    <Tabs
      value={tab}
      onChange={setTab}
      keepMounted={false}
      classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
    >
      <Tabs.List>
        {frozen ? <Tabs.Tab value="after">{t('life:tab')}</Tabs.Tab> : null}
        {tabs.map((name) =>
          name === 'check' && frozen ? null : (
            <Tabs.Tab
              key={name}
              value={name}
              {...(name === 'properties'
                ? { 'aria-label': t('tabs.properties'), title: t('tabs.properties') }
                : {})}
            >
              {name === 'check' ? (
                t('check:tab')
              ) : name === 'properties' ? (
                // Five words do not fit the column; this one has a sign that people know.
                <IconAdjustmentsHorizontal size={18} stroke={1.5} aria-hidden="true" />
              ) : (
                t(`tabs.${name}`)
              )}
              {name === 'check' && stops > 0 ? (
                <i className={classes.holeDot} role="img" aria-label={t('check:stops', { count: stops })} />
              ) : null}
              {name === 'coverage' && holes > 0 ? (
                <i className={classes.holeDot} aria-label={t('coverage.holes', { count: holes })} />
              ) : null}
            </Tabs.Tab>
          ),
        )}
      </Tabs.List>
      <Tabs.Panel value="why">
        <WhyTab />
      </Tabs.Panel>
      <Tabs.Panel value="coverage">
        <CoverageTab coverage={coverage} />
      </Tabs.Panel>
      <Tabs.Panel value="check">
        <CheckTab />
      </Tabs.Panel>
      <Tabs.Panel value="price">
        <fieldset className={classes.frozen} disabled={locked}>
          <PriceTab />
        </fieldset>
      </Tabs.Panel>
      <Tabs.Panel value="properties">
        <fieldset className={classes.frozen} disabled={locked}>
          <PropertiesTab />
        </fieldset>
      </Tabs.Panel>
      {frozen ? (
        <Tabs.Panel value="after">
          <AfterTab />
        </Tabs.Panel>
      ) : null}
    </Tabs>
  );
}
