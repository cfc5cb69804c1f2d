import type {
  PaybackView,
  PaymentScheduleView,
  PriceTableView,
} from '../../../shared/document/blockViews.ts';

/** The price table as it is printed, with its sum in words. */
export function PriceTablePaper({ view }: { readonly view: PriceTableView }) {
  const span = view.columns.length - 1;
  return (
    <>
      <table className="k-table k-price">
        <colgroup>
          {view.columns.map((column) => (
            <col key={column.key} className={`k-price-${column.key}`} width={`${column.widthPercent}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {view.columns.map((column) => (
              <th key={column.key} data-align={column.align} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, index) => {
            // Rows have no identity of their own here: the view is rebuilt whole whenever the table changes.
            const key = `${row.kind}-${index}`;
            if (row.kind === 'group')
              return (
                <tr key={key} className="k-price-group">
                  <td colSpan={span}>{row.title}</td>
                  <td data-align="right">{row.total}</td>
                </tr>
              );
            if (row.kind === 'apart')
              return (
                <tr key={key} className="k-price-group k-price-apart">
                  <td colSpan={span + 1}>{row.title}</td>
                </tr>
              );
            if (row.kind === 'item')
              return (
                <tr key={key}>
                  {row.cells.map((cell, at) => (
                    <td key={view.columns[at]?.key ?? at} data-align={view.columns[at]?.align}>
                      {cell}
                      {view.columns[at]?.key === 'title' && row.note !== '' ? (
                        <small>{row.note}</small>
                      ) : null}
                    </td>
                  ))}
                </tr>
              );
            return (
              <tr key={key} className={`k-price-${row.kind}`}>
                <td colSpan={span}>{row.label}</td>
                <td data-align="right">{row.amount}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {view.inWords === '' ? null : <p className="k-in-words">{view.inWords}</p>}
      {view.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  );
}

/** The payment schedule as it is printed. */
export function PaymentSchedulePaper({ view }: { readonly view: PaymentScheduleView }) {
  return (
    <table className="k-table k-payments">
      <thead>
        <tr>
          {view.columns.map((column) => (
            <th key={column.key} data-align={column.align} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row, index) => {
          const cells = row.kind === 'item' ? row.cells : [row.label, '', row.share, row.amount];
          return (
            <tr key={`${row.kind}-${index}`} className={row.kind === 'grand' ? 'k-price-grand' : undefined}>
              {cells.map((cell, at) => (
                <td key={view.columns[at]?.key ?? at} data-align={view.columns[at]?.align}>
                  {cell}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Ownership cost and payback as they are printed, with the period as a sentence. */
export function PaybackPaper({ view }: { readonly view: PaybackView }) {
  return (
    <>
      <table className="k-table k-payback">
        <colgroup>
          {view.columns.map((column) => (
            <col key={column.key} width={`${column.widthPercent}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {view.columns.map((column) => (
              <th key={column.key} data-align={column.align} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, index) => (
            <tr
              key={`${row.kind}-${index}`}
              className={
                row.kind === 'grand' ? 'k-price-grand' : row.kind === 'total' ? 'k-price-group' : undefined
              }
            >
              {row.cells.map((cell, at) => (
                <td key={view.columns[at]?.key ?? at} data-align={view.columns[at]?.align}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {view.summary === '' ? null : <p className="k-in-words">{view.summary}</p>}
    </>
  );
}
