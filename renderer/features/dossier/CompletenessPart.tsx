import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview, MissingItem } from '../../../shared/domain/accountView.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import type { DossierTab } from '../../app/place.ts';
import { openStandard } from '../../app/standardChoice.ts';
import { useStandardWords } from '../../app/standardWords.ts';
import { CompletenessRing } from '../../ui/CompletenessRing.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './DossierHeader.module.css';
import { askFocus } from './dossierFocus.ts';
import { FreshnessPart } from './FreshnessPart.tsx';
import { missingPlace, missingWords } from './missingItems.ts';

const tabs: Readonly<Record<AccountOverview['completeness'][number]['part'], DossierTab>> = {
  general: 'overview',
  history: 'history',
  people: 'people',
  competitors: 'competitors',
};
/** The rest is told by their number: the popover stays shorter than the window. */
const itemsShown = 6;

/** How complete the dossier is; pressed, it shows its parts, what each lacks and what has grown old; each leads to its place. */
export function CompletenessPart({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation(['dossier', 'standards']);
  const { percent } = useFieldWords();
  const names = useStandardWords();
  const [opened, setOpened] = useState(false);
  const whole = overview.measures.completenessPercent;
  const { account, standard } = overview;
  const go = (item: MissingItem) => {
    setOpened(false);
    const { focus, place } = missingPlace(item, account.id);
    askFocus(focus);
    goTo(place);
  };
  return (
    <Popover onChange={setOpened} opened={opened} position="bottom-start" trapFocus width={440}>
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
      <Popover.Dropdown className={classes.tall ?? ''}>
        <div className={classes.parts}>
          <p className={classes.caption}>{t('completeness.title')}</p>
          {overview.completeness
            // A part that counts for nothing is not asked for.
            .filter(({ weightPercent }) => weightPercent > 0)
            .map(({ part, percent: known, weightPercent, missing }) => (
              <div key={part}>
                <div className={classes.part}>
                  <TextLink
                    onPress={() => {
                      setOpened(false);
                      goTo({ at: 'dossier', accountId: account.id, tab: tabs[part] });
                    }}
                  >
                    {t(`completeness.part.${part}`)}
                  </TextLink>
                  <ShareBar part={known / 100} text={percent(known)} width="fill" />
                  <span className={classes.caption}>
                    {t('completeness.weight', { percent: percent(weightPercent) })}
                  </span>
                </div>
                {missing.length === 0 ? null : (
                  <ul aria-label={t('completeness.missing')} className={classes.missing}>
                    {missing.slice(0, itemsShown).map((item, index) => (
                      <li key={index}>
                        <TextLink onPress={() => go(item)} quiet>
                          {missingWords(item, t, names)}
                        </TextLink>
                      </li>
                    ))}
                    {missing.length > itemsShown ? (
                      <li className={classes.caption}>
                        {t('completeness.more', { count: missing.length - itemsShown })}
                      </li>
                    ) : null}
                  </ul>
                )}
              </div>
            ))}
          <FreshnessPart onPress={() => setOpened(false)} overview={overview} />
          <p className={classes.standardLine}>
            <TextLink onPress={() => openStandard(standard.id)}>
              {t('standards:byStandard', { standard: names.standard(standard) })}
            </TextLink>
          </p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
