import { useMemo } from 'react';
import { isOpenTender } from './accountMarks.ts';
import { useDesk } from './desk.ts';
import { useFieldWords } from './fieldWords.ts';

/** How many things each section of the rail holds; undefined until known. Tenders count only while they are ahead. */
export function useRailCounts(): Readonly<
  Record<'today' | 'clients' | 'tenders' | 'proposals', number | undefined>
> {
  const { today } = useFieldWords();
  const due = useDesk('today.list', { today }).data?.rows;
  const clients = useDesk('accounts.list', { query: '' }).data?.total;
  const tenders = useDesk('tenders.list', { accountId: null }).data?.rows;
  const proposals = useDesk('proposals.list', { accountId: null }).data?.rows;
  return useMemo(
    () => ({
      today: due?.length,
      clients,
      tenders: tenders?.filter((row) => isOpenTender(row.status)).length,
      proposals: proposals?.length,
    }),
    [due, clients, tenders, proposals],
  );
}
