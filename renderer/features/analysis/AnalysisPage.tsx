import { Button, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AnalysisView, analysisViews, goTo } from '../../app/place.ts';
import { useShowMode } from '../../app/showMode.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import page from '../../ui/Page.module.css';
import { TopBar } from '../../ui/TopBar.tsx';
import classes from './analysis.module.css';
import { DealsView } from './DealsView.tsx';
import { LostView } from './LostView.tsx';
import { SalesView } from './SalesView.tsx';

const views: Readonly<Record<AnalysisView, () => React.ReactNode>> = {
  sales: () => <SalesView />,
  deals: () => <DealsView />,
  lost: () => <LostView />,
};

/** The whole portfolio, one question a view: on whom profit rests, why we win and lose, who left. */
export function AnalysisPage({ view }: { readonly view: AnalysisView }) {
  const { t } = useTranslation('analysis');
  const { on: showing, toggle } = useShowMode();
  return (
    <>
      <TopBar
        crumbs={[
          { label: t('title'), place: { at: 'analysis', view: 'sales' } },
          { label: t(`view.${view}`) },
        ]}
      />
      {showing ? (
        <EmptyState
          action={<Button onClick={toggle}>{t('showMode.leave')}</Button>}
          title={t('showMode.text')}
        />
      ) : (
        <>
          <Tabs
            className={page.tabs ?? ''}
            onChange={(name) => {
              const next = analysisViews.find((one) => one === name);
              if (next !== undefined) goTo({ at: 'analysis', view: next });
            }}
            value={view}
          >
            <Tabs.List aria-label={t('title')}>
              {analysisViews.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`view.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          <div className={classes.page} key={view}>
            {views[view]()}
          </div>
        </>
      )}
    </>
  );
}
