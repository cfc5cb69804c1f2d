import { Menu } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldKey } from '../../../../shared/domain/dossierStandard.ts';
import { useFieldFocus } from './fieldFocus.ts';
import classes from './OverviewTab.module.css';

/** A short fact chosen from a list: caption left, the chosen word right; pressed, it opens the list. Without `ask` it always has a value. */
export function ChoiceFact({
  label,
  ask,
  value,
  options,
  wordOf,
  onChoose,
  focusKey,
  mark,
  stale = false,
}: {
  readonly label: string;
  readonly ask?: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly wordOf: (option: string) => string;
  readonly onChoose: (option: string) => Promise<void>;
  readonly focusKey?: FieldKey;
  readonly mark?: ReactNode;
  readonly stale?: boolean;
}) {
  const { t } = useTranslation('standards');
  const root = useRef<HTMLDivElement>(null);
  useFieldFocus(root, focusKey);
  const choose = (option: string) => {
    // A refused save has already been said; the old choice stays.
    onChoose(option).catch(() => undefined);
  };
  // What was chosen before an option went from the standard is still there to see.
  const all = value === '' || options.includes(value) ? options : [...options, value];
  return (
    <div className={classes.short} data-stale={stale ? true : undefined} ref={root}>
      <dt>
        {label}
        {mark}
      </dt>
      <dd>
        <Menu position="bottom-start" width={240}>
          <Menu.Target>
            <button
              aria-label={`${label}: ${value === '' ? ask : wordOf(value)}`}
              className={classes.choice}
              data-empty={value === '' ? true : undefined}
              data-in-place
              type="button"
            >
              {value === '' ? ask : wordOf(value)}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {all.map((option) => (
              <Menu.Item
                key={option}
                leftSection={
                  option === value ? (
                    <IconCheck aria-hidden="true" size={16} stroke={1.5} />
                  ) : (
                    <span className={classes.noTick} />
                  )
                }
                onClick={() => choose(option)}
              >
                {wordOf(option)}
              </Menu.Item>
            ))}
            {value === '' || ask === undefined ? null : (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<IconX size={16} stroke={1.5} />} onClick={() => choose('')}>
                  {t('clear')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </dd>
    </div>
  );
}
