import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Give, GiveKind } from '../../../../shared/domain/giveGet.ts';
import classes from './price.module.css';

/** What the client gives for a discount: a kind and the terms in words, as many as were agreed. */
export function GivesField({
  label,
  gives,
  onChange,
}: {
  readonly label: string;
  readonly gives: readonly Give[];
  readonly onChange: (gives: Give[]) => void;
}) {
  const { t } = useTranslation('price');
  const set = (at: number, part: Partial<Give>) =>
    onChange(gives.map((give, index) => (index === at ? { ...give, ...part } : give)));
  return (
    <div aria-label={label} className={classes.gives} role="group">
      <span className={classes.caption}>{label}</span>
      {gives.map((give, at) => (
        // Terms have no identity of their own: their order is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div className={classes.give} key={at}>
          <Select
            allowDeselect={false}
            aria-label={label}
            data={GiveKind.options.map((value) => ({ value, label: t(`gives.kinds.${value}`) }))}
            onChange={(value) => set(at, { kind: GiveKind.catch(give.kind).parse(value) })}
            value={give.kind}
          />
          <ActionIcon
            aria-label={t('gives.remove')}
            onClick={() => onChange(gives.filter((_give, index) => index !== at))}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
          <TextInput
            aria-label={t('gives.text')}
            maxLength={200}
            onChange={(event) => set(at, { text: event.currentTarget.value })}
            placeholder={t('gives.text')}
            value={give.text}
          />
        </div>
      ))}
      {gives.length < 10 ? (
        <Button
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => onChange([...gives, { kind: 'prepayment', text: '' }])}
          size="xs"
          variant="subtle"
        >
          {t('gives.add')}
        </Button>
      ) : null}
    </div>
  );
}
