import { memo, useCallback } from 'react';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { FieldWords } from '../../app/fieldWords.ts';
import { Tick } from '../../ui/Tick.tsx';
import { ClientCell, nameIdOf, type CellTexts } from './ClientCell.tsx';
import type { ClientColumn, GroupHead } from './clientRows.ts';
import classes from './ClientsTable.module.css';

/** Where a line stands: its index among the lines, its top and height in CSS pixels. */
type Stand = { readonly index: number; readonly top: number; readonly height: number };

const placeOf = ({ top, height }: Stand) => ({ transform: `translateY(${top}px)`, height });

/** The id of the word that every tick box begins its label with. */
export const selectWordId = 'clients-select';

/** What a press on a row does. `at` is the row's place in the table. */
export type RowActions = {
  press(at: number, id: AccountId | null, keys: { readonly range: boolean; readonly add: boolean }): void;
  tick(at: number, range: boolean): void;
  open(id: AccountId): void;
};

/** A client's line. Drawn anew only when something of its own changes: a scroll passes hundreds of them. */
export const ClientRowLine = memo(function ClientRowLine({
  index,
  top,
  height,
  at,
  row,
  isChosen,
  isTicked,
  isTicking,
  visible,
  largest,
  words,
  t,
  actions,
}: Stand & {
  readonly at: number;
  /** Undefined until it has been read. */
  readonly row: AccountRow | undefined;
  readonly isChosen: boolean;
  readonly isTicked: boolean;
  /** Some row of the table is ticked. */
  readonly isTicking: boolean;
  readonly visible: readonly ClientColumn[];
  readonly largest: number;
  readonly words: FieldWords;
  /** The table's own: a line that asked for itself would listen to the language. */
  readonly t: CellTexts;
  readonly actions: RowActions;
}) {
  const onTick = useCallback((range: boolean) => actions.tick(at, range), [actions, at]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the page's arrow keys choose and open rows
    <div
      aria-busy={row === undefined ? true : undefined}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={classes.row}
      data-ticked={isTicked ? true : undefined}
      id={row === undefined ? undefined : `client-${row.id}`}
      onClick={(event) =>
        actions.press(at, row?.id ?? null, { range: event.shiftKey, add: event.ctrlKey || event.metaKey })
      }
      onDoubleClick={() => {
        if (row !== undefined) actions.open(row.id);
      }}
      role="row"
      style={placeOf({ index, top, height })}
    >
      <div className={classes.tickCell} role="gridcell">
        {row === undefined ? null : (
          <Tick
            checked={isTicked}
            labelledBy={`${selectWordId} ${nameIdOf(at)}`}
            onTick={onTick}
            shown={isTicking}
          />
        )}
      </div>
      {visible.map((column) => (
        <div className={classes.cell} data-column={column} key={column} role="gridcell">
          {row === undefined ? null : (
            <ClientCell at={at} column={column} largest={largest} row={row} t={t} words={words} />
          )}
        </div>
      ))}
    </div>
  );
});

/** The head of a group with its sums. */
export const GroupLine = memo(function GroupLine({
  index,
  top,
  height,
  head,
  words,
  t,
}: Stand & { readonly head: GroupHead; readonly words: FieldWords; readonly t: CellTexts }) {
  return (
    <div
      aria-rowindex={index + 2}
      className={classes.group}
      role="row"
      style={placeOf({ index, top, height })}
    >
      <span role="gridcell">
        <strong>{t(`domain:abcClass.${head.key}`)}</strong>
        <span className={classes.groupText}>
          {' '}
          {t('clients:group.clients', { count: head.count })}
          {head.key === 'none' ? null : (
            <>
              <span aria-hidden="true"> · </span>{' '}
              {t('clients:group.share', { share: words.number(head.sharePermille / 10, 1) })}
            </>
          )}
        </span>
      </span>
      {head.hidden > 0 ? (
        <span className={classes.groupText} role="gridcell">
          {t('clients:group.hidden', { count: head.hidden })}
        </span>
      ) : null}
    </div>
  );
});
