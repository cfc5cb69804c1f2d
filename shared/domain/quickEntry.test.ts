import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { PersonId } from './ids.ts';
import { readQuickEntry, looksLikeQuickEntry } from './quickEntry.ts';

// A Monday.
const today = calendarDate('2026-11-23');
const id = (last: number) => PersonId.parse(`00000000-0000-4000-8000-00000000000${last}`);
const person = (at: number, lastName: string, firstName: string, middleName: string) => ({
  id: id(at),
  lastName,
  firstName,
  middleName,
  gender: 'unknown' as const,
});
const people = [
  person(1, 'Вересов', 'Андрей', 'Николаевич'),
  person(2, 'Петрова', 'Ольга', 'Андреевна'),
  person(3, 'Шадрин', 'Павел', 'Ильич'),
  person(4, 'Лисина', 'Татьяна', 'Юрьевна'),
  person(5, 'Carter', 'Helen', ''),
  person(6, 'Петров', 'Игорь', 'Львович'),
];
const names: Readonly<Record<string, string>> = Object.fromEntries(
  people.map((one) => [one.id, one.lastName]),
);

/** «kind day people | title» and, for what is owed, «→ by due people | title». */
function say(line: string): string[] {
  const entry = readQuickEntry(line, { people, today });
  return (entry?.parts ?? []).map(({ kind, happenedOn, personIds, title, promisedBy, dueOn }) => {
    const who = personIds.map((one) => names[one]).join('+');
    const when = happenedOn === today ? '' : ` ${happenedOn.slice(5)}`;
    const start = promisedBy === null ? `${kind}${when}` : `→ ${promisedBy}`;
    return `${[start, dueOn === null ? '' : `by ${dueOn.slice(5)}`, who].filter(Boolean).join(' ')} | ${title}`;
  });
}

