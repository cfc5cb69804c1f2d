import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../shared/domain/template.ts';
import classes from './TemplateCards.module.css';

/** Templates of the chosen language, each with when to take it. */
export function TemplateCards({
  templates,
  chosen,
  onChoose,
}: {
  readonly templates: readonly Template[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  if (templates.length === 0) return <p className={classes.none}>{t('new.noTemplates')}</p>;
  return (
    <Radio.Group value={chosen} onChange={onChoose} aria-label={t('new.template')}>
      <div className={classes.cards}>
        {templates.map((template) => (
          <Radio.Card key={template.id} value={template.id} className={classes.card ?? ''}>
            <Radio.Indicator size="xs" />
            <span>
              <strong>{template.title}</strong>
              <small>{template.purpose}</small>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
