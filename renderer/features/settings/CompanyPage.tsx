import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../../shared/domain/company.ts';
import { proposalNumber } from '../../../shared/domain/proposalNumber.ts';
import { VatMode, vatRateOf } from '../../../shared/domain/vat.ts';
import { vatRatesOn } from '../../../shared/domain/vatRates.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { useVatRateWords } from '../../app/vatRateWords.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { ColleaguesGroup } from './ColleaguesGroup.tsx';
import classes from './CompanyPage.module.css';
import { LogoField } from './LogoField.tsx';
import { RequisitesGroup } from './RequisitesGroup.tsx';
import { SavedNumber } from './SavedNumber.tsx';
import { SavedText } from './SavedText.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { saveCompany, useCompany } from './useCompany.ts';

const exampleCounter = 41;

/** Our company, the sender of every proposal: name and logo, requisites, people, what a new proposal starts from. */
export function CompanyPage() {
  const { t } = useTranslation(['settings', 'common']);
  const { company, error, retry } = useCompany();
  if (error !== null) {
    return (
      <ErrorState {...errorWords(error)} action={<Button onClick={retry}>{t('common:retry')}</Button>} />
    );
  }
  if (company === undefined) return <RowsSkeleton height={52} rows={6} />;
  return (
    <>
      <SettingsGroup text={t('settings:company.nameText')} title={t('settings:company.title')}>
        <FieldGrid>
          <SavedText
            label={t('settings:company.name')}
            maxLength={200}
            onSave={(name) => saveCompany({ name })}
            value={company.name}
          />
          <SavedText
            label={t('settings:company.legalForm')}
            maxLength={40}
            onSave={(legalForm) => saveCompany({ legalForm })}
            placeholder={t('settings:company.legalFormHint')}
            value={company.legalForm}
          />
          <SavedText
            label={t('settings:company.tagline')}
            maxLength={200}
            onSave={(tagline) => saveCompany({ tagline })}
            placeholder={t('settings:company.taglineHint')}
            value={company.tagline}
            wide
          />
        </FieldGrid>
        <LogoField logo={company.logo} />
      </SettingsGroup>
      <RequisitesGroup requisites={company.requisites} />
      <ColleaguesGroup company={company} />
      <DefaultsGroup company={company} />
    </>
  );
}

function DefaultsGroup({ company }: { readonly company: Company }) {
  const { t } = useTranslation(['settings', 'domain']);
  const { today, language } = useFieldWords();
  const rateWords = useVatRateWords();
  const year = Number(today.slice(0, 4));
  // A rate that no longer holds stays in the list while it is the chosen one.
  const rates = [...new Set([...vatRatesOn(today), company.vatRate])];
  return (
    <SettingsGroup text={t('settings:defaults.text')} title={t('settings:defaults.title')}>
      <FieldGrid>
        <div>
          <SavedText
            description={t('settings:defaults.patternHint')}
            label={t('settings:defaults.pattern')}
            maxLength={60}
            onSave={(numberPattern) => saveCompany({ numberPattern })}
            required
            value={company.numberPattern}
            warning={
              company.numberPattern.includes('{counter}') ? undefined : t('settings:defaults.patternWarning')
            }
          />
        </div>
        <div className={classes.preview}>
          <span className={classes.previewLabel}>{t('settings:defaults.patternPreview')}</span>
          <span className="k-nowrap">{proposalNumber(company.numberPattern, year, exampleCounter)}</span>
        </div>
        <Select
          data={rates.map((rate) => ({ value: String(rate), label: rateWords(rate) }))}
          label={t('settings:defaults.vatRate')}
          onChange={(value) => {
            const rate = vatRateOf(value);
            if (rate !== null) saveCompany({ vatRate: rate });
          }}
          value={String(company.vatRate)}
        />
        <Select
          data={VatMode.options.map((mode) => ({ value: mode, label: t(`domain:vatMode.${mode}`) }))}
          label={t('settings:defaults.vatMode')}
          onChange={(value) => {
            const mode = VatMode.safeParse(value);
            if (mode.success) saveCompany({ vatMode: mode.data });
          }}
          value={company.vatMode}
        />
        <SavedNumber
          decimalSeparator={language === 'ru' ? ',' : '.'}
          label={t('settings:defaults.validityDays')}
          max={730}
          min={1}
          onSave={(validityDays) => saveCompany({ validityDays })}
          value={company.validityDays}
        />
      </FieldGrid>
    </SettingsGroup>
  );
}
