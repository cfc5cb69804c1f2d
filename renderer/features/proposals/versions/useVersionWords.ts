import { useTranslation } from 'react-i18next';
import { addDays, dayOfInstant } from '../../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { ProposalStatus } from '../../../../shared/domain/proposal.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';

type Kept = { readonly revision: number; readonly label: string; readonly savedAtMs: number };

/** How versions are named: by their day, their time, and why they were kept. */
export function useVersionWords() {
  const { t } = useTranslation(['life', 'domain']);
  const { today, dayWords, time } = useFieldWords();
  const dayTitle = (day: CalendarDate): string => {
    if (day === today) return t('versions.today');
    return day === addDays(today, -1) ? t('versions.yesterday') : dayWords(day);
  };
  return {
    time,
    dayTitle,
    /** «Сегодня, 14:05». */
    moment: (atMs: number): string =>
      t('versions.at', { day: dayTitle(dayOfInstant(atMs)), time: time(atMs) }),
    /** Whether the version is named by its status, which is no name to be changed. */
    isStatus: (label: string): boolean => ProposalStatus.safeParse(label).success,
    /** A status is kept by its key, everything else in the words of whoever kept it. */
    label: (label: string): string => {
      const status = ProposalStatus.safeParse(label);
      return status.success ? t(`domain:proposalStatus.${status.data}`) : label;
    },
    /** Newest day first, as the versions come. */
    byDay: (versions: readonly Kept[]): { readonly day: CalendarDate; readonly rows: readonly Kept[] }[] =>
      [...Map.groupBy(versions, ({ savedAtMs }) => dayOfInstant(savedAtMs))].map(([day, rows]) => ({
        day,
        rows,
      })),
  };
}
