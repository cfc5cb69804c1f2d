import { useMemo } from 'react';
import { isOpenTender } from './accountMarks.ts';
import { useDesk } from './desk.ts';
import { useFieldWords } from './fieldWords.ts';

const shown = (count: number | undefined) => (count === 0 ? undefined : count);

/** How many things each section of the rail holds; undefined until known and where there are none. Tenders count only while they are ahead. */
export function useRailCounts(): Readonly<
  Record<'today' | 'clients' | 'tenders' | 'proposals', number | undefined>
> {
  const { today } = useFieldWords();
  const due = useDesk('today.list', { today }).data?.rows;
  const clients = useDesk('clients.count', {}).data?.total;
  const tenders = useDesk('tenders.list', { accountId: null }).data?.rows;
  const proposals = useDesk('proposals.list', { accountId: null }).data?.rows;
  return useMemo(
    () => ({
      today: shown(due?.length),
      clients: shown(clients),
      tenders: shown(tenders?.filter((row) => isOpenTender(row.status)).length),
      proposals: shown(proposals?.length),
    }),
    [due, clients, tenders, proposals],
  );
}