const examples: readonly (readonly [line: string, ...parts: string[]])[] = [
  [
    'звонок Петровой: ждёт расчёт до пятницы',
    'call Петрова | Ждёт расчёт до пятницы',
    '→ us by 11-27 Петрова | Расчёт',
  ],
  [
    'Вчера звонил Шадрину, просит прислать чертежи к 5 декабря',
    'call 11-22 Шадрин | Просит прислать чертежи к 5 декабря',
    '→ us by 12-05 Шадрин | Прислать чертежи',
  ],
  [
    'встреча с Вересовым и Лисиной 12.11: доволен пуском, пришлём смету через две недели',
    'meeting 11-12 Вересов+Лисина | Доволен пуском, пришлём смету через две недели',
    '→ us by 12-07 Вересов+Лисина | Пришлём смету',
  ],
  // A name in the other alphabet is known by its sound.
  [
    'call Petrova: waits for the offer until Friday',
    'call Петрова | Waits for the offer until Friday',
    '→ us by 11-27 Петрова | The offer',
  ],
  [
    "met Olga Petrova and Shadrin: Veresov's budget is approved",
    "meeting Петрова+Шадрин+Вересов | Veresov's budget is approved",
  ],
  // The soft «ья» of a first name is written as «ia».
  ['call Tatiana: needs the price list', 'call Лисина | Needs the price list'],
  ['звонок Картер: довольна пуском', 'call Carter | Довольна пуском'],
  [
    'Позвонила Петрова: обещала ответ к среде',
    'call Петрова | Обещала ответ к среде',
    '→ them by 11-25 Петрова | Ответ',
  ],
  [
    'звонок Ольге Андреевне — согласует бюджет до конца месяца',
    'call Петрова | Согласует бюджет до конца месяца',
    '→ them by 11-30 Петрова | Согласует бюджет',
  ],
  ['обещали Шадрину график до 10.12', '→ us by 12-10 Шадрин | График'],
  ['обещал Вересову прайс к среде', '→ us by 11-25 Вересов | Прайс'],
  ['обещал Вересов прайс к среде', '→ them by 11-25 Вересов | Прайс'],
  [
    'звонил Шадрин, обещал Петровой смету завтра',
    'call Шадрин+Петрова | Обещал Петровой смету завтра',
    '→ them by 11-24 Петрова | Смету',
  ],
  ['прислать КП Вересову завтра', '→ us by 11-24 Вересов | Прислать КП Вересову'],
  ['встреча с Петровой завтра', '→ us by 11-24 Петрова | Встреча с Петровой'],
  [
    'рекламация Шадрина: течёт клапан, ответить до 27.11',
    'complaint by 11-27 Шадрин | Течёт клапан, ответить до 27.11',
  ],
  ['жалоба: опоздала машина', 'complaint | Опоздала машина'],
  ['письмо от Лисиной: всё получили', 'letter Лисина | Всё получили'],
  ['Переехали в новый корпус', 'note | Переехали в новый корпус'],
  ['заметка: в цехе новая линия', 'note | В цехе новая линия'],
  ['подарок Вересову', 'gift Вересов | Подарок Вересову'],
  ['подарок: вино за 3 000 руб. вчера', 'gift 11-22 | Вино'],
  ['вчера подарили Петровой вино за 3 000 руб.', 'gift 11-22 Петрова | Вино'],
  ['gift to Carter: wine for 3000 rub 2 days ago', 'gift 11-21 Carter | Wine'],
  ['звонок Петровой: доволен пуском, вчера', 'call 11-22 Петрова | Доволен пуском'],
  ['звонок Петровой: жалуется, что отгрузили вчера', 'call Петрова | Жалуется, что отгрузили вчера'],
  ['звонок сидорову: занят', 'call | Сидорову: занят'],
  [
    'звонок шадрину: перезвонит в четверг',
    'call Шадрин | Перезвонит в четверг',
    '→ them by 11-26 Шадрин | Перезвонит',
  ],
  [
    'в пятницу встретился с Павлом Ильичом: нужен расчёт на следующей неделе',
    'meeting 11-20 Шадрин | Нужен расчёт на следующей неделе',
    '→ us by 12-04 Шадрин | Нужен расчёт',
  ],
  [
    'созвон 3 дня назад с Лисиной: жду список гостей до 1 декабря, отправлю приглашения 2 декабря',
    'call 11-20 Лисина | Жду список гостей до 1 декабря, отправлю приглашения 2 декабря',
    '→ them by 12-01 Лисина | Список гостей',
    '→ us by 12-02 Лисина | Отправлю приглашения',
  ],
  ['звонок Петровой: скидка 1.5 млн, ждёт', 'call Петрова | Скидка 1.5 млн, ждёт', '→ us Петрова | Ждёт'],
  ['звонок Петровой: не раньше 31 февраля', 'call Петрова | Не раньше 31 февраля'],
  ['обещание Лисиной: прислать фото до 30-го', '→ us by 11-30 Лисина | Прислать фото'],
  [
    'звонок Вересову: ответ через 3 рабочих дня',
    'call Вересов | Ответ через 3 рабочих дня',
    '→ us by 11-26 Вересов | Ответ',
  ],
  [
    'call Carter: she promised the drawings by Friday',
    'call Carter | She promised the drawings by Friday',
    '→ them by 11-27 Carter | The drawings',
  ],
  [
    "yesterday met with Helen Carter: we'll send the quote by Dec 5",
    "meeting 11-22 Carter | We'll send the quote by Dec 5",
    "→ us by 12-05 Carter | We'll send the quote",
  ],
  [
    'email from Carter: asks for a new price list by next Tuesday',
    'letter Carter | Asks for a new price list by next Tuesday',
    '→ us by 12-01 Carter | A new price list',
  ],
  [
    'call Carter: is waiting for the calculation until the end of the week',
    'call Carter | Is waiting for the calculation until the end of the week',
    '→ us by 11-27 Carter | The calculation',
  ],
  [
    'complaint Carter: noise, answer within two weeks',
    'complaint by 12-07 Carter | Noise, answer within two weeks',
  ],
  ['promised Carter samples by 15/12', '→ us by 12-15 Carter | Samples'],
  ['promised to send samples to Carter by Dec 15', '→ us by 12-15 Carter | Send samples to Carter'],
  ['Carter promised samples by Dec 15', '→ them by 12-15 Carter | Samples'],
  ['gift for Carter: a book', 'gift Carter | A book'],
  // A day of the weeks behind is no promise for the year ahead.
  ['визит на завод 12 ноября, показали линию', 'meeting 11-12 | На завод, показали линию'],
  ['договор подписан 20 ноября', 'document 11-20 | Подписан'],
  ['звонок Шадрину: отгрузили 12 ноября', 'call Шадрин | Отгрузили 12 ноября'],
  ['встреча в офисе 5 декабря в 14:00: наш договор', '→ us by 12-05 | Встреча в офисе в 14:00: наш договор'],
  // Nothing that was said is left out.
  [
    'встреча с Вересовым 5 декабря, 14:00, обсудить цены',
    '→ us by 12-05 Вересов | Встреча с Вересовым: 14:00, обсудить цены',
  ],
  [
    'Вересов доволен пуском, ждёт счёт до пятницы',
    'note Вересов | Доволен пуском, ждёт счёт до пятницы',
    '→ us by 11-27 Вересов | Счёт',
  ],
  ['прислать смету Шадрину до 5 марта', '→ us by 03-05 Шадрин | Прислать смету Шадрину'],
  ['прислать смету Шадрину до 5 мая', '→ us by 05-05 Шадрин | Прислать смету Шадрину'],
  ['met Carter 2 days ago: happy', 'meeting 11-21 Carter | Happy'],
  // A day alone makes no promise of what was told, noted or lasts.
  [
    'Вересов сказал, что бюджет 2,5 млн до конца года',
    'note Вересов | Сказал, что бюджет 2,5 млн до конца года',
  ],
  ['Вересов сказал, что пришлёт смету до пятницы', '→ them by 11-27 Вересов | Пришлёт смету'],
  [
    'звонок Вересову: сказал прислать смету до пятницы',
    'call Вересов | Сказал прислать смету до пятницы',
    '→ us by 11-27 Вересов | Прислать смету',
  ],
  ['Carter said the budget is open till Jan 10', 'note Carter | Said the budget is open till Jan 10'],
  ['Carter said she will send the plan by Friday', '→ them by 11-27 Carter | She will send the plan'],
  ['note: discount holds till Jan 10', 'note | Discount holds till Jan 10'],
  ['заметка: скидка до 10 января', 'note | Скидка до 10 января'],
  [
    'заметка: отправить прайс до пятницы',
    'note | Отправить прайс до пятницы',
    '→ us by 11-27 | Отправить прайс',
  ],
  ['звонок Петровой: в отпуске до 10 декабря', 'call Петрова | В отпуске до 10 декабря'],
  ['visit Carter tomorrow if she is not busy', '→ us by 11-24 Carter | Visit Carter if she is not busy'],
];

