import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { useNarrow } from '../../app/frame.ts';
import { goTo } from '../../app/place.ts';
import { rememberTexts } from '../../app/rememberTexts.ts';
import { Tick } from '../../ui/Tick.tsx';
import { ClientRowLine, GroupLine, selectWordId, type RowActions } from './ClientLine.tsx';
import {
  clientColumns,
  columnWidths,
  groupHeight,
  leftOutWhenNarrow,
  narrowWidths,
  overscan,
  overscanAtTop,
  rowHeight,
} from './clientColumns.ts';
import type { TableLine } from './clientRows.ts';
import classes from './ClientsTable.module.css';
import { listScroll, useClientsView } from './clientsView.ts';
import { ColumnHead } from './ColumnHead.tsx';

/** Lines as the table shows them, whether they are all here or are read as they come into sight. */
export type TableLines = {
  /** Lines with the heads of groups. */
  readonly count: number;
  /** Rows of clients among them. */
  readonly rows: number;
  lineAt(index: number): TableLine;
  /** The index of the line of a row. */
  indexOf(at: number): number;
  /** Undefined where it has not been read yet. */
  rowAt(at: number): AccountRow | undefined;
};

/** The ticks as the table shows and changes them; ranges go from the last tick on. */
export type TableTicks = {
  readonly ids: ReadonlySet<AccountId>;
  toggle(id: AccountId): void;
  extendTo(id: AccountId): void;
  all(): void;
  clear(): void;
};

