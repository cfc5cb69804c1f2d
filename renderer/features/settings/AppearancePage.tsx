import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Preferences } from '../../../shared/ipc/preferences.ts';
import { useShellFacts } from '../../app/preferences.ts';
import classes from './choices.module.css';
import { keepPreferences } from './keepPreferences.ts';
import { SettingsGroup } from './SettingsGroup.tsx';

const appearances = Preferences.shape.appearance.options;

/** Light, dark, or as the system. */
export function AppearancePage() {
  const { t } = useTranslation('settings');
  const facts = useShellFacts();
  return (
    <SettingsGroup text={t('appearance.text')} title={t('pages.appearance')}>
      <Radio.Group
        aria-label={t('pages.appearance')}
        onChange={(choice) => {
          const appearance = Preferences.shape.appearance.safeParse(choice);
          if (appearance.success) keepPreferences({ appearance: appearance.data });
        }}
        value={facts?.preferences.appearance ?? 'system'}
      >
        <div className={classes.choices}>
          {appearances.map((appearance) => (
            <Radio key={appearance} label={t(`appearance.${appearance}`)} value={appearance} />
          ))}
        </div>
      </Radio.Group>
    </SettingsGroup>
  );
}
