import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { CriteriaFacts } from './CriteriaFacts.tsx';
import { FamilyFacts } from './FamilyFacts.tsx';
import { NowColumn } from './NowColumn.tsx';
import classes from './OverviewTab.module.css';
import { RelationFacts } from './RelationFacts.tsx';
import { RequisitesFacts } from './RequisitesFacts.tsx';
import { StandardFacts } from './StandardFacts.tsx';

/** Facts at the left, what happens now at the right. */
export function OverviewTab({ overview }: { readonly overview: AccountOverview }) {
  const { on: showing } = useShowMode();
  return (
    <div className={classes.columns}>
      <div className={classes.facts}>
        <StandardFacts overview={overview} showing={showing} />
        {showing ? null : <FamilyFacts account={overview.account} />}
        {showing ? null : <RelationFacts account={overview.account} standard={overview.standard} />}
        {showing ? null : <CriteriaFacts account={overview.account} measures={overview.measures} />}
        <RequisitesFacts account={overview.account} showing={showing} standard={overview.standard} />
      </div>
      {showing ? null : (
        <div className={classes.now}>
          <NowColumn overview={overview} />
        </div>
      )}
    </div>
  );
}
