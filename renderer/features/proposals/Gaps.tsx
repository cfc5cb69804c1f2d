import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/domain/account.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { Company } from '../../../shared/domain/company.ts';
import { hasConsentOn } from '../../../shared/domain/consent.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { useDesk } from '../../app/desk.ts';
import { goTo } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './Gaps.module.css';

/** What the dossier and our own settings lack for this proposal, each with the way to fill it. Nothing here blocks. */
export function Gaps({
  account,
  readers,
  company,
  today,
}: {
  readonly account: Account;
  readonly readers: readonly Person[];
  readonly company: Company;
  readonly today: CalendarDate;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const references = useDesk('references.list', {});
  const people: Place = { at: 'dossier', accountId: account.id, tab: 'people' };
  const gaps: { readonly text: string; readonly place: Place }[] = readers
    .filter((reader) => reader.criteria.length === 0)
    .map((reader) => ({ text: t('new.gap.noCriteria', { name: fullName(reader) }), place: people }));
  if (
    readers.some((reader) => reader.readerRole === 'hr') &&
    references.data?.references.every((reference) => !hasConsentOn(reference, today))
  )
    gaps.push({ text: t('new.gap.noReferee'), place: { at: 'settings', page: 'references' } });
  if (company.name.trim() === '')
    gaps.push({ text: t('new.gap.noRequisites'), place: { at: 'settings', page: 'company' } });
  else if (company.signatoryId === null)
    gaps.push({ text: t('new.gap.noSignatory'), place: { at: 'settings', page: 'company' } });
  if (account.profile.needs.trim() === '')
    gaps.push({
      text: t('new.gap.noNeeds'),
      place: { at: 'dossier', accountId: account.id, tab: 'overview' },
    });

  if (gaps.length === 0)
    return (
      <p className={classes.whole}>
        <IconCheck size={15} stroke={1.8} aria-hidden="true" />
        {t('new.nothingMissing')}
      </p>
    );
  return (
    <div className={classes.gaps}>
      <SectionTitle level="caption" count={gaps.length}>
        {t('new.gaps')}
      </SectionTitle>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.text}>
            <span>{gap.text}</span>
            <TextLink onPress={() => goTo(gap.place)}>{t('new.gap.fill')}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
