import type { ErasureAct } from '../domain/erasure.ts';
import { formatDay } from '../domain/formatDate.ts';
import type { Language } from '../domain/language.ts';
import { heading, ledger, sentence } from './ledger.ts';
import type { BlockNode } from './nodes.ts';
import { personDataWords } from './personDataWords.ts';

/** The act of a destruction and, on its own page, the extract from the journal that the order asks for beside it. */
export function erasureActPage(act: ErasureAct, language: Language): BlockNode[] {
  const say = personDataWords[language];
  const { rows } = say.act;
  const reason = [say.reason[act.reason], act.note].filter((part) => part !== '').join('. ');
  const categories = act.categories.map((category) => say.category[category]).join('; ');
  const { cards, links, texts, textsLeft } = act.counts;
  return [
    heading(say.act.title(act.number), 1),
    ...ledger([
      [rows.date, formatDay(act.erasedOn, language)],
      [rows.operator, act.operator.name],
      [rows.inn, act.operator.inn],
      [rows.address, act.operator.address],
      [rows.subject, say.act.subject(act.code)],
      [rows.categories, categories],
      [rows.system, say.act.system],
      [rows.means, say.act.means],
      [rows.reason, reason],
      [rows.scope, say.act.scope(cards, links, texts, textsLeft)],
      [rows.sent, say.act.sentFiles[act.sentFiles]],
      [rows.backups, say.act.backups[act.backups]],
      [rows.responsible, act.responsible],
    ]),
    sentence(`${say.act.signature}: ____________________`),
    sentence(say.act.basis, 'italic'),
    { type: 'pageBreak' },
    heading(say.act.extract(act.number), 1),
    ...ledger([
      [rows.subject, say.act.subject(act.code)],
      [rows.categories, categories],
      [rows.system, say.act.system],
      [rows.reason, reason],
      [rows.date, formatDay(act.erasedOn, language)],
    ]),
  ];
}
