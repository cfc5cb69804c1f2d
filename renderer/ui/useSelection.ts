import { useCallback, useMemo, useState } from 'react';

/** Which rows of a list are ticked, by id: rows may be sorted, filtered and read anew meanwhile. */
export type Selection<Id extends string> = {
  readonly ids: ReadonlySet<Id>;
  /** Where the last tick was made: a range begins there. */
  readonly from: Id | null;
  /** Ticks or unticks one; it is where a range begins. */
  toggle(id: Id): void;
  /** Ticks all from where the last tick was made, in the order in which they are shown. */
  extendTo(id: Id, order: readonly Id[]): void;
  /** Ticks exactly these. */
  set(ids: readonly Id[]): void;
  clear(): void;
};

/**
 * The ticks of a list. What is no longer in `present` (the rows, or what says of one whether it is there) is not
 * counted, and comes back ticked when it is there again.
 */
export function useSelection<Id extends string>(
  present: readonly Id[] | ((id: Id) => boolean),
): Selection<Id> {
  const [state, setState] = useState<{ readonly ids: ReadonlySet<Id>; readonly from: Id | null }>({
    ids: new Set(),
    from: null,
  });
  const ids = useMemo(() => {
    if (state.ids.size === 0) return state.ids;
    return new Set(
      typeof present === 'function'
        ? [...state.ids].filter((id) => present(id))
        : present.filter((id) => state.ids.has(id)),
    );
  }, [present, state.ids]);
  const toggle = useCallback((id: Id) => {
    setState(({ ids: before }) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return { ids: next, from: id };
    });
  }, []);
  const extendTo = useCallback((id: Id, order: readonly Id[]) => {
    setState(({ ids: before, from }) => {
      const to = order.indexOf(id);
      const start = from === null ? to : order.indexOf(from);
      if (to < 0) return { ids: before, from };
      const [first, last] = [Math.min(start < 0 ? to : start, to), Math.max(start, to)];
      return { ids: new Set([...before, ...order.slice(first, last + 1)]), from: from ?? id };
    });
  }, []);
  const set = useCallback((all: readonly Id[]) => setState({ ids: new Set(all), from: all[0] ?? null }), []);
  const clear = useCallback(() => setState({ ids: new Set(), from: null }), []);
  const { from } = state;
  return useMemo(
    () => ({ ids, from, toggle, extendTo, set, clear }),
    [ids, from, toggle, extendTo, set, clear],
  );
}
