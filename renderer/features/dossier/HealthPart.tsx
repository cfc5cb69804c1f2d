import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview, HealthSign } from '../../../shared/domain/accountView.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { healthTones } from '../../app/accountMarks.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './DossierHeader.module.css';

/** Where a sign is dealt with. */
function placeOf({ sign }: HealthSign, accountId: AccountId): Place {
  switch (sign) {
    case 'silence':
    case 'neverContacted':
    case 'buysLess':
      return { at: 'dossier', accountId, tab: 'history' };
    case 'complaint':
    case 'brokenPromise':
      return { at: 'dossier', accountId, tab: 'overview' };
    case 'lateTender':
      return { at: 'dossier', accountId, tab: 'tenders' };
  }
}

/** The state of the relation; pressed, it says by which signs, against this client's own rhythm. */
export function HealthPart({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const [opened, setOpened] = useState(false);
  const { account, healthSigns, measures } = overview;
  const state = t(`domain:accountHealth.${measures.health}`);
  // Silence is measured by this client's own rhythm.
  const rhythm =
    measures.lastContactOn === null
      ? t('rhythm.never')
      : measures.usualGapDays === null
        ? t('rhythm.unknown', { ago: words.ago(measures.lastContactOn) })
        : t('rhythm.usual', { ago: words.ago(measures.lastContactOn), count: measures.usualGapDays });
  return (
    <Popover onChange={setOpened} opened={opened} position="bottom-start" trapFocus width={400}>
      <Popover.Target>
        <button
          aria-label={t('healthPart.label', { state })}
          className={classes.completeness}
          onClick={() => setOpened(!opened)}
          title={rhythm}
          type="button"
        >
          <StateMark tone={healthTones[measures.health]}>{state}</StateMark>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.parts}>
          <p className={classes.caption}>
            {healthSigns.length === 0 ? t('healthPart.even') : t('healthPart.title')}
          </p>
          {healthSigns.length === 0 ? null : (
            <ul className={classes.signs}>
              {healthSigns.map((sign, index) => (
                <li key={index}>
                  <StateMark tone={healthTones[sign.level]}>
                    {t(`domain:accountHealth.${sign.level}`)}
                  </StateMark>
                  <TextLink
                    onPress={() => {
                      setOpened(false);
                      goTo(placeOf(sign, account.id));
                    }}
                    quiet
                  >
                    {sign.sign === 'neverContacted'
                      ? t('healthPart.sign.neverContacted')
                      : t(`healthPart.sign.${sign.sign}`, { count: sign.amount })}
                  </TextLink>
                </li>
              ))}
            </ul>
          )}
          <p className={classes.caption}>{rhythm}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
