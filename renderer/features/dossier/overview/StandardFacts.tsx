import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import type { FieldGroup, FieldKey, StandardField } from '../../../../shared/domain/dossierStandard.ts';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { CurrencyFact } from './CurrencyFact.tsx';
import { FieldFact } from './FieldFact.tsx';
import classes from './OverviewTab.module.css';
import { StandardMenu } from './StandardMenu.tsx';
import { YearsFact } from './YearsFact.tsx';

const sections = ['company', 'business', 'special', 'finance'] as const satisfies readonly FieldGroup[];
type Section = (typeof sections)[number];

/** What the client may see of its own dossier: what it does and wants. Our judgement of it, and what we asked besides, not. */
const shownToClient: ReadonlySet<FieldKey> = new Set([
  'description',
  'industry',
  'city',
  'employees',
  'foundedYear',
  'needs',
  'plans',
  'structure',
  'surroundings',
  'history',
  'annualRevenueMinor',
]);

const isMoney = ({ kind }: StandardField): boolean => kind === 'money' || kind === 'years';
const isLong = ({ kind }: StandardField): boolean => kind === 'long';

/** Part 1 of the dossier as the department's standard asks for it, in its order; and what is kept besides. */
export function StandardFacts({
  overview,
  showing,
}: {
  readonly overview: AccountOverview;
  readonly showing: boolean;
}) {
  const { t } = useTranslation('standards');
  const words = useStandardWords();
  const { account, otherFields, standard } = overview;
  const shown = standard.fields.filter(({ asked, key }) => asked && (!showing || shownToClient.has(key)));
  // The currency stands beside the first money that is shown, wherever the standard puts it.
  const withCurrency = showing ? undefined : [...shown, ...otherFields].find(isMoney);
  const titles: Readonly<Record<Section, string>> = {
    company: t('section.company'),
    business: t('section.business'),
    special: words.standard(standard),
    finance: t('section.finance'),
  };
  return (
    <>
      {sections.map((section) => {
        const fields = shown.filter(({ group }) => group === section);
        if (fields.length === 0 && section !== 'company') return null;
        return (
          <section className={classes.section} key={section}>
            <SectionTitle
              action={
                section === 'company' && !showing ? (
                  <StandardMenu account={account} standard={standard} />
                ) : undefined
              }
            >
              {titles[section]}
            </SectionTitle>
            <Fields
              account={account}
              fields={fields}
              overview={overview}
              showing={showing}
              withCurrency={withCurrency}
            />
          </section>
        );
      })}
      {showing || otherFields.length === 0 ? null : (
        <section className={classes.section}>
          <SectionTitle count={otherFields.length}>{t('section.other')}</SectionTitle>
          <p className={classes.nowText}>{t('otherHint', { standard: words.standard(standard) })}</p>
          <Fields
            account={account}
            fields={otherFields}
            overview={overview}
            showing={showing}
            withCurrency={withCurrency}
          />
        </section>
      )}
    </>
  );
}

/** Long texts in two columns, short values in rows; the order within each is the standard's. */
function Fields({
  account,
  fields,
  overview,
  showing,
  withCurrency,
}: {
  readonly account: Account;
  readonly fields: readonly StandardField[];
  readonly overview: AccountOverview;
  readonly showing: boolean;
  /** The field that the client's currency is shown with. */
  readonly withCurrency: StandardField | undefined;
}) {
  const short = fields.filter((field) => !isLong(field) && field.kind !== 'years');
  const hasCurrency = withCurrency !== undefined && fields.includes(withCurrency);
  const long = fields.filter(isLong);
  const years = fields.filter(({ kind }) => kind === 'years');
  const fact = (field: StandardField) => (
    <FieldFact
      account={account}
      field={field}
      key={field.key}
      showing={showing}
      standard={overview.standard}
    />
  );
  // A description alone reads better across the whole width.
  const [first] = long;
  const texts =
    long.length === 0 ? null : long.length === 1 && first !== undefined ? (
      fact(first)
    ) : (
      <div className={classes.pairs}>{long.map(fact)}</div>
    );
  // Figures come before what is said of them.
  const figuresFirst = years.length > 0;
  return (
    <>
      {figuresFirst ? null : texts}
      {short.length === 0 && !hasCurrency ? null : (
        <dl className={classes.shorts}>
          {short.map(fact)}
          {hasCurrency ? <CurrencyFact account={account} /> : null}
        </dl>
      )}
      {years.map((field) => (
        <YearsFact account={account} field={field} key={field.key} />
      ))}
      {figuresFirst ? texts : null}
    </>
  );
}
