import { Button, Popover, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTerm } from '../../shared/domain/library.ts';
import type { OwnTermKey } from '../../shared/domain/person.ts';
import { notifyError } from './desk.ts';
import { addOwnTerm } from './ownTerms.ts';

/** «Свой критерий», «Своя роль»: asks for the name, adds it to the vault and hands it over. */
export function OwnTermButton({
  kind,
  onAdded,
}: {
  readonly kind: OwnTerm['kind'];
  readonly onAdded: (key: OwnTermKey, label: string) => void;
}) {
  const { t } = useTranslation('library');
  const [opened, setOpened] = useState(false);
  const [label, setLabel] = useState('');
  const add = () => {
    const name = label.trim();
    if (name === '') return;
    addOwnTerm(kind, name).then((key) => {
      setOpened(false);
      setLabel('');
      onAdded(key, name);
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
        <Button
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => setOpened(!opened)}
          size="xs"
          variant="subtle"
        >
          {t(`terms.new.${kind}`)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          data-autofocus
          description={t(`terms.newHint.${kind}`)}
          label={t(`terms.name.${kind}`)}
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
          {t(`terms.add.${kind}`)}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
