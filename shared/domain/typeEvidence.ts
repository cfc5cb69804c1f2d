import type { AccountType } from './account.ts';
import type { AccountMeasures } from './accountView.ts';
import { breadwinnerSharePermille } from './portfolio.ts';

/** Where deliveries and the chosen types disagree: a type that the figures ask for, or one that they do not bear out. */
export type TypeNotice = {
  readonly type: Extract<AccountType, 'breadwinner' | 'prospective'>;
  readonly says: 'missing' | 'notBorneOut';
};

/**
 * Holds the types of a client against its deliveries of the last 12 months: a breadwinner brings at least
 * `breadwinnerSharePermille` of our profit; who already does is no longer prospective. The other types are judged by people.
 * The user's choice stands; a reason written beside it answers the notice. GLOSSARY: кормилец, перспективный.
 */
export function typeNotices(
  types: readonly AccountType[],
  { profitSharePermille }: Pick<AccountMeasures, 'profitSharePermille'>,
): TypeNotice[] {
  const earns = profitSharePermille >= breadwinnerSharePermille;
  const notices: TypeNotice[] = [];
  if (earns && !types.includes('breadwinner')) notices.push({ type: 'breadwinner', says: 'missing' });
  if (!earns && types.includes('breadwinner')) notices.push({ type: 'breadwinner', says: 'notBorneOut' });
  if (earns && types.includes('prospective')) notices.push({ type: 'prospective', says: 'notBorneOut' });
  return notices;
}
