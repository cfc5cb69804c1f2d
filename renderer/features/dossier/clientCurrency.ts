import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { useDesk } from '../../app/desk.ts';

/** The currency of the client whose dossier is open: it is there before anything is typed. */
export const useClientCurrency = (accountId: AccountId): Currency =>
  useDesk('accounts.overview', { id: accountId }).data?.account.currency ?? 'RUB';
