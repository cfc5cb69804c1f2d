import { describe, expect, it } from 'vitest';
import { saysWithVat } from './dossierImport.ts';

describe('the title of a column of sums', () => {
  it.each([
    'Сумма с НДС',
    'Сумма, руб. (с НДС)',
    'Стоимость с НДС, всего',
    'Сумма в т.ч. НДС',
    'Сумма (включая НДС)',
    'Всего, НДС включён',
    'Amount incl. VAT',
    'Total including VAT',
    'Gross amount',
  ])('«%s» says that VAT is in it', (title) => expect(saysWithVat(title)).toBe(true));

  it.each([
    '',
    'Сумма',
    'Сумма НДС',
    'Выручка без НДС',
    'Сумма без НДС',
    'Net amount',
    'Amount excl. VAT',
    'Ставка НДС',
    'Gross profit',
    'VAT',
  ])('«%s» does not', (title) => expect(saysWithVat(title)).toBe(false));
});
