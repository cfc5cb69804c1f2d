import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProposalShape } from '../../../shared/domain/face.ts';
import classes from './TemplateCards.module.css';

/** One document for the group, or a copy for each reader. */
export function ShapeCards({
  shape,
  onChange,
}: {
  readonly shape: ProposalShape;
  readonly onChange: (shape: ProposalShape) => void;
}) {
  const { t } = useTranslation('compose');
  return (
    <Radio.Group
      value={shape}
      onChange={(value) => onChange(ProposalShape.parse(value))}
      aria-label={t('shape.label')}
    >
      <div className={classes.cards}>
        {ProposalShape.options.map((option) => (
          <Radio.Card key={option} value={option} className={classes.card ?? ''}>
            <Radio.Indicator />
            <span>
              <strong>{t(`shape.${option}`)}</strong>
              <small>{t(`shape.${option}Hint`)}</small>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
