import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/language.ts';
import { useShellFacts } from '../../app/preferences.ts';
import { SettingsGroup } from './SettingsGroup.tsx';
import { keepPreferences } from './keepPreferences.ts';
import classes from './choices.module.css';

/** The interface's language: the system's, Russian or English. A proposal has its own. */
export function LanguagePage() {
  const { t } = useTranslation('settings');
  const facts = useShellFacts();
  const value = facts?.preferences.language ?? 'system';
  return (
    <SettingsGroup text={t('language.text')} title={t('pages.language')}>
      <Radio.Group
        aria-label={t('pages.language')}
        onChange={(choice) => {
          const language = Language.safeParse(choice);
          keepPreferences({ language: language.success ? language.data : null });
        }}
        value={value}
      >
        <div className={classes.choices}>
          <Radio label={t('language.system')} value="system" />
          <Radio label="Русский" lang="ru" value="ru" />
          <Radio label="English" lang="en" value="en" />
        </div>
      </Radio.Group>
    </SettingsGroup>
  );
}
