import { ActionIcon, Input } from '@mantine/core';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { memo, useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { useSearchAhead } from '../../app/useSearchAhead.ts';
import classes from './Palette.module.css';
import { chooseNext, runChosen } from './paletteChoice.ts';

/** What is looked for: a lone question mark asks for help. */
export function askedBy(query: string): string {
  const typed = query.trim();
  return typed === '?' ? '' : typed;
}

/**
 * What is typed into the palette. It holds it itself: by the kit's own field the whole dialog is drawn anew with every
 * key, before the letter is seen.
 */
export const PaletteField = memo(function PaletteField({
  helpShown,
  mayAsk,
  only,
  onHelp,
  onType,
  onWhole,
}: {
  readonly helpShown: boolean;
  readonly mayAsk: boolean;
  /** The client that alone may be found. */
  readonly only: AccountId | null;
  readonly onHelp: () => void;
  readonly onType: (typed: string) => void;
  /** Asks for all lines to be there: the arrows go through them. */
  readonly onWhole: () => void;
}) {
  const { t } = useTranslation('search');
  const field = useRef<HTMLInputElement>(null);
  useSearchAhead(field, 'search.everywhere', (typed) =>
    mayAsk && askedBy(typed) !== '' ? { query: askedBy(typed), only } : null,
  );
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      flushSync(onWhole);
      chooseNext(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') runChosen();
    else return;
    event.preventDefault();
  };
  return (
    <Input
      aria-label={t('label')}
      classNames={{ wrapper: classes.fieldBox ?? '', input: classes.field ?? '' }}
      data-autofocus
      leftSection={<IconSearch aria-hidden="true" size={18} stroke={1.5} />}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      placeholder={t('placeholder')}
      ref={field}
      rightSection={
        <ActionIcon
          aria-expanded={helpShown}
          aria-label={t('help.open')}
          onClick={onHelp}
          size={26}
          title={t('help.open')}
          variant="subtle"
        >
          <IconHelp size={16} stroke={1.5} />
        </ActionIcon>
      }
      rightSectionPointerEvents="all"
      size="lg"
      spellCheck={false}
    />
  );
});
