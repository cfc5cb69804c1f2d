import { analysisWords } from '../../../shared/document/analysisWords.ts';
import { exportWords } from '../../../shared/document/exportWords.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AnalysisTable } from '../../../shared/domain/exportFile.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { TableValue } from '../exchange/writeTable.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { readDealAnalysis, readLostClients, readSalesAnalysis } from './analysePortfolio.ts';

/** More than a vault holds: a workbook has all rows. */
const allRows = Number.MAX_SAFE_INTEGER;

/** A table of the analysis with all its rows, as its page has them. */
export function analysisRows(
  db: ReadableDb,
  table: AnalysisTable,
  language: Language,
  today: CalendarDate,
): { readonly titles: readonly string[]; readonly rows: TableValue[][] } {
  const say = analysisWords[language];
  const titles = say.columns[table.view];
  switch (table.view) {
    case 'sales': {
      const { rows, currency } = readSalesAnalysis(db, { ...table, limit: allRows }, today);
      return {
        titles,
        rows: rows.map((row) => [
          row.name,
          `${row.abc}${row.xyz}`,
          { minor: row.revenueMinor },
          { minor: row.profitMinor },
          currency,
          row.sharePermille / 10,
          row.cumulativePermille / 10,
          row.changePermille === null ? null : row.changePermille / 10,
          row.spreadPercent === null ? null : row.spreadPercent / 100,
        ]),
      };
    }
    case 'deals': {
      const { tenderReason } = exportWords[language];
      const { deals } = readDealAnalysis(db, { ...table, limit: allRows }, today);
      return {
        titles,
        rows: deals.map((deal) => [
          deal.title,
          deal.accountName,
          deal.industry,
          say.outcome[deal.outcome],
          deal.on === null ? null : { day: deal.on },
          deal.reasons.map((reason) => tenderReason[reason]).join(', '),
          deal.ourMinor === null ? null : { minor: deal.ourMinor },
          deal.currency,
          deal.rivals.map(({ name }) => name).join(', '),
        ]),
      };
    }
    case 'lost': {
      const { rows, currency } = readLostClients(db, { ...table, limit: allRows }, today);
      return {
        titles,
        rows: rows.map((row) => [
          row.name,
          { day: row.lastDeliveryOn },
          row.profitMinor === null ? null : { minor: row.profitMinor },
          currency,
          row.causes.map(say.cause).join('; '),
          row.nextStep,
          row.nextStepOn === null ? null : { day: row.nextStepOn },
          row.isArchived ? say.archived : '',
        ]),
      };
    }
  }
}
