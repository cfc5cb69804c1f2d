import { useTranslation } from 'react-i18next';
import type { Account, AccountProfile } from '../../../../shared/domain/account.ts';
import { isStale } from '../../../../shared/domain/fieldNote.ts';
import type { FactField } from '../../../../shared/domain/fieldNote.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { readAmount } from '../../../ui/readAmount.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import { LongFact, ShortFact } from './Fact.tsx';
import { FieldMark, useFieldNotes } from './FieldMark.tsx';
import classes from './OverviewTab.module.css';

type LongKey =
  | 'description'
  | 'history'
  | 'structure'
  | 'surroundings'
  | 'financialNotes'
  | 'needs'
  | 'plans'
  | 'weakSpots'
  | 'growthZones';

/** A whole number out of «1 240 чел.»; null for an empty text. Throws where there is no number. */
function readWhole(text: string): number | null {
  const digits = text.replaceAll(/[^\d]/g, '');
  if (text.trim() === '') return null;
  if (digits === '' || digits.length > 8) throw new RangeError('not a number');
  return Number(digits);
}

/** Money out of «1,2 млрд»; null for an empty text. Throws where there is no number. */
function readMoney(text: string): number | null {
  const amount = readAmount(text);
  if (amount === null && text.trim() !== '') throw new RangeError('not an amount');
  return amount;
}

/** Part 1 of the dossier: what the company is, what it needs, where it goes; and the state of the relation. */
export function CompanyFacts({ account, showing }: { readonly account: Account; readonly showing: boolean }) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const edit = useAccountEdit(account);
  const { profile } = account;
  const notesOf = useFieldNotes(account);
  const known = (field: FactField, label: string) => {
    const notes = notesOf(field);
    const [now] = notes;
    return {
      stale: now !== undefined && isStale(now, words.today),
      // How we know is our own affair: nothing of it while the screen is turned to the client.
      mark: showing ? null : <FieldMark account={account} field={field} label={label} notes={notes} />,
    };
  };
  const saveProfile = (part: Partial<AccountProfile>) =>
    edit((draft) => ({ ...draft, profile: { ...draft.profile, ...part } }));
  const long = (key: LongKey) => (
    <LongFact
      ask={t(`overview.${key}Ask`)}
      label={t(`overview.${key}`)}
      onSave={(text) => saveProfile({ [key]: text })}
      value={profile[key]}
      {...known(key, t(`overview.${key}`))}
      {...(key === 'needs' || key === 'plans' ? { part: key } : {})}
    />
  );
  return (
    <>
      <section className={classes.section}>
        <SectionTitle>{t('overview.company')}</SectionTitle>
        {long('description')}
        <dl className={classes.shorts}>
          <ShortFact
            ask={t('overview.industryAsk')}
            label={t('overview.industry')}
            {...known('industry', t('overview.industry'))}
            onSave={(industry) => edit((draft) => ({ ...draft, industry }))}
            value={account.industry}
          />
          <ShortFact
            ask={t('overview.cityAsk')}
            label={t('overview.city')}
            {...known('city', t('overview.city'))}
            onSave={(city) => edit((draft) => ({ ...draft, city }))}
            value={account.city}
          />
          <ShortFact
            ask={t('overview.employeesAsk')}
            label={t('overview.employees')}
            {...known('employees', t('overview.employees'))}
            onSave={async (text) => saveProfile({ employees: readWhole(text) })}
            value={profile.employees === null ? '' : words.number(profile.employees)}
          />
          <ShortFact
            ask={t('overview.foundedAsk')}
            label={t('overview.founded')}
            {...known('foundedYear', t('overview.founded'))}
            onSave={async (text) => saveProfile({ foundedYear: readWhole(text) })}
            value={profile.foundedYear === null ? '' : String(profile.foundedYear)}
          />
          <ShortFact
            ask={t('overview.annualRevenueAsk')}
            label={t('overview.annualRevenue')}
            {...known('annualRevenueMinor', t('overview.annualRevenue'))}
            onSave={async (text) => saveProfile({ annualRevenueMinor: readMoney(text) })}
            value={profile.annualRevenueMinor === null ? '' : words.money(profile.annualRevenueMinor, 'RUB')}
          />
        </dl>
      </section>
      <section className={classes.section}>
        <SectionTitle>{t('overview.business')}</SectionTitle>
        <div className={classes.pairs}>
          {long('needs')}
          {long('plans')}
          {showing ? null : long('weakSpots')}
          {showing ? null : long('growthZones')}
          {long('structure')}
          {long('surroundings')}
          {long('history')}
          {showing ? null : long('financialNotes')}
        </div>
      </section>
      {showing ? null : (
        <section className={classes.section}>
          <SectionTitle>{t('overview.relation')}</SectionTitle>
          <div className={classes.pairs}>
            <LongFact
              ask={t('overview.relationNowAsk')}
              label={t('overview.relationNow')}
              {...known('relationNow', t('overview.relationNow'))}
              onSave={(relationNow) => edit((draft) => ({ ...draft, relationNow }))}
              value={account.relationNow}
            />
            <LongFact
              ask={t('overview.relationProspectAsk')}
              label={t('overview.relationProspect')}
              {...known('relationProspect', t('overview.relationProspect'))}
              onSave={(relationProspect) => edit((draft) => ({ ...draft, relationProspect }))}
              value={account.relationProspect}
            />
          </div>
        </section>
      )}
    </>
  );
}