describe('numbers of a quick entry', () => {
  const first = (line: string) => {
    const part = readQuickEntry(line, { people, today })?.parts[0];
    return part === undefined ? null : [part.kind, part.title, part.amountMinor, part.mark];
  };

  it.each([
    ['подарок Петровой: книга, 2500 р.', ['gift', 'Книга', 250_000, null]],
    ['Подарок Петровой 4 500 руб', ['gift', 'Подарок Петровой', 450_000, null]],
    ['подарок Вересову вчера: ручка за 2,5 тыс. ₽ к юбилею', ['gift', 'Ручка к юбилею', 250_000, null]],
    ['подарок Лисиной: чай 990,50 рублей', ['gift', 'Чай', 99_050, null]],
    ['gift to Carter: a book, 1200 RUB', ['gift', 'A book', 120_000, null]],
    ['подарок Петровой: набор из 12 предметов', ['gift', 'Набор из 12 предметов', null, null]],
    ['подарок Петровой: яхта, 999999 тыс. р.', ['gift', 'Яхта, 999999 тыс. р', null, null]],
    ['подарок Петровой: 3 розы', ['gift', '3 розы', null, null]],
    ['отзыв Шадрина: монтаж на 4 из 5', ['feedback', 'Монтаж на 4 из 5', null, 4]],
    ['feedback from Carter: 5/5, very quick', ['feedback', '5/5, very quick', null, 5]],
    ['отзыв Шадрина: 14 из 50 машин', ['feedback', '14 из 50 машин', null, null]],
    // A price belongs to a gift alone.
    ['звонок Петровой: смета 45000 руб.', ['call', 'Смета 45000 руб', null, null]],
  ])('%s', (line, expected) => expect(first(line)).toEqual(expected));
});

describe('a line of notes', () => {
  it.each(examples)('%s', (line, ...parts) => {
    expect(say(line)).toEqual(parts);
  });

  it('knows nobody and nothing of an empty line', () => {
    expect(readQuickEntry('  \n ', { people, today })).toBeNull();
  });

  it('says whom a name may mean, the likelier by its case first', () => {
    const sayWho = (line: string) =>
      readQuickEntry(line, { people, today })?.unsure.map(({ said, personIds }) => [said, ...personIds]);
    // «Петрову» is the dative of Петров and the accusative of Петрова.
    expect(sayWho('звонок Петрову: занят')).toEqual([['Петрову', id(6), id(2)]]);
    expect(sayWho('видел Петрову на выставке')).toEqual([['Петрову', id(2), id(6)]]);
    expect(sayWho('звонок Петрову И. Л.: занят')).toEqual([]);
    expect(sayWho('звонок Петровой')).toEqual([]);
  });

  it('takes everyday words for no names', () => {
    expect(say('встреча: вера в успех есть')).toEqual(['meeting | Вера в успех есть']);
  });

  it('keeps a long line whole', () => {
    const long = `звонок Петровой: ${'обсудили насосы и '.repeat(30)}всё`;
    const [part] = readQuickEntry(long, { people, today })?.parts ?? [];
    expect(part?.title.length).toBeLessThanOrEqual(300);
    expect(part?.text.endsWith('всё')).toBe(true);
  });

  it('is offered where a line begins like one', () => {
    expect(looksLikeQuickEntry('звонок Петровой')).toBe(true);
    expect(looksLikeQuickEntry('Met Carter')).toBe(true);
    expect(looksLikeQuickEntry('звонок')).toBe(false);
    expect(looksLikeQuickEntry('Тихвинский фарфор')).toBe(false);
  });
});
