import { Button, ColorInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultLook } from '../../../shared/domain/company.ts';
import type { DocumentLook } from '../../../shared/domain/company.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import classes from './LookPage.module.css';
import { LookPreview } from './LookPreview.tsx';
import { SavedNumber } from './SavedNumber.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { saveCompany, useCompany } from './useCompany.ts';

// Faces that a reader of a Word file is likely to have; the last one comes with Russian office suites.
const fonts = [
  'Times New Roman',
  'Arial',
  'Calibri',
  'Cambria',
  'Georgia',
  'Verdana',
  'Tahoma',
  'PT Astra Serif',
];
const accents = ['1F4E4A', '26427E', '7A2E2E', '4A3B6B', '8A5A12', '2C6B45', '33383F'];
const sides = ['top', 'right', 'bottom', 'left'] as const;

/** The look of our documents: faces, size, colour, margins, with a page that shows it. */
export function LookPage() {
  const { t } = useTranslation(['settings', 'common']);
  const { company, error, retry } = useCompany();
  const { language } = useFieldWords();
  if (error !== null) {
    return (
      <ErrorState {...errorWords(error)} action={<Button onClick={retry}>{t('common:retry')}</Button>} />
    );
  }
  if (company === undefined) return <RowsSkeleton height={52} rows={6} />;
  const { look } = company;
  const save = (change: Partial<DocumentLook>) => saveCompany({ look: { ...look, ...change } });
  const fontList = (chosen: string) => (fonts.includes(chosen) ? fonts : [chosen, ...fonts]);
  const separator = language === 'ru' ? ',' : '.';
  return (
    <div className={classes.columns}>
      <div className={classes.fields}>
        <SettingsGroup text={t('settings:look.text')} title={t('settings:look.title')}>
          <FieldGrid>
            <Select
              data={fontList(look.headingFont)}
              label={t('settings:look.headingFont')}
              onChange={(value) => value !== null && save({ headingFont: value })}
              value={look.headingFont}
            />
            <Select
              data={fontList(look.bodyFont)}
              label={t('settings:look.bodyFont')}
              onChange={(value) => value !== null && save({ bodyFont: value })}
              value={look.bodyFont}
            />
            <SavedNumber
              decimalSeparator={separator}
              decimals={1}
              label={t('settings:look.bodySize')}
              max={16}
              min={8}
              onSave={(bodySizePt) => save({ bodySizePt })}
              step={0.5}
              unit={t('settings:look.pt')}
              value={look.bodySizePt}
            />
            <AccentField accent={look.accent} onSave={(accent) => save({ accent })} />
          </FieldGrid>
        </SettingsGroup>
        <SettingsGroup text={t('settings:look.marginsText')} title={t('settings:look.margins')}>
          <FieldGrid columns={4}>
            {sides.map((side) => (
              <SavedNumber
                decimalSeparator={separator}
                key={side}
                label={t(`settings:look.side.${side}`)}
                max={60}
                min={5}
                onSave={(value) => save({ marginMm: { ...look.marginMm, [side]: value } })}
                unit={t('settings:look.mm')}
                value={look.marginMm[side]}
              />
            ))}
          </FieldGrid>
          <div>
            <Button onClick={() => save(defaultLook)} variant="subtle">
              {t('settings:look.reset')}
            </Button>
          </div>
        </SettingsGroup>
      </div>
      <LookPreview company={company} />
    </div>
  );
}

function AccentField({
  accent,
  onSave,
}: {
  readonly accent: string;
  readonly onSave: (accent: string) => void;
}) {
  const { t } = useTranslation('settings');
  // null = not being edited: the stored colour is shown.
  const [colour, setColour] = useState<string | null>(null);
  const save = (value: string | null) => {
    setColour(null);
    const hex = /^#?([0-9a-f]{6})$/i.exec(value ?? '')?.[1]?.toUpperCase();
    if (hex !== undefined && hex !== accent.toUpperCase()) onSave(hex);
  };
  return (
    <ColorInput
      format="hex"
      label={t('look.accent')}
      onBlur={() => save(colour)}
      onChange={setColour}
      onChangeEnd={save}
      swatches={accents.map((hex) => `#${hex}`)}
      swatchesPerRow={7}
      value={colour ?? `#${accent.toUpperCase()}`}
      withEyeDropper={false}
    />
  );
}
