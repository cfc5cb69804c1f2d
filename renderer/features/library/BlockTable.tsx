import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockId } from '../../../shared/domain/ids.ts';
import { factsState } from '../../../shared/domain/library.ts';
import type { BlockRow } from '../../../shared/domain/library.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import classes from './library.module.css';

/** Goes to the button of the row before or after with the arrow keys. */
function stepRows(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...(event.currentTarget.closest('tbody')?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}

/** The list of blocks. A press shows a block beside the list, a double press or Enter on the chosen one edits it. */
export function BlockTable({
  rows,
  shown,
  onChoose,
  onOpen,
}: {
  readonly rows: readonly BlockRow[];
  readonly shown: string | null;
  readonly onChoose: (id: BlockId) => void;
  readonly onOpen: (id: BlockId) => void;
}) {
  const { t } = useTranslation(['library', 'domain']);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('blocks.column.title')}</th>
          <th scope="col">{t('blocks.column.role')}</th>
          <th className={classes.wide} scope="col">
            {t('blocks.column.criterion')}
          </th>
          <th className={classes.right} scope="col">
            {t('blocks.column.used')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BlockLine
            chosen={row.id === shown}
            key={row.id}
            onChoose={() => onChoose(row.id)}
            onOpen={() => onOpen(row.id)}
            row={row}
          />
        ))}
      </tbody>
    </table>
  );
}

function BlockLine({
  row,
  chosen,
  onChoose,
  onOpen,
}: {
  readonly row: BlockRow;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation(['library', 'domain']);
  const { today } = useFieldWords();
  const facts = factsState(row, today);
  const [criterion] = row.criteria;
  return (
    <tr aria-selected={chosen} className={classes.line} onClick={onChoose} onDoubleClick={onOpen}>
      <td className={classes.titleCell}>
        <button
          aria-current={chosen ? 'true' : undefined}
          // The row hears the press too.
          onClick={(event) => {
            event.stopPropagation();
            if (chosen && event.detail === 0) onOpen();
            else onChoose();
          }}
          onKeyDown={stepRows}
          title={row.title}
          type="button"
        >
          {row.title}
        </button>
        {facts === 'hold' ? null : (
          <StateMark tone={facts === 'past' ? 'bad' : 'attention'}>{t(`blocks.${facts}`)}</StateMark>
        )}
        {row.origin === 'shipped' ? null : <span className={classes.mark}>{t(`origin.${row.origin}`)}</span>}
        <span className={classes.why} title={row.why}>
          {row.why}
        </span>
      </td>
      <td className={classes.roleCell}>{t(`domain:readerRole.${row.role}`)}</td>
      <td className={classes.wide}>{criterion === undefined ? '' : t(`domain:criterion.${criterion}`)}</td>
      <td className={classes.right}>{row.usedCount === 0 ? '—' : t('used', { count: row.usedCount })}</td>
    </tr>
  );
}
