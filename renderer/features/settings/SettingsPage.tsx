import { useTranslation } from 'react-i18next';
import { goTo, settingsPages } from '../../app/place.ts';
import type { SettingsPageKey } from '../../app/place.ts';
import { TopBar } from '../../ui/TopBar.tsx';
import { AboutPage } from './AboutPage.tsx';
import { AppearancePage } from './AppearancePage.tsx';
import { CompanyPage } from './CompanyPage.tsx';
import { LanguagePage } from './LanguagePage.tsx';
import { LookPage } from './LookPage.tsx';
import { PortfolioPage } from './PortfolioPage.tsx';
import { PriceListPage } from './prices/PriceListPage.tsx';
import { RatesPage } from './prices/RatesPage.tsx';
import { ReferencesPage } from './ReferencesPage.tsx';
import { SavedNote } from './SavedNote.tsx';
import { PrivacyPage } from './PrivacyPage.tsx';
import { SecurityPage } from './SecurityPage.tsx';
import classes from './SettingsPage.module.css';
import { StandardsPage } from './standards/StandardsPage.tsx';
import { TrashPage } from './trash/TrashPage.tsx';

function Content({ page }: { readonly page: SettingsPageKey }) {
  switch (page) {
    case 'company':
      return <CompanyPage />;
    case 'look':
      return <LookPage />;
    case 'references':
      return <ReferencesPage />;
    case 'prices':
      return <PriceListPage />;
    case 'rates':
      return <RatesPage />;
    case 'standards':
      return <StandardsPage />;
    case 'portfolio':
      return <PortfolioPage />;
    case 'language':
      return <LanguagePage />;
    case 'appearance':
      return <AppearancePage />;
    case 'security':
      return <SecurityPage />;
    case 'privacy':
      return <PrivacyPage />;
    case 'trash':
      return <TrashPage />;
    case 'about':
      return <AboutPage />;
  }
}

/** Settings: pages on the left, one column of groups on the right. Every change saves itself when the field is left. */
export function SettingsPage({ page }: { readonly page: SettingsPageKey }) {
  const { t } = useTranslation(['settings', 'common']);
  return (
    <>
      <TopBar
        crumbs={[{ label: t('common:places.settings') }, { label: t(`settings:pages.${page}`) }]}
        state={<SavedNote />}
      />
      <div className={classes.body}>
        <nav aria-label={t('settings:pagesLabel')} className={classes.nav}>
          {settingsPages.map((key) => (
            <button
              aria-current={key === page ? 'page' : undefined}
              className={classes.item}
              key={key}
              onClick={() => goTo({ at: 'settings', page: key })}
              type="button"
            >
              {t(`settings:pages.${key}`)}
            </button>
          ))}
        </nav>
        <div className={classes.content} key={page}>
          <Content page={page} />
        </div>
      </div>
    </>
  );
}
