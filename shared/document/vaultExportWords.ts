import type { CalendarDate } from '../domain/calendarDate.ts';
import { formatDay } from '../domain/formatDate.ts';
import type { Language } from '../domain/language.ts';

type ReadmeFacts = { readonly withPrivate: boolean; readonly day: CalendarDate };

type Words = {
  folder(day: CalendarDate): string;
  readonly filesFolder: string;
  readonly sentFolder: string;
  readme(facts: ReadmeFacts): string;
};

/** Names of the files and what is in them; the names are the same in both languages. */
const contents: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  ru: [
    ['clients.json', 'клиенты: реквизиты, типы, критерии, следующий шаг'],
    ['people.json', 'люди; accountId ведёт к клиенту'],
    ['events.json, event-people.json', 'история: встречи, звонки, обещания, рекламации, подарки'],
    ['deliveries.json', 'поставки; суммы в сотых долях валюты'],
    ['tenders.json', 'тендеры'],
    ['competitors.json, competitor-*.json', 'конкуренты, их предложения и сравнение'],
    ['plans.json, plan-templates.json', 'планы клиентов и шаблоны планов'],
    ['proposals.json, proposal-documents.json, proposal-statuses.json', 'предложения, их текст и ход'],
    ['sent-copies.json', 'что, когда и кому отправлено; сами файлы — в папке «Отправленное»'],
    ['tasks.json', 'задачи'],
    ['blocks.json, templates.json, library-versions.json', 'библиотека'],
    ['standards.json', 'стандарты досье; по ним названы свои поля, ключи own-… в details клиентов'],
    ['references.json, own-terms.json', 'рекомендации, свои критерии и роли'],
    ['price-list.json, vat-rates.json, currency-rates.json', 'прайс-лист, ставки НДС, курсы'],
    ['company.json', 'наша компания'],
    ['files.json', 'список файлов; сами файлы — в папке «Файлы», по клиентам'],
    [
      'field-notes.json, person-moves.json, gift-limits.json, erasure-acts.json',
      'откуда сведения, переходы людей, пределы подарков, акты уничтожения',
    ],
  ],
  en: [
    ['clients.json', 'clients: requisites, types, criteria, next step'],
    ['people.json', 'people; accountId leads to the client'],
    ['events.json, event-people.json', 'history: meetings, calls, promises, complaints, gifts'],
    ['deliveries.json', 'deliveries; sums in hundredths of the currency'],
    ['tenders.json', 'tenders'],
    ['competitors.json, competitor-*.json', 'competitors, their offers and the comparison'],
    ['plans.json, plan-templates.json', 'plans of clients and templates of plans'],
    [
      'proposals.json, proposal-documents.json, proposal-statuses.json',
      'proposals, their text and their way',
    ],
    ['sent-copies.json', 'what was sent when and to whom; the files are in the folder “Sent”'],
    ['tasks.json', 'tasks'],
    ['blocks.json, templates.json, library-versions.json', 'the library'],
    ['standards.json', 'standards of dossiers; they name own fields, the keys own-… in details of clients'],
    ['references.json, own-terms.json', 'references, own criteria and roles'],
    ['price-list.json, vat-rates.json, currency-rates.json', 'price list, VAT rates, currency rates'],
    ['company.json', 'our company'],
    ['files.json', 'the list of files; the files are in the folder “Files”, by client'],
    [
      'field-notes.json, person-moves.json, gift-limits.json, erasure-acts.json',
      'where facts come from, moves of people, limits of gifts, acts of erasure',
    ],
  ],
};

const listed = (language: Language): string =>
  contents[language].map(([name, what]) => `${name}\n    ${what}`).join('\n');

/** Words of the whole vault as readable files: names of folders and the readme beside them. */
export const vaultExportWords: Readonly<Record<Language, Words>> = {
  ru: {
    folder: (day) => `Камертон ${day}`,
    filesFolder: 'Файлы',
    sentFolder: 'Отправленное',
    readme: ({ withPrivate, day }) => `«Камертон»: всё хранилище в читаемом виде, ${formatDay(day, 'ru')}

Эти файлы НЕ ЗАШИФРОВАНЫ. Кто может открыть папку, тот прочтёт всё, что в ней лежит. Держите её на зашифрованном диске
и удалите, когда она станет не нужна.

${withPrivate ? 'Личные заметки о людях, психотипы и отношение ВЫГРУЖЕНЫ.' : 'Личные заметки о людях, психотипы и отношение не выгружены.'}
Сведения особых категорий не выгружаются никогда. Удалённого здесь нет.

Файлы JSON в кодировке UTF-8, в каждом список записей. Поле id — имя записи, поля с окончанием Id ведут к другой записи.
Дни записаны как ГГГГ-ММ-ДД, моменты (…AtMs) — миллисекунды от 01.01.1970 UTC, суммы (…Minor) — сотые доли валюты.

${listed('ru')}
`,
  },
  en: {
    folder: (day) => `Kamerton ${day}`,
    filesFolder: 'Files',
    sentFolder: 'Sent',
    readme: ({ withPrivate, day }) => `Kamerton: the whole vault in readable form, ${formatDay(day, 'en')}

These files are NOT ENCRYPTED. Whoever can open the folder can read all that lies in it. Keep it on an encrypted disk and
delete it when it is no longer needed.

${withPrivate ? 'Private notes on people, psychotypes and attitudes ARE included.' : 'Private notes on people, psychotypes and attitudes are not included.'}
Facts of special categories are never exported. What was deleted is not here.

JSON files in UTF-8, each a list of records. The field id names a record, fields that end in Id lead to another one. Days
are written YYYY-MM-DD, moments (…AtMs) as milliseconds since 1970-01-01 UTC, sums (…Minor) in hundredths of the currency.

${listed('en')}
`,
  },
};
