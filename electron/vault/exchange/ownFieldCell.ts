import { optionWord } from '../../../shared/document/dossierWords.ts';
import type { AccountField, DossierRowReason } from '../../../shared/domain/dossierImport.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { OwnColumn } from '../../../shared/domain/ownColumn.ts';
import type { OwnField } from '../../../shared/domain/ownField.ts';
import { BadCell } from './badCell.ts';
import type { RowReader } from './dossierRow.ts';
import { readDay } from './readDays.ts';
import type { TableRow } from './tableFile.ts';

const longest = 10_000;
const yes = /^(да|есть|yes|y|true|истина|[+✓1])$/i;
const no = /^(нет|no|n|false|ложь|0)$/i;
/** A dash stands for «not known» in most tables, whatever the column. */
const dash = /^[-–—]$/;

/**
 * What the cell of a column (`key`) says in one of its fields, as the dossier keeps it (`AccountDetails`): a day, a
 * number, an answer and an option in their stored form, a text as it stands. Empty where the cell is. Throws a bad cell.
 */
export function readOwnField(
  row: TableRow,
  { kind, options }: Pick<OwnField, 'kind' | 'options'>,
  key: OwnColumn['key'],
  reader: RowReader,
): string {
  const text = reader.text(row, key);
  if (text === '' || dash.test(text)) return '';
  const bad = (reason: DossierRowReason) => new BadCell<DossierRowReason, AccountField>(reason, key);
  switch (kind) {
    case 'number': {
      const hundredths = reader.number(row, key, 2);
      return hundredths === null ? '' : String(hundredths / 100);
    }
    case 'date': {
      const read = readDay(reader.cell(row, key), reader.dayOrder(key));
      if (!read.ok) throw bad(read.reason === 'ambiguous' ? 'ambiguousDate' : 'badDate');
      return read.day;
    }
    case 'choice': {
      const option = options.find((one) =>
        [one, optionWord(one, 'ru'), optionWord(one, 'en')].some((word) => foldText(word) === foldText(text)),
      );
      if (option === undefined) throw bad('badChoice');
      return option;
    }
    case 'yesNo':
      if (yes.test(text)) return 'yes';
      if (no.test(text)) return 'no';
      throw bad('badAnswer');
    default:
      if (text.length > longest) throw bad('tooLong');
      return text;
  }
}
