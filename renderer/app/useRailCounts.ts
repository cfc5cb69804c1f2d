import { useMemo } from 'react';
import { useDesk } from './desk.ts';
import { useFieldWords } from './fieldWords.ts';

const shown = (count: number | undefined) => (count === 0 ? undefined : count);

/**
 * How many things each section of the rail holds; undefined until known and where there are none. Tenders count only
 * while they are ahead. With them, whether the disk is short of room.
 */
export function useRailCounts(): Readonly<
  Record<'today' | 'clients' | 'tenders' | 'proposals', number | undefined> & { isDiskShort: boolean }
> {
  const { today } = useFieldWords();
  const due = useDesk('today.list', { today }).data;
  const clients = useDesk('clients.count', {}).data?.total;
  const rest = useDesk('rail.counts', {}).data;
  return useMemo(
    () => ({
      today: due === undefined ? undefined : shown(due.rows.length + due.moreSilent),
      clients: shown(clients),
      tenders: shown(rest?.tenders),
      proposals: shown(rest?.proposals),
      isDiskShort: rest?.isDiskShort ?? false,
    }),
    [due, clients, rest],
  );
}
