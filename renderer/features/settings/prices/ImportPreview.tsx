import { useTranslation } from 'react-i18next';
import { PriceImportField } from '../../../../shared/domain/priceImport.ts';
import type { ImportReport, RowReport } from '../../../../shared/domain/tableImport.ts';
import classes from './prices.module.css';

const shownRows = 100;

/** What an import would do: counts, and the rows it leaves out with their numbers in the file and the reasons. */
export function ImportPreview({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation('price');
  const { counts, rows } = report;
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped');
  const because = ({ reason, field, value }: RowReport): string => {
    const known = PriceImportField.safeParse(field);
    const fieldWords = known.success ? t(`import.fields.${known.data}`) : '';
    return reason === null ? '' : t(`import.reasons.${reason}`, { field: fieldWords, value });
  };
  return (
    <div>
      <p aria-live="polite">
        {t('import.counts', {
          added: counts.new,
          changed: counts.changed,
          same: counts.same,
          skipped: counts.skipped,
        })}
      </p>
      {skipped.length === 0 ? null : (
        <ul aria-label={t('import.skippedTitle')} className={classes.skipped}>
          {skipped.slice(0, shownRows).map((row) => (
            <li key={row.row}>
              <b>{t('import.row', { row: row.row })}</b>
              {row.name === '' ? '' : `${row.name}: `}
              {because(row)}
            </li>
          ))}
          {skipped.length > shownRows ? (
            <li>{t('import.more', { count: skipped.length - shownRows })}</li>
          ) : null}
        </ul>
      )}
    </div>
  );
}
