import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AbcXyzCuts, portfolioMonths, usualCuts } from '../../../shared/domain/portfolio.ts';
import { call, invalidate, notifyError, useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { SavedNumber } from './SavedNumber.tsx';
import { sayingSaved } from './savedState.ts';
import { SettingsGroup } from './SettingsGroup.tsx';

/** Where the classes of ABC-XYZ end: of the clients table, the dossiers and the analysis. */
export function PortfolioPage() {
  const { t } = useTranslation('settings');
  const { language } = useFieldWords();
  const cuts = useDesk('analysis.cuts', {}).data?.cuts;
  if (cuts === undefined) return null;
  const save = (change: Partial<AbcXyzCuts>) =>
    void sayingSaved(async () => {
      await call('analysis.saveCuts', { cuts: { ...cuts, ...change } });
      await invalidate('analysis.cuts', 'accounts.list', 'accounts.overview');
    }).catch(notifyError);
  const isUsual = Object.entries(usualCuts).every(([key, value]) => Reflect.get(cuts, key) === value);
  const common = { decimalSeparator: language === 'ru' ? ',' : '.' } as const;
  return (
    <>
      <SettingsGroup
        action={isUsual ? undefined : <Button onClick={() => save(usualCuts)}>{t('portfolio.usual')}</Button>}
        text={t('portfolio.abcText')}
        title={t('portfolio.abc')}
      >
        <FieldGrid>
          <SavedNumber
            {...common}
            label={t('portfolio.a')}
            max={cuts.bPercent - 1}
            min={1}
            onSave={(aPercent) => save({ aPercent })}
            value={cuts.aPercent}
          />
          <SavedNumber
            {...common}
            label={t('portfolio.b')}
            max={99}
            min={cuts.aPercent + 1}
            onSave={(bPercent) => save({ bPercent })}
            value={cuts.bPercent}
          />
        </FieldGrid>
      </SettingsGroup>
      <SettingsGroup text={t('portfolio.xyzText')} title={t('portfolio.xyz')}>
        <FieldGrid>
          <SavedNumber
            {...common}
            label={t('portfolio.x')}
            max={portfolioMonths}
            min={cuts.yMonths + 1}
            onSave={(xMonths) => save({ xMonths })}
            value={cuts.xMonths}
          />
          <SavedNumber
            {...common}
            label={t('portfolio.y')}
            max={cuts.xMonths - 1}
            min={1}
            onSave={(yMonths) => save({ yMonths })}
            value={cuts.yMonths}
          />
        </FieldGrid>
      </SettingsGroup>
    </>
  );
}
