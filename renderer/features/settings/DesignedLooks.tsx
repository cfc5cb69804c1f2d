import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentLook, LookDesign } from '../../../shared/domain/look.ts';
import { sameDesign } from '../../../shared/domain/look.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import classes from './DesignedLooks.module.css';

/** The designed looks and our own one, side by side; none is ticked when the look in use was changed by hand. */
export function DesignedLooks({
  look,
  onChoose,
}: {
  readonly look: DocumentLook;
  readonly onChoose: (design: LookDesign) => void;
}) {
  const { t } = useTranslation('settings');
  const { language } = useFieldWords();
  const { data } = useDesk('looks.list', {}, { staleTimeMs: Number.POSITIVE_INFINITY });
  if (data === undefined) return <RowsSkeleton height={72} rows={1} />;
  const choices: readonly { id: string; name: string; text: string; design: LookDesign }[] = [
    ...data.looks.map(({ id, name, description, look: design }) => ({
      id,
      name: name[language],
      text: description[language],
      design,
    })),
    ...(look.own === null
      ? []
      : [{ id: 'own', name: t('look.own'), text: t('look.ownText'), design: look.own }]),
  ];
  const used = choices.find(({ design }) => sameDesign(design, look));
  return (
    <Radio.Group
      aria-label={t('look.designs')}
      onChange={(id) => {
        const chosen = choices.find((choice) => choice.id === id);
        if (chosen !== undefined) onChoose(chosen.design);
      }}
      value={used?.id ?? null}
    >
      <div className={classes.cards}>
        {choices.map(({ id, name, text }) => (
          <Radio.Card className={classes.card} key={id} value={id}>
            <Radio.Indicator aria-hidden="true" size="xs" />
            <span>
              <span className={classes.name}>{name}</span>
              <span className={classes.text}>{text}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
