import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';

/** What stands in place of a view until it is answered: its shape, or why there is no answer. */
export function NoAnswer({
  error,
  onAgain,
}: {
  readonly error: DeskError | null;
  readonly onAgain: () => void;
}) {
  const { t } = useTranslation('common');
  return error === null ? (
    <RowsSkeleton height={36} rows={14} />
  ) : (
    <ErrorState {...errorWords(error)} action={<Button onClick={onAgain}>{t('retry')}</Button>} />
  );
}
