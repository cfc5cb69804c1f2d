import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../shared/domain/accountView.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import type { DossierTab } from '../../app/place.ts';
import { CompletenessRing } from '../../ui/CompletenessRing.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './DossierHeader.module.css';

const tabs: Readonly<Record<AccountOverview['completeness'][number]['part'], DossierTab>> = {
  general: 'overview',
  history: 'history',
  people: 'people',
  competitors: 'competitors',
};

/** How complete the dossier is; pressed, it shows its parts, and each leads to where it is filled. */
export function CompletenessPart({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation('dossier');
  const { language } = useFieldWords();
  const [opened, setOpened] = useState(false);
  const percent = (value: number) => `${value}${language === 'ru' ? '\u00a0%' : '%'}`;
  const whole = overview.measures.completenessPercent;
  return (
    <Popover onChange={setOpened} opened={opened} position="bottom-start" trapFocus width={320}>
      <Popover.Target>
        <button
          aria-label={t('completeness.label', { percent: percent(whole) })}
          className={classes.completeness}
          onClick={() => setOpened(!opened)}
          type="button"
        >
          <CompletenessRing percent={whole} text={percent(whole)} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.parts}>
          <p className={classes.caption}>{t('completeness.title')}</p>
          {overview.completeness.map(({ part, percent: known, weightPercent }) => (
            <div className={classes.part} key={part}>
              <TextLink
                onPress={() => {
                  setOpened(false);
                  goTo({ at: 'dossier', accountId: overview.account.id, tab: tabs[part] });
                }}
              >
                {t(`completeness.part.${part}`)}
              </TextLink>
              <ShareBar part={known / 100} text={percent(known)} width="fill" />
              <span className={classes.caption}>
                {t('completeness.weight', { percent: percent(weightPercent) })}
              </span>
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
