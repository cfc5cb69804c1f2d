import type { AccountEventKind } from './accountEvent.ts';
import type { CalendarDate } from './calendarDate.ts';
import type { PersonId } from './ids.ts';
import { isRatherPast, saidDays } from './quickDay.ts';
import type { SaidDay } from './quickDay.ts';
import { saidMark, saidPrice } from './quickNumbers.ts';
import { mentionsIn } from './quickPeople.ts';
import type { Mention, NamedPerson } from './quickPeople.ts';

/** One record that a line makes: the event, then what was promised at it. */
export type QuickPart = {
  readonly kind: AccountEventKind;
  readonly happenedOn: CalendarDate;
  readonly title: string;
  /** The whole line where the title had to be cut; otherwise empty. */
  readonly text: string;
  readonly personIds: readonly PersonId[];
  readonly promisedBy: 'us' | 'them' | null;
  readonly dueOn: CalendarDate | null;
  /** Of a gift: its price in kopecks. */
  readonly amountMinor: number | null;
  /** Of a feedback: 1 = bad … 5 = excellent. */
  readonly mark: number | null;
};

export type QuickEntry = {
  readonly parts: readonly QuickPart[];
  /** Names that fit several people of the dossier: what was written, and whom it may mean, the likeliest first. */
  readonly unsure: readonly { readonly said: string; readonly personIds: readonly PersonId[] }[];
};

const maxTitle = 300;
const maxPromises = 5;

// Whole words, folded. A stem would take «письменно» for a letter.
const kindWords: readonly (readonly [AccountEventKind, RegExp])[] = [
  ['call', /^(звон(ок|ка|ку)|(по|со|пере)?звонил[аи]?|созвон(ил(ся|ась|ись))?|call(ed)?|phoned?|rang)$/],
  ['meeting', /^(встреч[аиу]|встретил(ся|ась|ись)|визит|переговоры|совещание|meeting|met|visit(ed)?)$/],
  ['letter', /^(письм[оа]|написал[аи]?|почта|e-?mail(ed)?|имейл|letter|wrote|mail(ed)?)$/],
  ['complaint', /^(рекламаци[яию]|жалоб[аыу]|претензи[яию]|complaint|claim(ed)?|complain(s|ed))$/],
  ['wish', /^(пожелани[ея]|wish(es)?)$/],
  ['misunderstanding', /^(недоразумени[ея]|недопонимани[ея]|misunderstanding)$/],
  ['feedback', /^(отзыв|фидбэк|feedback)$/],
  ['gift', /^(подарок|подарки|подарили|вручили|gift|present)$/],
  ['document', /^(документ|договор|акт|document|contract)$/],
  ['note', /^(заметка|note|memo)$/],
  ['promise', /^(обещани[ея]|promise)$/],
];
const joints = /^(с|со|у|от|к|ко|из|и|для|with|to|from|and|by|for)$/;
const settles: ReadonlySet<AccountEventKind> = new Set(['complaint', 'wish', 'misunderstanding', 'promise']);

/** Words that say by themselves who owes; they do not belong to what is owed. */
const weOwe =
  /^(?:(?:мы |я )?(?:по)?обещали|(?:я |мы )(?:по)?обещал[аи]?|обещаем|обещаю|ждет|ждут|ожидает|ожидают|просит|просят|(?:по)?просил[аи]?|(?:we|i) promised|(?:is |are )?(?:waiting|waits) for|awaits|expects|asks for|asked for|asks|asked|requested)(?![\p{L}])/u;
const theyOwe =
  /^(?:(?:он |она |они )?(?:по)?обещал[а]?|обещает|обещают|жду|ждем|(?:he |she |they )?promised|promises|awaiting|waiting for (?:her|his|their))(?![\p{L}])/u;
