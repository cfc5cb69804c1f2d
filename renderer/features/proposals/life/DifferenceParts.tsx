import { useTranslation } from 'react-i18next';
import { pairedChanges, priceLineText } from '../../../../shared/document/differenceTable.ts';
import { wordDifference, type TextChange } from '../../../../shared/domain/proposalDifference.ts';
import type { EditionDifference } from '../../../../shared/domain/proposalLife.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import classes from './life.module.css';

/** What is another line or another sum, before and now. */
export function PriceChanges({ difference }: { readonly difference: Pick<EditionDifference, 'price'> }) {
  const { t } = useTranslation('life');
  const words = useFieldWords();
  const { changes, totalBefore, totalAfter } = difference.price;
  if (changes.length === 0)
    return (
      <section className={classes.changes}>
        <SectionTitle level={3}>{t('changes.prices')}</SectionTitle>
        <p className={classes.quiet}>{t('changes.samePrices')}</p>
      </section>
    );
  return (
    <section className={classes.changes}>
      <SectionTitle level={3}>{t('changes.prices')}</SectionTitle>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('changes.line')}</th>
            <th scope="col">{t('changes.before')}</th>
            <th scope="col">{t('changes.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ title, before, after }, index) => (
            <tr key={index}>
              <th scope="row">{title}</th>
              <td data-kind={after === null ? 'removed' : undefined}>
                {before === null || totalBefore === null
                  ? '—'
                  : priceLineText(before, totalBefore.currency, words.language)}
              </td>
              <td data-kind={before === null ? 'added' : undefined}>
                {after === null || totalAfter === null
                  ? '—'
                  : priceLineText(after, totalAfter.currency, words.language)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('changes.total')}</th>
            <td>{totalBefore === null ? '—' : words.money(totalBefore.grossMinor, totalBefore.currency)}</td>
            <td>{totalAfter === null ? '—' : words.money(totalAfter.grossMinor, totalAfter.currency)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Paragraphs that were removed, added or reworded. */
export function TextChanges({ difference }: { readonly difference: Pick<EditionDifference, 'text'> }) {
  const { t } = useTranslation('life');
  const pairs = pairedChanges(difference.text);
  return (
    <section className={classes.changes}>
      <SectionTitle level={3}>{t('changes.text')}</SectionTitle>
      {pairs.length === 0 ? <p className={classes.quiet}>{t('changes.sameText')}</p> : null}
      <ul>
        {pairs.map(({ before, after }, index) => (
          <li key={index}>
            <Reworded before={before} after={after} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A paragraph before and now; where it was reworded, only the words that are others are marked. */
function Reworded({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation('life');
  const changes = wordDifference(before, after);
  return (
    <>
      {before === '' ? null : (
        <del aria-label={t('changes.removed')}>
          <Pieces changes={changes} marked="removed" />
        </del>
      )}
      {after === '' ? null : (
        <ins aria-label={t('changes.added')}>
          <Pieces changes={changes} marked="added" />
        </ins>
      )}
    </>
  );
}

function Pieces({
  changes,
  marked,
}: {
  readonly changes: readonly TextChange[];
  readonly marked: 'removed' | 'added';
}) {
  return changes
    .filter(({ kind }) => kind === 'same' || kind === marked)
    .map(({ kind, text }, index) => (kind === 'same' ? text : <mark key={index}>{text}</mark>));
}
