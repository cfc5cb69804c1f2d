import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, YearFigures } from '../../../../shared/domain/account.ts';
import type { StandardField } from '../../../../shared/domain/dossierStandard.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { InPlace } from '../../../ui/InPlace.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { readAmount } from '../../../ui/readAmount.ts';
import { useAccountEdit } from '../accountEdit.ts';
import { useFieldFocus } from './fieldFocus.ts';
import classes from './YearsFact.module.css';

/** Money of the client by year, the last year first: revenue, profit, a note; each cell is edited where it stands. */
export function YearsFact({ account, field }: { readonly account: Account; readonly field: StandardField }) {
  const { t } = useTranslation('standards');
  const words = useFieldWords();
  const names = useStandardWords();
  const edit = useAccountEdit(account);
  const root = useRef<HTMLDivElement>(null);
  useFieldFocus(root, field.key);
  const { finances } = account.profile;
  const rows = finances.toSorted((a, b) => b.year - a.year);
  const thisYear = Number(words.today.slice(0, 4));
  const save = (years: (stored: readonly YearFigures[]) => YearFigures[]) =>
    edit((draft) => ({ ...draft, profile: { ...draft.profile, finances: years(draft.profile.finances) } }));
  const change = (year: number, part: Partial<YearFigures>) =>
    save((stored) => stored.map((row) => (row.year === year ? { ...row, ...part } : row)));
  const add = () => {
    // The last full year is asked for first, then those before it.
    const taken = new Set(finances.map(({ year }) => year));
    let year = thisYear - 1;
    while (taken.has(year)) year -= 1;
    save((stored) => [...stored, { year, revenueMinor: null, profitMinor: null, note: '' }]).catch(
      () => undefined,
    );
  };
  const remove = (row: YearFigures) => {
    save((stored) => stored.filter(({ year }) => year !== row.year))
      .then(() =>
        notifyUndo(t('years.removed', { year: row.year }), () => {
          save((stored) => [...stored, row]).catch(() => undefined);
        }),
      )
      .catch(() => undefined);
  };
  const readYear = (text: string): number => {
    const year = Number(text.trim());
    if (!Number.isInteger(year) || year < 1900 || year > 2200 || finances.some((row) => row.year === year))
      throw new RangeError('not another year');
    return year;
  };
  const readMoney = (text: string): number | null => {
    const amount = readAmount(text);
    if (amount === null && text.trim() !== '') throw new RangeError('not an amount');
    return amount;
  };
  const money = (amount: number | null) => (amount === null ? '' : words.money(amount, account.currency));
  return (
    <div className={classes.root} ref={root}>
      <h3 className={classes.caption}>{names.label(field)}</h3>
      {rows.length === 0 ? (
        <p className={classes.ask}>{names.ask(field)}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('years.year')}</th>
              <th data-number>{t('years.revenue')}</th>
              <th data-number>{t('years.profit')}</th>
              <th>{t('years.note')}</th>
              <th aria-label={t('years.actions')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.year}>
                <td>
                  <InPlace
                    ask="—"
                    label={t('years.year')}
                    maxLength={4}
                    onSave={async (text) => change(row.year, { year: readYear(text) })}
                    value={String(row.year)}
                  />
                </td>
                <td data-number>
                  <InPlace
                    ask="—"
                    label={t('years.revenueOf', { year: row.year })}
                    maxLength={40}
                    onSave={async (text) => change(row.year, { revenueMinor: readMoney(text) })}
                    value={money(row.revenueMinor)}
                  />
                </td>
                <td data-number>
                  <InPlace
                    ask="—"
                    label={t('years.profitOf', { year: row.year })}
                    maxLength={40}
                    onSave={async (text) => change(row.year, { profitMinor: readMoney(text) })}
                    value={money(row.profitMinor)}
                  />
                </td>
                <td>
                  <InPlace
                    ask={t('years.noteAsk')}
                    label={t('years.noteOf', { year: row.year })}
                    maxLength={500}
                    onSave={(note) => change(row.year, { note })}
                    value={row.note}
                  />
                </td>
                <td>
                  <ActionIcon
                    aria-label={t('years.remove', { year: row.year })}
                    className={classes.remove ?? ''}
                    onClick={() => remove(row)}
                    size={24}
                  >
                    <IconTrash size={15} stroke={1.5} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={add} size="xs" variant="subtle">
        {t('years.add')}
      </Button>
    </div>
  );
}
