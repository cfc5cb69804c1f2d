import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

const gridRows = 6;
const gridColumns = 8;

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const within = (value: number, most: number) => Math.min(Math.max(value, 1), most);

/** Squares to draw a new table with: by the mouse, or by the arrow keys and Enter. */
export function TableGrid({ onDraw }: { readonly onDraw: (rows: number, columns: number) => void }) {
  const { t } = useTranslation('editor');
  const [size, setSize] = useState({ rows: 3, columns: 3 });

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const rows = within(size.rows + step[0], gridRows);
    const columns = within(size.columns + step[1], gridColumns);
    event.currentTarget
      .querySelector<HTMLElement>(`[data-rows='${rows}'][data-columns='${columns}']`)
      ?.focus();
  };

  return (
    // The squares take the keys, the grid only listens to them.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="k-grid" role="grid" aria-label={t('table.insert')} onKeyDown={move}>
      {Array.from({ length: gridRows }, (_, row) => (
        <div role="row" key={row}>
          {Array.from({ length: gridColumns }, (_cell, column) => {
            const [rows, columns] = [row + 1, column + 1];
            const isCorner = rows === size.rows && columns === size.columns;
            return (
              <button
                type="button"
                key={column}
                role="gridcell"
                aria-label={t('table.size', { rows, columns })}
                tabIndex={isCorner ? 0 : -1}
                data-autofocus={isCorner || undefined}
                data-rows={rows}
                data-columns={columns}
                data-on={(rows <= size.rows && columns <= size.columns) || undefined}
                onMouseEnter={() => setSize({ rows, columns })}
                onFocus={() => setSize({ rows, columns })}
                onClick={() => onDraw(rows, columns)}
              />
            );
          })}
        </div>
      ))}
      <p>{t('table.size', size)}</p>
    </div>
  );
}
