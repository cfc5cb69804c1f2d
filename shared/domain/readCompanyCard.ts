import { requisitesWarnings } from './checkRequisites.ts';
import type { RequisitesProblem } from './checkRequisites.ts';
import { cardLabels } from './companyCardLabels.ts';
import type { CardField } from './companyCardLabels.ts';
import { emptyRequisites } from './requisites.ts';
import type { Requisites } from './requisites.ts';
import { splitCompanyName } from './splitCompanyName.ts';

/** A requisite read out of a card; `problem` is what looks wrong in it. */
export type CardValue = {
  readonly field: keyof Requisites;
  readonly value: string;
  readonly problem: RequisitesProblem | null;
};

export type CompanyCard = {
  /** In the order of {@link Requisites}. */
  readonly values: readonly CardValue[];
  /** «ООО», «АО», «ИП»; empty where the name has none. */
  readonly legalForm: string;
  /** The name without its form and quotes: «Тихвинский фарфор». */
  readonly name: string;
  /** The town of the legal address, otherwise of the postal one. */
  readonly city: string;
};

type Found = { readonly field: CardField; readonly said: string; readonly from: number; readonly to: number };
type Filled = { -readonly [Field in keyof Requisites]: string };

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

const patterns = cardLabels.map(({ field, words, anywhere }) => ({
  field,
  anywhere,
  // A word is a label at the beginning of a line, a cell or a part only; a short mark wherever it stands.
  find: new RegExp(
    anywhere
      ? `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}])`
      : `(?<=^|[\\n\\t;|•*] {0,2}|[,.] |\\d[).] )(?:${words})(?![\\p{L}])`,
    'gu',
  ),
}));

/** What follows a word that is a label: a mark, the line's end, or straight away a name, a number, a quoted name. */
const afterLabel = /^\.?[ ]*(?:\([^)\n]*\)[ ]*)?(?:[:\t\n—–|=-]|$|[+«"“\d(]|\p{Lu})/u;

function normal(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f\u2009]/g, ' ')
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .replace(/\*\*|__/g, '')
    .replace(/^[ >]+/gm, '')
    .replace(/[ ]+$/gm, '');
}

function findLabels(text: string): Found[] {
  const folded = fold(text);
  const found: Found[] = [];
  for (const { field, anywhere, find } of patterns) {
    for (const match of folded.matchAll(find)) {
      const from = match.index;
      const to = from + match[0].length;
      if (!anywhere && !afterLabel.test(text.slice(to))) continue;
      if (found.some((other) => from < other.to && to > other.from)) continue;
      found.push({ field, said: text.slice(from, to), from, to });
    }
  }
  return found.toSorted((one, other) => one.from - other.from);
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** A number of one of the lengths, its digits perhaps in groups; otherwise the first long run of digits as it stands. */
function numberIn(text: string, lengths: readonly number[]): string {
  const runs = [...text.matchAll(/\d(?:[ .-]?\d)*/g)].map(([run]) => run);
  for (const run of runs) if (lengths.includes(digitsOf(run).length)) return digitsOf(run);
  for (const run of runs) {
    // «7701234567 770101001»: two numbers that only look like one.
    const piece = run.split(/[ .-]/).find((part) => lengths.includes(part.length));
    if (piece !== undefined) return piece;
  }
  return digitsOf(runs.find((run) => digitsOf(run).length >= 5) ?? '');
}

const numberLengths: Readonly<Partial<Record<CardField, readonly number[]>>> = {
  inn: [10, 12],
  kpp: [9],
  ogrn: [13, 15],
  okpo: [8, 10, 14],
  bic: [9],
  settlementAccount: [20],
  correspondentAccount: [20],
};

/** Lines of a value: up to a blank line; a wrapped address or name takes the lines that go on with it. */
function textIn(raw: string, wraps: boolean): string {
  const lines = raw.replace(/^[\s:;=|.—–-]+/u, '').split('\n');
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    const text = line.replaceAll('\t', ' ').trim();
    if (text === '' || strayLine.test(text)) break;
    if (at > 0 && (!wraps || at > 2 || /[:@]/.test(text))) break;
    kept.push(text);
  }
  return kept
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:|•—–-]+$/u, '')
    .trim();
}
/** The next number or mark of a list, and the end of a letter. */
const strayLine = /^(?:\d{1,2}[.)]|[•|*])$|^(?:с уважением|best regards|kind regards)/iu;

