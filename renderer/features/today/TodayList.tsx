import { Button } from '@mantine/core';
import {
  IconBulb,
  IconCalendarDue,
  IconChecklist,
  IconFlag,
  IconGift,
  IconHeartHandshake,
  IconHourglass,
  IconMessageReport,
  IconPhone,
  IconRoute,
  IconShieldCheck,
  IconZzz,
} from '@tabler/icons-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { TodayRow } from '../../../shared/domain/accountView.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { actOnRow, placeOfRow } from './todayActions.ts';
import { rowKey, urgencyOf } from './todayGroups.ts';
import classes from './TodayList.module.css';
import { useTodayWords } from './useTodayWords.ts';

const icons = {
  followUp: IconPhone,
  proposalExpiring: IconCalendarDue,
  milestone: IconFlag,
  promise: IconHeartHandshake,
  awaited: IconHourglass,
  complaint: IconMessageReport,
  misunderstanding: IconMessageReport,
  wish: IconBulb,
  birthday: IconGift,
  factReview: IconShieldCheck,
  silence: IconZzz,
  nextStep: IconRoute,
  planTask: IconChecklist,
};

/** A group as it is drawn. */
type DrawnGroup = {
  readonly key: string;
  readonly title: string;
  readonly late: boolean;
  readonly rows: readonly TodayRow[];
};

/** The rows under their headings. Up and down choose, Enter does the row's action, the name opens its place. */
export function TodayList({
  groups,
  chosenKey,
  more,
  onChoose,
}: {
  readonly groups: readonly DrawnGroup[];
  readonly chosenKey: string;
  /** What is not here yet, below the rows. */
  readonly more: { readonly text: string; readonly button: string; readonly show: () => void } | null;
  readonly onChoose: (row: TodayRow) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const ordered = groups.flatMap((group) => group.rows);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = ordered.findIndex((row) => rowKey(row) === chosenKey) + step;
    const next = ordered[Math.max(0, Math.min(ordered.length - 1, index))];
    if (next === undefined) return;
    onChoose(next);
    // The row's button is its one stop for the keyboard.
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>('[data-row-action]');
    buttons?.[ordered.indexOf(next)]?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows move between the rows' own buttons
    <div className={classes.list} onKeyDown={onKeyDown} ref={list}>
      {groups.map((group) => (
        <section className={classes.group} key={group.key}>
          <h2 className={classes.title} data-late={group.late ? true : undefined}>
            {group.title}
            <span className={classes.count}> {group.rows.length}</span>
          </h2>
          <ul className={classes.rows}>
            {group.rows.map((row) => (
              <Row chosen={rowKey(row) === chosenKey} key={rowKey(row)} onChoose={onChoose} row={row} />
            ))}
          </ul>
        </section>
      ))}
      {more === null ? null : (
        <p className={classes.more}>
          {more.text}
          <Button onClick={more.show} size="xs">
            {more.button}
          </Button>
        </p>
      )}
    </div>
  );
}

const attention: ReadonlySet<TodayRow['kind']> = new Set([
  'proposalExpiring',
  'silence',
  'complaint',
  'misunderstanding',
]);

function toneOf(row: TodayRow, late: boolean): 'late' | 'attention' | undefined {
  if (late) return 'late';
  return attention.has(row.kind) ? 'attention' : undefined;
}

function Row({
  row,
  chosen,
  onChoose,
}: {
  readonly row: TodayRow;
  readonly chosen: boolean;
  readonly onChoose: (row: TodayRow) => void;
}) {
  const { today } = useFieldWords();
  const words = useTodayWords()(row);
  const late = urgencyOf(row.dueOn, today) === 'overdue';
  const Icon = icons[row.kind];
  return (
    <li aria-current={chosen ? true : undefined} className={classes.row} data-testid="today-row">
      <span className={classes.icon} data-tone={toneOf(row, late)}>
        <Icon aria-hidden="true" size={17} stroke={1.5} />
      </span>
      <button
        className={classes.sentence}
        onClick={() => onChoose(row)}
        onDoubleClick={() => goTo(placeOfRow(row))}
        tabIndex={-1}
        title={`${row.accountName}${words.sentence}`}
        type="button"
      >
        <strong className={classes.name}>{row.accountName}</strong>
        {words.sentence}
      </button>
      <span className={classes.when} data-late={late ? true : undefined}>
        {words.when}
      </span>
      <span className={classes.action}>
        <Button
          data-row-action
          onClick={() => void actOnRow(row, today)}
          onFocus={() => onChoose(row)}
          variant={chosen ? 'filled' : 'default'}
        >
          {words.button}
        </Button>
      </span>
    </li>
  );
}
