import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { CriteriaFacts } from './CriteriaFacts.tsx';
import { CompanyFacts } from './CompanyFacts.tsx';
import { NowColumn } from './NowColumn.tsx';
import classes from './OverviewTab.module.css';
import { RequisitesFacts } from './RequisitesFacts.tsx';

/** Facts at the left, what happens now at the right. */
export function OverviewTab({ overview }: { readonly overview: AccountOverview }) {
  const { on: showing } = useShowMode();
  return (
    <div className={classes.columns}>
      <div className={classes.facts}>
        <CompanyFacts account={overview.account} showing={showing} />
        {showing ? null : <CriteriaFacts account={overview.account} measures={overview.measures} />}
        <RequisitesFacts account={overview.account} />
      </div>
      {showing ? null : (
        <div className={classes.now}>
          <NowColumn overview={overview} />
        </div>
      )}
    </div>
  );
}