const emailPattern = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,}/u;
const sitePattern =
  /(?:https?:\/\/)?(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:ru|рф|com|net|org|su|pro|biz|info|eu|io|by|kz)(?:\/\S*)?(?![\p{L}@.])/iu;
const phonePattern =
  /(?:\+7|\b8)[ (-]*\d{3,5}[ )-]*\d{1,3}[ -]?\d{2}[ -]?\d{2}(?:[ ,]*(?:доб\.?|ext\.?)[ ]*\d+)?/u;
const personPattern =
  /\p{Lu}[\p{L}-]+ (?:\p{Lu}\. ?\p{Lu}\.|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)|\p{Lu}\. ?\p{Lu}\. ?\p{Lu}[\p{L}-]+/u;

/** «…, именуемое в дальнейшем «Заказчик»» is no part of a name. */
const roleOfParty = /,?\s*(?:именуем|далее|в дальнейшем|в лице).*$/iu;

/** Telephones as they are written, without what stands behind them in the line. */
function phonesIn(raw: string): string {
  const phones = /^[+\d(](?:[\d\s()+./,;-]|доб\.?|вн\.?|ext\.?)*/iu.exec(textIn(raw, false))?.[0] ?? '';
  return phones.replace(/[\s,;./(-]+$/u, '').slice(0, 100);
}

function basisIn(text: string): string {
  // «(действует на основании доверенности № 15) — Ким Ен Сук»: who it is stands behind the bracket.
  const basis = textIn(text, false).replace(/[,;)].*$/u, '');
  // As it stands in a contract: «действующего на основании Устава».
  return /^устава?(?![а-я])/i.test(basis) ? 'Устава' : basis;
}

/** Position and name out of «Генеральный директор Вересов Андрей Николаевич», whatever of the two there is. */
function putHead(into: Filled, said: string, raw: string): void {
  const text = textIn(raw, false).replace(/,?\s*действу.*$/iu, '');
  const name = personPattern.exec(text);
  if (name === null) return;
  if (into.headName === '') into.headName = name[0];
  const before = text.slice(0, name.index).replace(/[\s,:/_—–-]+$/u, '');
  const position = [said, before].filter((part) => part !== '').join(' ');
  if (into.headPosition === '' && position !== '')
    into.headPosition = position.charAt(0).toUpperCase() + position.slice(1);
}

/** «в ПАО «Северный банк», г. Тихвин» between an account and the next label. */
function bankIn(raw: string): string {
  const match = /(?:^|[\s,;])(?:в|in)\s+((?:\p{Lu}|[«"])[^\n]*)/u.exec(raw.replace(/^[\s:№\d]+/u, ' '));
  return match?.[1] === undefined ? '' : textIn(match[1], false);
}

function put(into: Filled, label: Found, raw: string): void {
  const { field } = label;
  if (field === 'ignored') return;
  if (field === 'headTitle') {
    putHead(into, label.said, raw);
    return;
  }
  if (into[field] !== '') return;
  const lengths = numberLengths[field];
  if (lengths !== undefined) {
    into[field] = numberIn(raw, lengths);
    if (field.endsWith('Account') && into.bankName === '') into.bankName = bankIn(raw);
  } else if (field === 'email') into.email = emailPattern.exec(raw)?.[0] ?? '';
  else if (field === 'site') into.site = sitePattern.exec(raw)?.[0] ?? '';
  else if (field === 'okved') into.okved = /\d{2}(?:\.\d{1,2}){0,2}/.exec(raw)?.[0] ?? '';
  else if (field === 'headName') putHead(into, '', raw);
  else if (field === 'headBasis') into.headBasis = basisIn(raw);
  else if (field === 'phone') into.phone = phonesIn(raw);
  else if (field === 'fullName') into.fullName = textIn(raw, true).replace(roleOfParty, '');
  else into[field] = textIn(raw, true);
}

/** «ИНН/КПП 7701234567/770101001»: labels that share one value take its numbers in their order. */
function putShared(into: Filled, labels: readonly Found[], raw: string): void {
  const numbers = [...raw.matchAll(/[\d.]{5,}/g)].map(([run]) => run);
  for (const [at, label] of labels.entries()) {
    const value = numbers[at];
    if (value !== undefined) put(into, label, value);
  }
}

/** What stands without a label but speaks for itself: the company's name, an address of e-mail, a telephone. */
function putUnlabelled(into: Filled, text: string): void {
  if (into.fullName === '' && into.shortName === '') {
    const line = text.split('\n').find((one) => splitCompanyName(one.trim()).legalForm !== '');
    const quoted = line === undefined ? null : /^[^«"“]{0,80}[«"“][^\n»"”]+[»"”]+/u.exec(line.trim());
    const name = quoted?.[0] ?? textIn((line ?? '').replace(/,? (?:ИНН|ОГРН).*$/u, ''), false);
    into.fullName = name.replace(roleOfParty, '');
  }
  if (into.email === '') into.email = emailPattern.exec(text)?.[0] ?? '';
  if (into.phone === '') into.phone = phonePattern.exec(text)?.[0] ?? '';
  if (into.site === '')
    into.site = sitePattern.exec(text.replace(new RegExp(emailPattern, 'gu'), ' '))?.[0] ?? '';
}

const sameAddress = /^(?:тот же|там же|он же|(?:адрес )?совпадает(?: с .*)?|(?:the )?same(?: as .*)?)$/iu;

/** «187550, Ленинградская обл., г. Тихвин, ул. …» is Тихвин. */
function cityIn(address: string): string {
  const town =
    /(?:^|[\s,])(?:г|гор|город|пос|п|пгт|с|дер|д)\.? ?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?=,|$)/u.exec(
      address,
    );
  return town?.[1] ?? /(?:^|[\s,])(Москва|Санкт-Петербург|Севастополь)(?=,|$)/u.exec(address)?.[1] ?? '';
}

const limits: Readonly<Partial<Record<keyof Requisites, number>>> = {
  shortName: 200,
  bankName: 300,
  okpo: 14,
  okved: 20,
};

/**
 * Reads a company card («карточка предприятия») pasted out of Word, a table or a letter into requisites: labels in their
 * usual spellings, ИНН and КПП in one line, numbers in groups, a bank told beside the account. What is in doubt is told
 * by its check digits and never blocked. GLOSSARY: карточка предприятия, реквизиты.
 */
export function readCompanyCard(pasted: string): CompanyCard {
  const text = normal(pasted);
  const labels = findLabels(text);
  const into: Filled = { ...emptyRequisites };
  for (let at = 0; at < labels.length; at += 1) {
    const first = labels[at];
    if (first === undefined) continue;
    const shared = [first];
    // Labels with only a slash or «и» between them share what follows.
    for (let next = labels[at + 1]; next !== undefined; next = labels[at + 1]) {
      if (!/^\s*(?:[/\\|,+]|и)\s*$/u.test(text.slice(shared.at(-1)?.to ?? 0, next.from))) break;
      shared.push(next);
      at += 1;
    }
    const raw = text.slice(shared.at(-1)?.to ?? first.to, labels[at + 1]?.from ?? text.length);
    if (shared.length === 1) put(into, first, raw);
    else if (
      shared.every(
        ({ field }) => numberLengths[field] !== undefined || field === 'okved' || field === 'ignored',
      )
    )
      putShared(into, shared, raw);
    else for (const label of shared) put(into, label, raw);
  }
  putUnlabelled(into, text);
  // «Фактический адрес: тот же» says where to look, not where they sit.
  if (sameAddress.test(into.postalAddress)) into.postalAddress = into.legalAddress;
  // A correspondent account begins with 301: written under the other label it is put where it belongs.
  if (into.settlementAccount.startsWith('301') && !into.correspondentAccount.startsWith('301'))
    [into.settlementAccount, into.correspondentAccount] = [into.correspondentAccount, into.settlementAccount];
  const warnings = new Map(requisitesWarnings(into).map(({ field, problem }) => [field, problem]));
  // The schema's own order is the order of a company card; Object.keys forgets which keys it was given.
  const values = (Object.keys(emptyRequisites) as (keyof Requisites)[]).flatMap((field): CardValue[] => {
    const value = into[field].slice(0, limits[field] ?? 400);
    return value === '' ? [] : [{ field, value, problem: warnings.get(field) ?? null }];
  });
  const city = cityIn(into.legalAddress) || cityIn(into.postalAddress);
  return { values, city, ...splitCompanyName(into.shortName === '' ? into.fullName : into.shortName) };
}
