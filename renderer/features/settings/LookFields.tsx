import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { LookDesign } from '../../../shared/domain/look.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { SavedNumber } from './SavedNumber.tsx';

const arrangements = {
  headings: LookDesign.shape.headings.unwrap(),
  headingNumbers: LookDesign.shape.headingNumbers.unwrap(),
  tables: LookDesign.shape.tables.unwrap(),
  letterhead: LookDesign.shape.letterhead.unwrap(),
  textAlign: LookDesign.shape.textAlign.unwrap(),
  pageNumbers: LookDesign.shape.pageNumbers.unwrap(),
  footer: LookDesign.shape.footer.unwrap(),
} satisfies Partial<Record<keyof LookDesign, z.ZodEnum>>;

type Arrangement = keyof typeof arrangements;

/** How headings, tables, letterhead, numbers and the text itself stand on the page. */
export function LookFields({
  look,
  onSave,
}: {
  readonly look: LookDesign;
  readonly onSave: (change: Partial<LookDesign>) => void;
}) {
  const { t } = useTranslation('settings');
  const { language } = useFieldWords();
  const separator = language === 'ru' ? ',' : '.';
  const choice = (name: Arrangement) => (
    <Select
      data={arrangements[name].options.map((value) => ({
        value,
        // Every arrangement has its words (a test reads them); the compiler sees only that the two unions may not fit.
        label: t(`look.choices.${name}.${value}` as never),
      }))}
      label={t(`look.${name}`)}
      onChange={(value) => {
        const changed = LookDesign.safeParse({ ...look, [name]: value });
        if (changed.success) onSave(changed.data);
      }}
      value={look[name]}
    />
  );
  return (
    <FieldGrid>
      {choice('letterhead')}
      {choice('headings')}
      {choice('headingNumbers')}
      {choice('tables')}
      {choice('textAlign')}
      <SavedNumber
        decimalSeparator={separator}
        decimals={2}
        label={t('look.lineSpacing')}
        max={2}
        min={1}
        onSave={(lineSpacing) => onSave({ lineSpacing })}
        step={0.05}
        value={look.lineSpacing}
      />
      <SavedNumber
        decimalSeparator={separator}
        decimals={1}
        label={t('look.firstLine')}
        max={30}
        min={0}
        onSave={(firstLineMm) => onSave({ firstLineMm })}
        step={0.5}
        unit={t('look.mm')}
        value={look.firstLineMm}
      />
      {choice('pageNumbers')}
      {choice('footer')}
    </FieldGrid>
  );
}
