import { useTranslation } from 'react-i18next';
import type { Deal } from '../../../shared/domain/dealAnalysis.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { joinWords } from '../../ui/joinWords.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './analysis.module.css';
import { MoreRows } from './MoreRows.tsx';

function open({ subject }: Deal): void {
  if (subject.kind === 'tender') goTo({ at: 'tender', tenderId: subject.id });
  else goTo({ at: 'proposal', proposalId: subject.id });
}

/** The deals behind a figure, the last first. */
export function DealsTable({
  deals,
  rest,
  onMore,
}: {
  readonly deals: readonly Deal[];
  readonly rest: number;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation(['analysis', 'common', 'domain']);
  const words = useFieldWords();
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['title', 'client', 'outcome', 'on', 'reasons', 'rivals'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`deals.column.${column}`)}
              </th>
            ))}
            <th className={classes.figure} scope="col">
              {t('deals.column.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {deals.map((deal) => (
            <tr key={deal.subject.id}>
              <td>
                <TextLink onPress={() => open(deal)} quiet strong>
                  {deal.title}
                </TextLink>
              </td>
              <td>
                <TextLink
                  onPress={() => goTo({ at: 'dossier', accountId: deal.accountId, tab: 'tenders' })}
                  quiet
                >
                  {deal.accountName}
                </TextLink>
              </td>
              <td className="k-nowrap">
                <StateMark tone={deal.outcome === 'won' ? 'good' : 'bad'}>
                  {t(`deals.outcome.${deal.outcome}`)}
                </StateMark>
              </td>
              <td className="k-nowrap">{deal.on === null ? '—' : words.dayWords(deal.on)}</td>
              <td>
                {deal.reasons.length === 0 ? (
                  <span className={classes.quiet}>—</span>
                ) : (
                  joinWords(deal.reasons.map((reason) => t(`domain:tenderReason.${reason}`)))
                )}
              </td>
              <td>{deal.rivals.map(({ name }) => name).join(', ')}</td>
              <td className={classes.figure}>
                {deal.ourMinor === null ? '—' : words.money(deal.ourMinor, deal.currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows onMore={onMore} rest={rest} />
    </>
  );
}
