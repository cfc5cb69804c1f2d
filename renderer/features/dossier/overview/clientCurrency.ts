import { createContext, useContext } from 'react';
import type { Currency } from '../../../../shared/domain/money.ts';

/** The currency that the open client's own money is told in. */
export const ClientCurrency = createContext<Currency>('RUB');

export const useClientCurrency = (): Currency => useContext(ClientCurrency);
