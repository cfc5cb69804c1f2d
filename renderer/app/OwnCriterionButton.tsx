import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionKey } from '../../shared/domain/person.ts';
import { notifyError } from './desk.ts';
import { addOwnCriterion } from './ownTerms.ts';

/** «Свой критерий»: asks for its name, adds it to the vault and hands it over. */
export function OwnCriterionButton({ onAdded }: { readonly onAdded: (key: CriterionKey) => void }) {
  const { t } = useTranslation('library');
  const [opened, setOpened] = useState(false);
  const [label, setLabel] = useState('');
  const add = () => {
    const name = label.trim();
    if (name === '') return;
    addOwnCriterion(name).then((key) => {
      setOpened(false);
      setLabel('');
      onAdded(key);
    }, notifyError);
  };
  return (
    <Popover
      onChange={setOpened}
      opened={opened}
      position="bottom-start"
      shadow="md"
      trapFocus
      width={320}
      withinPortal
    >
      <Popover.Target>
        <Button onClick={() => setOpened(!opened)} size="xs" variant="subtle">
          {t('terms.new')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          data-autofocus
          description={t('terms.newHint')}
          label={t('terms.name')}
          maxLength={80}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
          value={label}
        />
        <Button disabled={label.trim() === ''} mt={10} onClick={add} size="xs" variant="filled">
          {t('terms.add')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
