import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { useDeskPages } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { ClientCell } from './ClientCell.tsx';
import { clientColumns, columnWidths, groupHeight, rowHeight } from './clientColumns.ts';
import { ColumnHead } from './ColumnHead.tsx';
import classes from './ClientsTable.module.css';
import { useClientsView } from './clientsView.ts';
import { countLines, indexOfRow, lineAt, pageRows } from './largeLines.ts';

/** The table of a large vault: pages of rows are read as they come into sight. */
export function LargeClientsTable({
  view,
  table,
}: {
  readonly view: ClientsTableView;
  readonly table: OutputOf<'clients.table'>;
}) {
  const { t } = useTranslation(['clients', 'domain']);
  const { hiddenColumns } = useClientsView();
  const words = useFieldWords();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [chosenAt, setChosenAt] = useState(0);
  const { groups } = table;
  const { grouped } = view;
  const visible = clientColumns.filter((id) => !hiddenColumns.includes(id));
  const template = visible.map((id) => columnWidths[id]).join(' ');

  const lineOf = useCallback((index: number) => lineAt(groups, grouped, index), [groups, grouped]);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this program; nothing here keeps its functions
  const virtual = useVirtualizer({
    count: countLines(groups, grouped),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lineOf(index).kind === 'group' ? groupHeight : rowHeight),
    overscan: 20,
  });
  useEffect(() => virtual.measure(), [groups, grouped, virtual]);
  // Another order is another list: it is read from its beginning.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the choice belongs to the list that was left
    setChosenAt(0);
  }, [view]);
  useEffect(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) grid.current?.focus({ preventScroll: true });
  }, []);

  const items = virtual.getVirtualItems();
  const rowsAt = items.flatMap(({ index }) => {
    const line = lineOf(index);
    return line.kind === 'client' ? [line.at] : [];
  });
  const pages = [...new Set([...rowsAt, chosenAt].map((at) => Math.floor(at / pageRows)))];
  const answers = useDeskPages(
    'clients.rows',
    pages.map((page) => ({ view, offset: page * pageRows, limit: pageRows })),
  );
  const rowAt = (at: number): AccountRow | undefined =>
    answers[pages.indexOf(Math.floor(at / pageRows))]?.rows[at % pageRows];
  const chosen = rowAt(chosenAt);

  const choose = (at: number): void => {
    const next = Math.max(0, Math.min(table.shown - 1, at));
    setChosenAt(next);
    virtual.scrollToIndex(indexOfRow(groups, grouped, next), { align: 'auto' });
  };
  const open = (row: AccountRow | undefined): void => {
    if (row !== undefined) goTo({ at: 'dossier', accountId: row.id, tab: 'overview' });
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: chosenAt + 1,
    ArrowUp: chosenAt - 1,
    PageDown: chosenAt + 15,
    PageUp: chosenAt - 15,
    Home: 0,
    End: table.shown - 1,
  };

  return (
    <div className={classes.root}>
      <div
        aria-colcount={visible.length}
        aria-label={t('tableLabel')}
        aria-rowcount={table.shown + 1}
        className={classes.grid}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
          const step = steps[event.key];
          if (step !== undefined) choose(step);
          else if (event.key === 'Enter') open(chosen);
          else if (event.code === 'KeyK' && chosen !== undefined)
            goTo({ at: 'newProposal', accountId: chosen.id, tenderId: null });
          else return;
          event.preventDefault();
        }}
        ref={grid}
        role="grid"
        style={{ '--columns': template }}
        tabIndex={0}
      >
        <div className={classes.headRow} role="row">
          {visible.map((id) => (
            <ColumnHead id={id} key={id} />
          ))}
        </div>
        <div className={classes.scroller} ref={scroller} role="presentation">
          <div className={classes.space} role="presentation" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const line = lineOf(item.index);
              const place = { transform: `translateY(${item.start}px)`, height: item.size };
              if (line.kind === 'group') {
                const { group } = line;
                const hidden = group.count - group.shown;
                return (
                  <div
                    aria-rowindex={item.index + 2}
                    className={classes.group}
                    key={`group ${group.key}`}
                    role="row"
                    style={place}
                  >
                    <span role="gridcell">
                      <strong>{t(`domain:abcClass.${group.key}`)}</strong>
                      <span className={classes.groupText}>
                        {t('group.clients', { count: group.count })}
                        {group.key === 'none' ? null : (
                          <>
                            <span aria-hidden="true"> · </span>
                            {t('group.share', { share: words.number(group.sharePermille / 10, 1) })}
                          </>
                        )}
                      </span>
                    </span>
                    {hidden > 0 ? (
                      <span className={classes.groupText} role="gridcell">
                        {t('group.hidden', { count: hidden })}
                      </span>
                    ) : null}
                  </div>
                );
              }
              const row = rowAt(line.at);
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid's arrow keys choose and open rows
                <div
                  aria-busy={row === undefined}
                  aria-rowindex={item.index + 2}
                  aria-selected={line.at === chosenAt}
                  className={classes.row}
                  key={line.at}
                  onClick={() => setChosenAt(line.at)}
                  onDoubleClick={() => open(row)}
                  role="row"
                  style={place}
                >
                  {visible.map((column) => (
                    <div className={classes.cell} data-column={column} key={column} role="gridcell">
                      {row === undefined ? null : (
                        <ClientCell
                          column={column}
                          largest={table.largestSharePermille}
                          row={row}
                          words={words}
                        />
                      )}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <footer className={classes.footer}>
        <span className={classes.footerHint}>
          {chosen === undefined ? null : (
            <>
              {t('footer.chosen')} <strong>{chosen.name}</strong>
              <span aria-hidden="true"> · </span>
            </>
          )}
          {t('footer.keys')}
        </span>
        <span>
          {t('footer.total')}
          <strong className={classes.footerSum}>
            {t('footer.share', { share: words.number(table.sharePermille / 10, 1) })}
          </strong>
        </span>
      </footer>
    </div>
  );
}
