import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openDialog } from './dialogs.ts';

/** Lays two ticked rows side by side, to become one (GLOSSARY: слияние); nothing unless they are two. */
export function MergeButton({
  of,
  ids,
  disabled,
}: {
  readonly of: 'account' | 'person';
  /** The first is the one that stays. */
  readonly ids: readonly string[];
  readonly disabled: boolean;
}) {
  const { t } = useTranslation('bulk');
  const [keepId, awayId, third] = ids;
  if (keepId === undefined || awayId === undefined || third !== undefined) return null;
  return (
    <Button
      disabled={disabled}
      onClick={() => openDialog({ kind: 'merge', of, keepId, awayId })}
      size="xs"
      variant="subtle"
    >
      {t('merge')}
    </Button>
  );
}
