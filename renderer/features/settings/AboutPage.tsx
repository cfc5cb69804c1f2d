import { useTranslation } from 'react-i18next';
import { useShellFacts } from '../../app/preferences.ts';
import { FieldRow, FieldRows } from '../../ui/FieldRow.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

/** Version, what the program runs on, where the data are. */
export function AboutPage() {
  const { t } = useTranslation(['settings', 'common']);
  const facts = useShellFacts();
  return (
    <SettingsGroup text={t('settings:about.text')} title={t('common:appName')}>
      <FieldRows>
        <FieldRow label={t('settings:about.version')}>{facts?.version ?? ''}</FieldRow>
        <FieldRow label={t('settings:about.runtime')}>{facts?.runtime ?? ''}</FieldRow>
        <FieldRow label={t('settings:about.data')}>{t('settings:about.dataText')}</FieldRow>
        <FieldRow label={t('settings:about.licence')}>MIT</FieldRow>
      </FieldRows>
    </SettingsGroup>
  );
}
