import { useTranslation } from 'react-i18next';
import { rememberedDays } from '../../shared/ipc/rememberedDays.ts';
import { dateLocale } from './dateLocale.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The day until which a computer remembers a vault, in words: of a moment, else as if it began now. */
export function useRememberedDay(): (untilMs?: number) => string {
  const { i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(dateLocale(i18n.language), { day: 'numeric', month: 'long' });
  return (untilMs = Date.now() + rememberedDays * dayMs) => day.format(untilMs).replace(' ', '\u00a0');
}
