import { planWords } from '../../../shared/document/planWords.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import { composePlanPaper } from '../../../shared/domain/planPaper.ts';
import { filePart } from '../../../shared/domain/proposalNumber.ts';
import { readAccount } from '../store/accountStore.ts';
import { readCompany } from '../store/companyStore.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { listPeople } from '../store/personStore.ts';
import { viewPlan } from './plans.ts';

const longestName = 50;

/** The plan of a client as a paper for colleagues. Throws notFound. */
export function writtenPlan(
  db: ReadableDb,
  { accountId, language }: { readonly accountId: AccountId; readonly language: Language },
  today: CalendarDate,
): Paper {
  const { look, colleagues } = readCompany(db, today);
  const account = readAccount(db, accountId);
  const { plan, goals, steps } = viewPlan(db, accountId, today);
  const paper = composePlanPaper(
    {
      account,
      plan,
      steps,
      colleagues,
      today,
      progress: new Map(goals.map(({ id, ...progress }) => [id, progress])),
      people: listPeople(db, accountId),
    },
    language,
  );
  const name = filePart(account.name, longestName);
  return {
    ...paper,
    look,
    language,
    fileName: [planWords[language].fileName, name, today].filter((part) => part !== '').join('_'),
    header: { left: paper.title, right: '' },
  };
}
