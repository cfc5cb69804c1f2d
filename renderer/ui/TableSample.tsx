import classes from './TableSample.module.css';

/** The beginning of a table from a file, as it was read: titles above, rows below, scrolled where it is wide. */
export function TableSample({
  columns,
  rows,
}: {
  readonly columns: readonly { readonly value: string; readonly label: string }[];
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    <div className={classes.sample}>
      <table>
        <thead>
          <tr>
            {columns.map(({ value, label }) => (
              <th key={value} scope="col" title={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            // The sample never changes its order.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={columns[column]?.value ?? column} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
