import { isDiskShort } from '../store/ballast.ts';
import { countForRail, nameForRail } from '../store/railStore.ts';
import type { Handlers } from './handler.ts';
import { read } from './handler.ts';

export const railHandlers: Pick<Handlers, Extract<keyof Handlers, `rail.${string}`>> = {
  'rail.counts': read((db, _input, tools) => ({
    ...countForRail(db),
    isDiskShort: isDiskShort(tools.vaultFolder),
  })),
  'rail.named': read((db, ids) => nameForRail(db, ids)),
};
