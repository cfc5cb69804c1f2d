import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { Tick } from '../../ui/Tick.tsx';
import type { Selection } from '../../ui/useSelection.ts';
import { ClientCell } from './ClientCell.tsx';
import classes from './ClientsTable.module.css';
import { clientColumns, columnWidths, groupHeight, rowHeight } from './clientColumns.ts';
import { ColumnHead } from './ColumnHead.tsx';
import type { ClientLine } from './clientRows.ts';
import { changeView, useClientsView } from './clientsView.ts';

const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, AccountRow>();
const columns = helper.columns(clientColumns.map((id) => helper.display({ id })));

/** The table itself: 10,000 lines, of which only those in sight are in the document. */
export function ClientsTable({
  lines,
  rows,
  chosen,
  empty,
  selection,
  bar,
}: {
  readonly lines: readonly ClientLine[];
  readonly rows: readonly AccountRow[];
  readonly chosen: AccountRow | null;
  readonly empty: ReactNode;
  readonly selection: Selection<AccountId>;
  /** Stands in the footer's place while rows are ticked. */
  readonly bar: ReactNode;
}) {
  const { t } = useTranslation(['clients', 'common', 'domain', 'bulk']);
  const { hiddenColumns } = useClientsView();
  const words = useFieldWords();
  const scroller = useRef<HTMLDivElement>(null);
  const data = rows as AccountRow[]; // the table's option is typed mutable; it never writes to it
  const columnVisibility = useMemo(
    () => Object.fromEntries(hiddenColumns.map((id) => [id, false])),
    [hiddenColumns],
  );
  const table = useTable({ features, columns, data, getRowId: (row) => row.id, state: { columnVisibility } });
  const visible = clientColumns.filter((id) => table.getColumn(id)?.getIsVisible() !== false);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const ticking = selection.ids.size > 0;
  const template = ['26px', ...visible.map((id) => columnWidths[id])].join(' ');
  const largest = useMemo(() => largestShare(rows), [rows]);

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? groupHeight : rowHeight),
    getItemKey: (index) => {
      const line = lines[index];
      return line === undefined ? index : line.kind === 'group' ? `group ${line.key}` : line.row.id;
    },
    overscan: 14,
    initialOffset: useClientsView.getState().scrollTop,
  });
  useEffect(() => virtual.measure(), [lines, virtual]);

  // The arrows work at once: coming here by the menu leaves the focus on the menu's button.
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) grid.current?.focus({ preventScroll: true });
  }, []);

  const chosenId = chosen?.id ?? null;
  const firstChoice = useRef(true);
  useEffect(() => {
    if (firstChoice.current) {
      firstChoice.current = false;
      return;
    }
    const index = lines.findIndex((line) => line.kind === 'client' && line.row.id === chosenId);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only a new choice scrolls: new data under the same choice must not move the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosenId]);

  const sumPermille = rows.reduce((sum, row) => sum + row.measures.profitSharePermille, 0);
  return (
    <div className={classes.root}>
      <div
        aria-activedescendant={chosenId === null ? undefined : `client-${chosenId}`}
        aria-colcount={visible.length + 1}
        aria-label={t('tableLabel')}
        aria-rowcount={lines.length + 1}
        className={classes.grid}
        ref={grid}
        role="grid"
        style={{ '--columns': template }}
        tabIndex={0}
      >
        <div className={classes.headRow} role="row">
          <div className={classes.headCell} role="columnheader">
            <Tick
              checked={ticking && selection.ids.size === rows.length}
              label={t('bulk:selectAll')}
              onTick={() => (selection.ids.size === rows.length ? selection.clear() : selection.set(ids))}
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
          onScroll={(event) => changeView({ scrollTop: event.currentTarget.scrollTop })}
          ref={scroller}
          role="presentation"
        >
          {lines.length === 0 ? empty : null}
          <div className={classes.space} role="presentation" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const line = lines[item.index];
              if (line === undefined) return null;
              const place = { transform: `translateY(${item.start}px)`, height: item.size };
              if (line.kind === 'group') {
                return (
                  <div
                    aria-rowindex={item.index + 2}
                    className={classes.group}
                    key={item.key}
                    role="row"
                    style={place}
                  >
                    <span role="gridcell">
                      <strong>{t(`domain:abcClass.${line.key}`)}</strong>
                      <span className={classes.groupText}>
                        {t('group.clients', { count: line.count })}
                        {line.key === 'none' ? null : (
                          <>
                            <span aria-hidden="true"> · </span>
                            {t('group.share', { share: words.number(line.sharePermille / 10, 1) })}
                          </>
                        )}
                      </span>
                    </span>
                    {line.hidden > 0 ? (
                      <span className={classes.groupText} role="gridcell">
                        {t('group.hidden', { count: line.hidden })}
                      </span>
                    ) : null}
                  </div>
                );
              }
              const { row } = line;
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the page's arrow keys choose and open rows
                <div
                  aria-rowindex={item.index + 2}
                  aria-selected={row.id === chosenId}
                  className={classes.row}
                  data-ticked={selection.ids.has(row.id) ? true : undefined}
                  id={`client-${row.id}`}
                  key={item.key}
                  onClick={(event) => {
                    if (event.shiftKey) selection.extendTo(row.id, ids);
                    else if (event.ctrlKey || event.metaKey) selection.toggle(row.id);
                    changeView({ chosenId: row.id });
                  }}
                  onDoubleClick={() => goTo({ at: 'dossier', accountId: row.id, tab: 'overview' })}
                  role="row"
                  style={place}
                >
                  <div className={classes.tickCell} role="gridcell">
                    <Tick
                      checked={selection.ids.has(row.id)}
                      label={t('bulk:select', { name: row.name })}
                      onTick={(range) => (range ? selection.extendTo(row.id, ids) : selection.toggle(row.id))}
                      shown={ticking}
                    />
                  </div>
                  {visible.map((column) => (
                    <div className={classes.cell} data-column={column} key={column} role="gridcell">
                      <ClientCell column={column} largest={largest} row={row} words={words} />
                    </div>
                  ))}
                </div>
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
            {chosen === null ? null : (
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
              {t('footer.share', { share: words.number(sumPermille / 10, 1) })}
            </strong>
          </span>
        </footer>
      )}
    </div>
  );
}

/** The largest share of the list, permille: the bars are scaled to it. A loop: 10,000 arguments are too many to spread. */
function largestShare(rows: readonly AccountRow[]): number {
  let largest = 1;
  for (const row of rows) largest = Math.max(largest, row.measures.profitSharePermille);
  return largest;
}