/** The past tense does not say who: the case of the name behind it does, in English its place. */
const promised = /^(?:по)?обещала? /u;
const promisedEnglish = /^promised /u;
/** Words of the future: they belong to what is owed. */
const weWill =
  /^(?:(?:мы|я) )?(?:при|от|вы|под|с|рас|пере|по|у|о|на|со)?(?:шлю|шлем|правлю|правим|готовлю|готовим|делаю|делаем|считаю|считаем|звоню|звоним|вечу|ветим|едем|еду|кажу|кажем|дам|дадим|точню|точним|ставлю|ставим|знаю|знаем|пишу|пишем|сужу|судим)(?![\p{L}])|^(?:we|i)(?:'ll|’ll| will)(?![\p{L}])/u;
const theyWill =
  /^(?:(?:он|она|они) )?(?:пришл|отправ|вышл|подготов|сдела|посчита|рассчита|перезвон|позвон|ответ|верн|сообщ|подпиш|оплат|соглас|реш|определ|покаж|перед|приглас|подтверд|рассмотр|объяв|выбер|закаж|подума|посмотр|обсуд|скин|напиш|уточн|приед)[а-я]*(?:ет|ит|ат|ят|ут|ют|аст)(?:ся)?(?![\p{L}])|^(?:он |она |они )?(?:даст|дадут)(?![\p{L}])|^(?:he|she|they)?(?:'ll|’ll| ?will)(?![\p{L}])/u;
/** Words behind which something is told: what is told promises nothing by its day alone, «сказал, что бюджет до конца года». */
const tells =
  /(?<![\p{L}])(?:сказал[аи]?|говор(?:ит|ят|ил[аи]?)|сообщ(?:ил[аи]?|ает|ают)|рассказал[аи]?|рассказывает|считает|думает|слышал[аи]?|узнал[аи]?|жалу(?:ется|ются)|уверен[аы]?|said|says|told (?:me|us)|thinks|heard)(?: (?:мне|нам))?(?![\p{L}])/u;
const toldBefore = new RegExp(`${tells.source}[\\s,:]*$`, 'u');
const toldHere = new RegExp(
  `^(?:(?:он|она|они|he|she|they) )?${tells.source}\\s*(?:(?:что|that)(?![\\p{L}])\\s*)?`,
  'u',
);
/** What lasts until a day is not owed by it: «в отпуске до 10 января». */
const lasts =
  /(?<![\p{L}])(?:в отпуске|на больничном|в командировке|боле[ею]т|отсутствует|занят[аы]?|закрыт[аоы]?|действу[ею]т|действител[а-я]+|заморожен[а-я]*|on (?:vacation|holiday|leave|sick leave)|out of (?:the )?office|away|busy|closed|valid|frozen)(?![\p{L}])/u;
/** What is to be done all the same, told or noted: «сказал прислать смету», «говорит, что нужен расчёт». */
const toDo =
  /^[а-я-]+(?:ть|ти|чь)(?:ся)?(?![\p{L}])|(?<![\p{L}])(?:нуж(?:ен|на|но|ны)|надо|необходим[а-я]*|needs?|must|should)(?![\p{L}])/u;
const connective = /^(?:(?:и|а|но|что|and|but|that)\s+)+/u;
const addressee = /^(?:(?:от нас|от меня|нам|мне|нас|us|me|to|from us)\s+)+/u;

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const trimmed = (text: string): string =>
  text.replace(/^[\s,;:.—–-]+|[\s,;:.—–-]+$/gu, '').replace(/\s+/g, ' ');

type Head = {
  readonly kind: AccountEventKind | null;
  readonly day: SaidDay | null;
  /** Where what was said begins. */
  readonly end: number;
};

/** Reads kind, people and day from the beginning of a line, in any order, up to the first other word. */
function readHead(line: string, mentions: readonly Mention[], days: readonly SaidDay[]): Head {
  const folded = fold(line);
  let kind: AccountEventKind | null = null;
  let day: SaidDay | null = null;
  let end = 0;
  for (;;) {
    const at = end + (/^[\s,]*/.exec(line.slice(end))?.[0].length ?? 0);
    const mention = mentions.find(({ from }) => from === at);
    const said = days.find(({ from }) => from === at);
    if (mention !== undefined) end = mention.to;
    // A day ahead is no day of what happened: it stays with what was said.
    else if (said !== undefined && !said.isLimit && day === null) [day, end] = [said, said.to];
    else {
      const word = /^[\p{L}][\p{L}-]*/u.exec(folded.slice(at))?.[0] ?? '';
      const found: AccountEventKind | undefined =
        kind === null ? kindWords.find(([, pattern]) => pattern.test(word))?.[0] : undefined;
      const joint = joints.test(word) && leadsToKnown(line, at + word.length, mentions, days);
      if (found !== undefined) kind = found;
      else if (!joint) break;
      end = at + word.length;
    }
  }
  return { kind, day, end };
}

function leadsToKnown(
  line: string,
  from: number,
  mentions: readonly Mention[],
  days: readonly SaidDay[],
): boolean {
  const at = from + (/^\s*/.exec(line.slice(from))?.[0].length ?? 0);
  return mentions.some((mention) => mention.from === at) || days.some((day) => day.from === at);
}

/** Whether nothing but the end of the sentence stands behind. */
const endsAt = (line: string, at: number): boolean => /^[\s.!…]*$/.test(line.slice(at));
/** Whether a new clause begins there. */
const beginsAt = (line: string, at: number): boolean => /(?:[,;:.]|\s[—–-])\s*$/.test(line.slice(0, at));

/**
 * The day of what happened where it stands last: of a gift, or in a clause of its own. Elsewhere it belongs to what was
 * said: «жалуется, что отгрузили вчера».
 */
function lastDay(line: string, head: Head, days: readonly SaidDay[], today: CalendarDate): SaidDay | null {
  const last = days.at(-1);
  if (head.day !== null || head.kind === null || last === undefined) return null;
  if (last.isLimit || last.day > today || last.from < head.end || !endsAt(line, last.to)) return null;
  return head.kind === 'gift' || beginsAt(line, last.from) ? last : null;
}

/** Kinds that are named by what takes place: a day right behind is theirs. Of a call or letter it may be of what was spoken of. */
const dated: ReadonlySet<AccountEventKind> = new Set(['meeting', 'document']);

/**
 * The day at the end of the clause that names what happened or is to happen: «визит на завод 12 ноября, показали линию».
 * Not that of a paper: «акт от 12 ноября».
 */
function clauseDay(line: string, head: Head, days: readonly SaidDay[]): SaidDay | null {
  if (head.day !== null || head.kind === null || !dated.has(head.kind)) return null;
  const [first] = clausesOf(line, head.end);
  const atEnd = (to: number): boolean =>
    /^(?:\s(?:в|at) \d{1,2}(?:[:.]\d{2})?)?$/i.test(line.slice(to, first?.to));
  const day = days.find(({ from, to, isLimit }) => from >= head.end && !isLimit && atEnd(to));
  if (day === undefined || !/^\s/.test(line.slice(head.end))) return null;
  return /(^|\s)(от|of)\s*$/i.test(line.slice(0, day.from)) ? null : day;
}

/** The line without the pieces that have a place of their own. */
function without(line: string, pieces: readonly { readonly from: number; readonly to: number }[]): string {
  return pieces
    .toSorted((one, other) => other.from - one.from)
    .reduce((rest, { from, to }) => `${rest.slice(0, from).trimEnd()} ${rest.slice(to).trimStart()}`, line)
    .replaceAll(/ (?=[,;:.])/g, '');
}

type Clause = { readonly from: number; readonly to: number };

/** Clauses of what was said, divided by commas, semicolons, full stops and colons that do not stand in a number. */
function clausesOf(line: string, start: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  for (const match of line.slice(start).matchAll(/[,;:.](?=\s|$)|\s[—–-]\s/gu)) {
    clauses.push({ from, to: start + match.index });
    from = start + match.index + match[0].length;
  }
  clauses.push({ from, to: line.length });
  return clauses.filter((clause) => trimmed(line.slice(clause.from, clause.to)) !== '');
}

type Owed = { readonly by: 'us' | 'them'; readonly title: string; readonly dueOn: CalendarDate | null };

/** What a clause promises; null where it promises nothing. */
function readOwed(
  line: string,
  clause: Clause,
  days: readonly SaidDay[],
  mentions: readonly Mention[],
  { kind, isPlanned }: { readonly kind: AccountEventKind | null; readonly isPlanned: boolean },
): Owed | null {
  const inside = <Place extends { readonly from: number; readonly to: number }>(places: readonly Place[]) =>
    places.filter((place) => place.from >= clause.from && place.to <= clause.to);
  const said = inside(days);
  const due = said.find(({ isLimit }) => isLimit) ?? said.at(0) ?? null;
  // A full stop at the end of «до 5 дек.» and the like may have cut nothing off: the text is taken as it stands.
  const whole =
    due === null
      ? line.slice(clause.from, clause.to)
      : `${line.slice(clause.from, due.from)} ${line.slice(due.to, clause.to)}`;
  let title = trimmed(whole);
  const joint = connective.exec(fold(title))?.[0] ?? '';
  title = title.slice(joint.length);
  // «Петрова обещала ответ»: who speaks stands before the word that promises.
  const [subject] = inside(mentions);
  const spoken = subject === undefined ? '' : line.slice(subject.from, subject.to);
  if (spoken !== '' && title.startsWith(spoken)) title = trimmed(title.slice(spoken.length));
  const opening = toldHere.exec(fold(title))?.[0] ?? '';
  title = trimmed(title.slice(opening.length));
  const isReported =
    opening !== '' || (/что|that/.test(joint) && toldBefore.test(fold(line.slice(0, clause.from))));
  const folded = fold(title);
  // «Обещал Вересову прайс» is what I promised, unless somebody was named before who did: «звонил Шадрин, обещал Петровой…».
  const toSomebody = (subject?.maySubject === false ? promised : promisedEnglish).exec(folded);
  const behind = toSomebody === null ? '' : title.slice(toSomebody[0].length);
  const isTold =
    behind.startsWith(spoken) || (subject?.maySubject === true && behind.includes(` to ${spoken}`));
  const isMine = spoken !== '' && isTold && !mentions.some((one) => one.from < clause.from && one.maySubject);
  const ours = isMine ? toSomebody : weOwe.exec(folded);
  const theirs = ours === null ? theyOwe.exec(folded) : null;
  const verb = ours ?? theirs;
  const future = weWill.test(folded) ? 'us' : theyWill.test(folded) ? 'them' : null;
  if (verb === null && future === null) {
    // What is called a note is one.
    const isTask = !lasts.test(folded) && ((!isReported && kind !== 'note') || toDo.test(folded));
    // What is planned is ours to do, however it is said.
    if (due === null || !(isPlanned || isTask)) return null;
  }
  let rest = verb === null ? title : trimmed(title.slice(verb[0].length));
  rest = trimmed(rest.slice(addressee.exec(fold(rest))?.[0].length ?? 0));
  if (verb !== null && spoken !== '' && rest.startsWith(spoken)) rest = trimmed(rest.slice(spoken.length));
  const by = verb === null ? (future ?? 'us') : ours === null ? 'them' : 'us';
  const name = rest === '' ? trimmed(line.slice(clause.from, clause.to)) : rest;
  return { by, title: capital(name).slice(0, maxTitle), dueOn: due?.day ?? null };
}

/**
 * Reads one line of notes, Russian or English, into the event and the promises made at it: «звонок Петровой: ждёт расчёт
 * до пятницы» is a call and a promise of ours due on Friday. Kind, people and day stand at the beginning in any order;
 * people are those of the dossier, in any case; the day may also stand last. A gift takes its price, a feedback its mark. A complaint, wish or misunderstanding takes the day as its own limit.
 * A line that only promises is a promise alone; one without a kind is a note, and nothing that was said is left out. null for an empty line.
 * GLOSSARY: быстрая запись.
 */
export function readQuickEntry(
  typed: string,
  dossier: { readonly people: readonly NamedPerson[]; readonly today: CalendarDate },
): QuickEntry | null {
  const line = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  const { people, today } = dossier;
  const folded = fold(line);
  const mentions = mentionsIn(line, people);
  const pastDays = saidDays(folded, today, 'past');
  const head = readHead(line, mentions, pastDays);
  const aheadDays = saidDays(folded, today, 'ahead');
  const isPast = (day: SaidDay): boolean => {
    const ahead = aheadDays.find(({ from }) => from === day.from);
    return ahead !== undefined && (ahead.day < today || isRatherPast(day, ahead, today));
  };
  const clauseEnd = clauseDay(line, head, pastDays);
  const closing =
    lastDay(line, head, pastDays, today) ?? (clauseEnd !== null && clauseEnd.day <= today ? clauseEnd : null);
  const kindDay = head.day ?? clauseEnd;
  const isPlanned = kindDay !== null && kindDay.day > today;
  const days = aheadDays.filter(
    ({ from }) =>
      (from >= head.end || isPlanned) &&
      from !== closing?.from &&
      !pastDays.some((past) => past.from === from && isPast(past)),
  );
  const idsIn = (from: number, to: number): PersonId[] => [
    ...new Set(mentions.filter((one) => one.from >= from && one.to <= to).flatMap(({ ids }) => ids[0] ?? [])),
  ];
  // A price is never in the head, and has a place of its own: what is left names the gift.
  const price = head.kind === 'gift' ? saidPrice(line) : null;
  const named = without(
    line,
    [price, closing].filter((piece) => piece !== null),
  );
  const said = trimmed(named.slice(head.end));
  // «Встреча с Петровой завтра»: not an event yet but what we have to do.
  const start = isPlanned ? 0 : head.end;
  const kind = head.kind === 'promise' ? null : head.kind;
  const clauses = kind !== null && settles.has(kind) ? [] : clausesOf(line, start);
  const read = clauses.map((clause) => ({
    clause,
    found: readOwed(line, clause, days, mentions, { kind, isPlanned }),
  }));
  const owed = read
    .flatMap(({ clause, found }) =>
      found === null ? [] : [{ ...found, ids: idsIn(clause.from, clause.to) }],
    )
    .slice(0, maxPromises);
  // Clauses that promise nothing. One word alone only names who speaks: «Клиент: ждёт счёт».
  const rest = read
    .flatMap(({ clause, found }) => (found === null ? [trimmed(line.slice(clause.from, clause.to))] : []))
    .join(', ');
  const hasRest = rest.includes(' ');
  const headIds = idsIn(0, head.end);
  const day = isPlanned ? null : (head.day ?? closing);
  const happenedOn = day === null ? today : day.day;
  const full = capital(said === '' ? trimmed(named) : said);
  const main = {
    happenedOn,
    title: full.length > maxTitle ? `${full.slice(0, maxTitle - 1)}…` : full,
    text: full.length > maxTitle ? full : '',
    personIds: idsIn(0, line.length),
    amountMinor: price?.amountMinor ?? null,
    mark: head.kind === 'feedback' ? saidMark(line) : null,
  };
  const parts: QuickPart[] = [];
  if (kind !== null && settles.has(kind)) {
    parts.push({ ...main, kind, promisedBy: null, dueOn: days.at(0)?.day ?? null });
  } else if (head.kind === 'promise' && owed.length === 0) {
    parts.push({ ...main, kind: 'promise', promisedBy: 'us', dueOn: null });
  } else if (!isPlanned && (kind !== null || owed.length === 0 || hasRest)) {
    parts.push({ ...main, kind: kind ?? 'note', promisedBy: null, dueOn: null });
  }
  for (const [at, { by, title, dueOn, ids }] of owed.entries()) {
    const personIds = ids.length > 0 ? ids : headIds;
    const owing = { promisedBy: by, dueOn, amountMinor: null, mark: null };
    // What is planned has no event beside it that would keep what else was said.
    const whole = isPlanned && at === 0 && rest !== '' ? `${title}: ${rest}` : title;
    const text = whole.length > maxTitle ? line : '';
    parts.push({ kind: 'promise', happenedOn, title: whole.slice(0, maxTitle), text, personIds, ...owing });
  }
  const unsure = mentions
    .filter(({ ids }) => ids.length > 1)
    .map(({ from, to, ids }) => ({ said: line.slice(from, to), personIds: ids }));
  return { parts, unsure };
}

/** Whether what is typed begins like a quick entry: a kind of event and something after it. */
export function looksLikeQuickEntry(typed: string): boolean {
  const [first = '', ...rest] = fold(typed).trim().split(/\s+/);
  return rest.length > 0 && kindWords.some(([, pattern]) => pattern.test(first.replace(/[:,]$/, '')));
}