/** The table itself: any number of lines, of which only those in sight are in the document. */
export function ClientsTable({
  lines,
  order,
  chosenAt,
  chosenKey,
  onChoose,
  onSight,
  largest,
  sharePermille,
  empty,
  ticks,
  bar,
}: {
  readonly lines: TableLines;
  /** Another one is another list, which is read from its beginning. */
  readonly order?: unknown;
  readonly chosenAt: number;
  /** What is chosen: only a new choice scrolls, new data under the same choice must not move the list. */
  readonly chosenKey: string | number | null;
  readonly onChoose: (at: number, id: AccountId | null) => void;
  /** Hears which rows are in sight. */
  readonly onSight?: (first: number, last: number) => void;
  /** The largest profit of the list: the bars are scaled to it. */
  readonly largest: number;
  readonly sharePermille: number;
  readonly empty: ReactNode;
  readonly ticks: TableTicks;
  /** Stands in the footer's place while rows are ticked. */
  readonly bar: ReactNode;
}) {
  const { t } = useTranslation(['clients', 'domain', 'bulk']);
  const said = useMemo(() => rememberTexts(t), [t]);
  const hiddenColumns = useClientsView((view) => view.hiddenColumns);
  const words = useFieldWords();
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const visible = useMemo(
    () => clientColumns.filter((id) => !hiddenColumns.includes(id) && !(narrow && leftOutWhenNarrow.has(id))),
    [hiddenColumns, narrow],
  );
  const ticking = ticks.ids.size > 0;
  const allTicked = ticking && ticks.ids.size >= lines.rows;
  const widths = narrow ? { ...columnWidths, ...narrowWidths } : columnWidths;
  const template = ['26px', ...visible.map((id) => widths[id])].join(' ');
  const chosen = lines.rowAt(chosenAt);

  const { lineAt } = lines;
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this program; nothing here keeps its functions
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lineAt(index).kind === 'group' ? groupHeight : rowHeight),
    overscan: listScroll.top === 0 ? overscanAtTop : overscan,
    initialOffset: listScroll.top,
    // Another function is another list of lines, which is measured anew in the same drawing.
    getItemKey: useMemo(
      () => (index: number) => (lineAt(index).kind === 'group' ? `group ${index}` : index),
      [lineAt],
    ),
  });

  // The arrows work at once: coming here by the menu leaves the focus on the menu's button.
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) grid.current?.focus({ preventScroll: true });
  }, []);

  const shown = useRef({ order, chosenKey });
  useEffect(() => {
    const before = shown.current;
    shown.current = { order, chosenKey };
    // Asking the list itself where it stands would lay it out.
    if (before.order !== order) {
      if (listScroll.top > 0) scroller.current?.scrollTo({ top: 0 });
    } else if (before.chosenKey !== chosenKey && chosenAt >= 0)
      virtual.scrollToIndex(lines.indexOf(chosenAt), { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [order, chosenKey]);

  const items = virtual.getVirtualItems();
  const rowsInSight = items.flatMap(({ index }) => {
    const line = lineAt(index);
    return line.kind === 'client' ? [line.at] : [];
  });
  const first = rowsInSight[0] ?? 0;
  const last = rowsInSight.at(-1) ?? 0;
  useEffect(() => onSight?.(first, last), [onSight, first, last]);

  // The lines keep one object of actions; what it does is of the last drawing.
  const latest = useRef({ ticks, onChoose, rowAt: lines.rowAt });
  useEffect(() => {
    latest.current = { ticks, onChoose, rowAt: lines.rowAt };
  });
  const actions = useMemo<RowActions>(
    () => ({
      press: (at, id, keys) => {
        const now = latest.current;
        if (id !== null && keys.range) now.ticks.extendTo(id);
        else if (id !== null && keys.add) now.ticks.toggle(id);
        now.onChoose(at, id);
      },
      tick: (at, range) => {
        const now = latest.current;
        const id = now.rowAt(at)?.id;
        if (id === undefined) return;
        if (range) now.ticks.extendTo(id);
        else now.ticks.toggle(id);
      },
      open: (id) => goTo({ at: 'dossier', accountId: id, tab: 'overview' }),
    }),
    [],
  );

  return (
    <div className={classes.root}>
      <div
        aria-activedescendant={chosen === undefined ? undefined : `client-${chosen.id}`}
        aria-colcount={visible.length + 1}
        aria-label={t('tableLabel')}
        aria-rowcount={lines.count + 1}
        className={classes.grid}
        ref={grid}
        role="grid"
        style={{ '--columns': template }}
        tabIndex={0}
      >
        <span hidden id={selectWordId}>
          {t('bulk:selectWord')}
        </span>
        <div className={classes.headRow} role="row">
          <div className={classes.headCell} role="columnheader">
            <Tick
              checked={allTicked}
              label={t('bulk:selectAll')}
              onTick={allTicked ? ticks.clear : ticks.all}
              shown={ticking}
              some={ticking}
            />
          </div>
          {visible.map((id) => (
            <ColumnHead id={id} key={id} />
          ))}
        </div>
        <div
          className={classes.scroller}
          onScroll={(event) => {
            listScroll.top = event.currentTarget.scrollTop;
          }}
          ref={scroller}
          role="presentation"
        >
          {lines.count === 0 ? empty : null}
          <div className={classes.space} role="presentation" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const line = lineAt(item.index);
              const stand = { index: item.index, top: item.start, height: item.size };
              if (line.kind === 'group')
                return <GroupLine {...stand} head={line} key={item.key} t={said} words={words} />;
              const row = lines.rowAt(line.at);
              return (
                <ClientRowLine
                  {...stand}
                  actions={actions}
                  at={line.at}
                  isChosen={line.at === chosenAt}
                  isTicked={row !== undefined && ticks.ids.has(row.id)}
                  isTicking={ticking}
                  key={item.key}
                  largest={largest}
                  row={row}
                  t={said}
                  visible={visible}
                  words={words}
                />
              );
            })}
          </div>
        </div>
      </div>
      {ticking ? (
        <div className={classes.barPlace}>{bar}</div>
      ) : (
        <footer className={classes.footer}>
          <span className={classes.footerHint}>
            {chosen === undefined ? null : (
              <>
                {t('footer.chosen')} <strong>{chosen.name}</strong>
                <span aria-hidden="true"> · </span>
              </>
            )}
            {t('footer.keys')}
            {`, ${t('bulk:keys')}`}
          </span>
          <span>
            {t('footer.total')}
            <strong className={classes.footerSum}>
              {t('footer.share', { share: words.number(sharePermille / 10, 1) })}
            </strong>
          </span>
        </footer>
      )}
    </div>
  );
}
