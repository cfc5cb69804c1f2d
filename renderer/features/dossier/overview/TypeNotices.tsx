import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account, AccountType } from '../../../../shared/domain/account.ts';
import type { AccountMeasures } from '../../../../shared/domain/accountView.ts';
import {
  breadwinnerSharePermille,
  monoDependenceSharePermille,
} from '../../../../shared/domain/portfolio.ts';
import { typeNotices } from '../../../../shared/domain/typeEvidence.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import classes from './OverviewTab.module.css';

/** Says where the client's types and its deliveries disagree, with one press to follow the figures. */
export function TypeNotices({
  account,
  measures,
}: {
  readonly account: Account;
  readonly measures: AccountMeasures;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const edit = useAccountEdit(account);
  const percent = (permille: number) => words.percent(permille / 10);
  const choose = (types: readonly AccountType[]) => {
    const before = account.types;
    edit((draft) => ({ ...draft, types: [...types] }))
      .then(() =>
        notifyUndo(t('typeNotice.changed'), () => {
          edit((draft) => ({ ...draft, types: before })).catch(() => undefined);
        }),
      )
      // A refused save has already been said.
      .catch(() => undefined);
  };
  // A reason in the user's own words answers the figures: it is said calmly then.
  const byHand = account.typeReason.trim() !== '';
  const Icon = byHand ? IconCheck : IconAlertTriangle;
  const mono = useDesk('accounts.dependence', {}).data?.monoDependenceOn?.id === account.id;
  return (
    <>
      {mono ? (
        <p className={classes.typeNotice} data-risk>
          <IconAlertTriangle aria-hidden="true" size={15} stroke={1.5} />
          <span>{t('typeNotice.mono', { limit: percent(monoDependenceSharePermille) })}</span>
        </p>
      ) : null}
      {typeNotices(account.types, measures).map(({ type, says }) => (
        <p className={classes.typeNotice} data-calm={byHand ? true : undefined} key={type}>
          <Icon aria-hidden="true" size={15} stroke={1.5} />
          <span>
            {t(`typeNotice.${type}.${says}`, {
              share: percent(measures.profitSharePermille),
              limit: percent(breadwinnerSharePermille),
            })}{' '}
            {byHand ? t('typeNotice.byHand') : t('typeNotice.askReason')}
          </span>
          <Button
            onClick={() =>
              choose(
                says === 'missing' ? [type, ...account.types] : account.types.filter((one) => one !== type),
              )
            }
            size="xs"
          >
            {t(`typeNotice.${says}`, { type: t(`domain:accountType.${type}`) })}
          </Button>
        </p>
      ))}
    </>
  );
}
