import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { Company, defaultLook } from '../../../shared/domain/company.ts';
import { emptyRequisites } from '../../../shared/domain/requisites.ts';
import { vatRatesOn } from '../../../shared/domain/vatRates.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { columns, fromRow, toParams } from './rows.ts';

const fields = columns([
  'name',
  'legalForm',
  'tagline',
  'requisites',
  'logo',
  'colleagues',
  'signatoryId',
  'authorId',
  'look',
  'numberPattern',
  'vatRate',
  'vatMode',
  'validityDays',
]);
const jsonColumns = ['requisites', 'logo', 'colleagues', 'look', 'vatRate'];

/** Our company as a new vault has it, before anything was typed: revision 0, today's general VAT, a month's validity. */
function newCompany(today: CalendarDate): Company {
  return {
    revision: 0,
    name: '',
    legalForm: '',
    tagline: '',
    requisites: emptyRequisites,
    logo: null,
    colleagues: [],
    signatoryId: null,
    authorId: null,
    look: defaultLook,
    numberPattern: '{year}-{counter}',
    vatRate: vatRatesOn(today)[0] ?? 'none',
    vatMode: 'included',
    validityDays: 30,
  };
}

/** Our company, the sender of every proposal. */
export function readCompany(db: ReadableDb, today: CalendarDate): Company {
  const row = db.prepare(/* sql */ `SELECT revision, ${fields.names} FROM company WHERE id = 1`).get();
  return row === undefined ? newCompany(today) : Company.parse(fromRow(row, jsonColumns));
}

/** Saves over the revision the company was read with; answers the new one. Throws staleRevision. */
export function saveCompany(db: WritableDb, company: Company, today: CalendarDate): number {
  const stored = readCompany(db, today).revision;
  if (stored !== company.revision) {
    throw new AppError('staleRevision', `company moved past revision ${company.revision}`, {
      revision: stored,
    });
  }
  const revision = stored + 1;
  db.prepare(/* sql */ `
    INSERT INTO company (id, revision, ${fields.names}) VALUES (1, :revision, ${fields.params})
    ON CONFLICT (id) DO UPDATE SET revision = :revision, ${fields.sets}`).run(
    // A rate is JSON text because it is a number or the word `none`.
    { ...toParams({ ...company, revision }), vatRate: JSON.stringify(company.vatRate) },
  );
  return revision;
}
