import { IconBuildingCommunity } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import type { AccountFamily } from '../../../../shared/domain/accountFamily.ts';
import type { CurrencySum } from '../../../../shared/domain/currencySum.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import classes from './FamilyFacts.module.css';
import overview from './OverviewTab.module.css';
import { ParentDialog } from './ParentDialog.tsx';

/** The tree that the client stands in: its head, its branches with what each brings, and the sums with and without them. */
export function FamilyFacts({ account }: { readonly account: Account }) {
  const { t } = useTranslation('dossier');
  const family = useDesk('accounts.family', { id: account.id }).data;
  const [choosing, setChoosing] = useState(false);
  if (family === undefined) return null;
  const { branches, parents } = family;
  const alone = branches.length === 0 && parents.length === 0;
  return (
    <section className={overview.section}>
      <SectionTitle
        {...(branches.length === 0 ? {} : { count: branches.length })}
        action={
          <span className={overview.sectionLink}>
            <TextLink onPress={() => setChoosing(true)}>
              {account.parentAccountId === null ? t('family.choose') : t('family.change')}
            </TextLink>
          </span>
        }
      >
        {t('family.title')}
      </SectionTitle>
      {alone ? (
        <p className={overview.nowText}>{t('family.alone')}</p>
      ) : (
        <Tree account={account} family={family} />
      )}
      {choosing ? <ParentDialog account={account} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

function Tree({ account, family }: { readonly account: Account; readonly family: AccountFamily }) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const { branches, group, own, parents } = family;
  const measures = useDesk('accounts.overview', { id: account.id }).data?.measures;
  // A line a currency: what is in two cannot be added.
  const money = (sums: readonly CurrencySum[], of: 'revenueMinor' | 'profitMinor') =>
    sums.every((sum) => sum[of] === 0)
      ? '—'
      : sums.map((sum) => <div key={sum.currency}>{words.money(sum[of], sum.currency)}</div>);
  const share = (permille: number) => (permille === 0 ? '—' : words.percent(permille / 10, 1));
  const cells = ({ sums, profitSharePermille }: AccountFamily['own']) => (
    <>
      <td data-number>{money(sums, 'revenueMinor')}</td>
      <td data-number>{money(sums, 'profitMinor')}</td>
      <td data-number>{share(profitSharePermille)}</td>
    </>
  );
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>{t('family.company')}</th>
          <th data-number>{t('family.revenue')}</th>
          <th data-number>{t('family.profit')}</th>
          <th data-number>{t('family.share')}</th>
          <th>{t('family.contact')}</th>
        </tr>
      </thead>
      <tbody>
        {parents.map((parent, depth) => (
          <tr key={parent.id}>
            <td style={{ '--depth': depth }}>
              <span className={classes.name}>
                <IconBuildingCommunity aria-hidden="true" size={15} stroke={1.5} />
                <TextLink
                  onPress={() => goTo({ at: 'dossier', accountId: parent.id, tab: 'overview' })}
                  quiet
                >
                  {parent.name}
                </TextLink>
                {depth === 0 ? <span className={classes.quiet}>{t('family.head')}</span> : null}
              </span>
            </td>
            <td aria-hidden="true" data-number />
            <td aria-hidden="true" data-number />
            <td aria-hidden="true" data-number />
            <td aria-hidden="true" />
          </tr>
        ))}
        <tr aria-current="true" className={classes.here}>
          <td style={{ '--depth': parents.length }}>
            <span className={classes.name}>{account.name}</span>
          </td>
          {cells(own)}
          <td className={classes.quiet}>{measures === undefined ? '' : words.ago(measures.lastContactOn)}</td>
        </tr>
        {branches.map((branch) => (
          <tr key={branch.id}>
            <td style={{ '--depth': parents.length + branch.depth }}>
              <span className={classes.name}>
                <TextLink
                  onPress={() => goTo({ at: 'dossier', accountId: branch.id, tab: 'overview' })}
                  quiet
                >
                  {branch.name}
                </TextLink>
                {branch.city === '' ? null : <span className={classes.quiet}>{branch.city}</span>}
              </span>
            </td>
            {cells({ ...branch.measures, sums: branch.sums })}
            <td className={classes.quiet}>{words.ago(branch.measures.lastContactOn)}</td>
          </tr>
        ))}
      </tbody>
      {branches.length === 0 ? null : (
        <tfoot>
          <tr>
            <td>{t('family.together')}</td>
            {cells(group)}
            <td aria-hidden="true" />
          </tr>
        </tfoot>
      )}
    </table>
  );
}
