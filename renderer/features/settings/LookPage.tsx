import { Button, ColorInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { designOf, sameDesign } from '../../../shared/domain/look.ts';
import type { DocumentLook, LookDesign } from '../../../shared/domain/look.ts';
import { call, notifyError } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { notifyDone, notifyUndo } from '../../ui/notifyUndo.tsx';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { DesignedLooks } from './DesignedLooks.tsx';
import { LookFields } from './LookFields.tsx';
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

/** Takes a whole look, and offers to take it back: the one before may have been made by hand. */
function takeLook(look: DocumentLook, design: LookDesign, words: string): void {
  saveCompany({ look: { ...design, own: look.own } });
  notifyUndo(words, () => saveCompany({ look }));
}

/** The look of our documents: designed or our own, down to faces and margins, with a page that shows it. */
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
  const design = designOf(look);
  const taken = (chosen: LookDesign) => takeLook(look, chosen, t('settings:look.taken'));
  const toFile = () =>
    call('shell.saveLook', { look: design }).then(
      ({ fileName }) => notifyDone(t('settings:look.savedAs', { fileName })),
      notifyError,
    );
  const fromFile = () => call('shell.openLook', {}).then(({ look: opened }) => taken(opened), notifyError);
  return (
    <div className={classes.columns}>
      <div className={classes.fields}>
        <SettingsGroup text={t('settings:look.designsText')} title={t('settings:look.designs')}>
          <DesignedLooks look={look} onChoose={taken} />
          <div className={classes.buttons}>
            <Button
              disabled={look.own !== null && sameDesign(look.own, look)}
              onClick={() => save({ own: design })}
            >
              {t('settings:look.keepAsOwn')}
            </Button>
            <Button onClick={() => void toFile()} variant="subtle">
              {t('settings:look.toFile')}
            </Button>
            <Button onClick={() => void fromFile()} variant="subtle">
              {t('settings:look.fromFile')}
            </Button>
          </div>
        </SettingsGroup>
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
        <SettingsGroup title={t('settings:look.arrangement')}>
          <LookFields look={look} onSave={save} />
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
