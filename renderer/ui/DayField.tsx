import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DayField.module.css';
import { readDay } from './readDay.ts';

/** A day, typed or picked; weeks start on Monday. `value` is `YYYY-MM-DD` or null. */
export function DayField({
  label,
  value,
  onChange,
  description,
  error,
  required = false,
  autoFocus = false,
  clearable = true,
  hideLabel = false,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly clearable?: boolean;
  readonly hideLabel?: boolean;
}) {
  const { t, i18n } = useTranslation('common');
  const russian = i18n.language.startsWith('ru');
  return (
    <DateInput
      classNames={{
        day: classes.day ?? '',
        calendarHeaderLevel: classes.level ?? '',
        weekday: classes.weekday ?? '',
      }}
      clearable={clearable && value !== null}
      clearButtonProps={{ 'aria-label': t('clear') }}
      dateParser={(text) => readDay(text, new Date().getFullYear())}
      description={description}
      error={error}
      firstDayOfWeek={1}
      highlightToday
      aria-label={hideLabel ? label : undefined}
      label={hideLabel ? undefined : label}
      leftSection={<IconCalendar aria-hidden="true" size={16} stroke={1.5} />}
      leftSectionPointerEvents="none"
      locale={russian ? 'ru' : 'en'}
      onChange={onChange}
      placeholder={russian ? 'дд.мм.гггг' : 'd Mmm yyyy'}
      popoverProps={{ shadow: 'md', withinPortal: true }}
      value={value}
      valueFormat={russian ? 'DD.MM.YYYY' : 'D MMM YYYY'}
      weekendDays={[0, 6]}
      withAsterisk={required}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
    />
  );
}
