import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OwnFieldKey } from '../../../../shared/domain/detailFields.ts';
import {
  type DossierStandard,
  ShippedField,
  type StandardField,
} from '../../../../shared/domain/dossierStandard.ts';
import { shippedField } from '../../../../shared/domain/shippedStandards.ts';
import { useStandardWords } from '../../../app/standardWords.ts';

/** A field of the department's own as it begins: a line of text that counts as much as most others. */
function newField(): StandardField {
  return {
    key: OwnFieldKey.parse(`own-${crypto.randomUUID()}`),
    label: '',
    question: '',
    kind: 'short',
    group: 'special',
    options: [],
    asked: true,
    required: false,
    weight: 1,
    staleMonths: 12,
  };
}

/** Adds a field: one of our own, or one that the program knows and this standard does not ask for yet. */
export function AddFieldMenu({
  standard,
  onAdd,
  onTake,
}: {
  readonly standard: DossierStandard;
  readonly onAdd: (field: StandardField) => void;
  readonly onTake: (change: (standard: DossierStandard) => DossierStandard) => void;
}) {
  const { t } = useTranslation('standards');
  const words = useStandardWords();
  const there = new Set(standard.fields.map(({ key }) => key));
  const known = ShippedField.options.filter((key) => !there.has(key));
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} stroke={1.5} />} variant="filled">
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Item leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => onAdd(newField())}>
          {t('addOwn')}
        </Menu.Item>
        {known.length === 0 ? null : <Menu.Label>{t('addKnown')}</Menu.Label>}
        {known.map((key) => (
          <Menu.Item
            key={key}
            onClick={() =>
              onTake((before) => ({
                ...before,
                fields: [...before.fields, shippedField(key, { stale: 12 })],
              }))
            }
          >
            {words.shipped(key)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
