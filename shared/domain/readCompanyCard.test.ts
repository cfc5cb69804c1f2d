import { describe, expect, it } from 'vitest';
import { readCompanyCard } from './readCompanyCard.ts';
import type { Requisites } from './requisites.ts';
import { splitCompanyName } from './splitCompanyName.ts';

type Sample = {
  readonly shape: string;
  readonly text: string;
  readonly expected: Partial<Requisites>;
  readonly doubts?: readonly string[];
};

const inn = '4715031004';
const bic = '044030786';
const settlementAccount = '40702810900000012007';
const correspondentAccount = '30101810600000000786';

const samples: readonly Sample[] = [
  {
    shape: 'a label and a value a line',
    text: `Карточка предприятия
Полное наименование: Акционерное общество «Тихвинский фарфор»
Сокращенное наименование: АО «Тихвинский фарфор»
ИНН: 4715031004
КПП: 471501001
ОГРН: 1024701500009
ОКПО: 48273003
ОКВЭД: 23.41
Юридический адрес: 187550, Ленинградская обл., г. Тихвин, ул. Карла Маркса, д. 5
Почтовый адрес: 187550, г. Тихвин, а/я 12
Банк: ПАО «Северный банк», г. Санкт-Петербург
БИК: 044030786
Расчетный счет: 40702810900000012007
Корреспондентский счет: 30101810600000000786
Генеральный директор: Вересов Андрей Николаевич
Действует на основании: Устава
Телефон: +7 (81367) 5-12-34
E-mail: info@tikhfarfor.example.ru
Сайт: www.tikhfarfor.ru`,
    expected: {
      fullName: 'Акционерное общество «Тихвинский фарфор»',
      shortName: 'АО «Тихвинский фарфор»',
      inn,
      kpp: '471501001',
      ogrn: '1024701500009',
      okpo: '48273003',
      okved: '23.41',
      legalAddress: '187550, Ленинградская обл., г. Тихвин, ул. Карла Маркса, д. 5',
      postalAddress: '187550, г. Тихвин, а/я 12',
      bankName: 'ПАО «Северный банк», г. Санкт-Петербург',
      bic,
      settlementAccount,
      correspondentAccount,
      headName: 'Вересов Андрей Николаевич',
      headPosition: 'Генеральный директор',
      headBasis: 'Устава',
      phone: '+7 (81367) 5-12-34',
      email: 'info@tikhfarfor.example.ru',
      site: 'www.tikhfarfor.ru',
    },
  },
  {
    shape: 'a table out of Word: cells by tabs',
    text: 'Наименование организации\tООО «Озёрный лён»\nИНН / КПП\t5321188000 / 532101001\nОГРН\t1035301000008\nЮридический адрес (местонахождение)\t173000, г. Великий Новгород, ул. Прусская, 10\nФактический адрес\tтот же\nР/с\t40702810900000012003\nНаименование банка\tАО «Ильмень-Банк»\nК/с\t30101810600000000999\nБИК\t044525999\nДиректор\tЛьнова Вера Ильинична\nТел./факс\t(8162) 77-01-02\n',
    expected: {
      fullName: 'ООО «Озёрный лён»',
      inn: '5321188000',
      kpp: '532101001',
      ogrn: '1035301000008',
      legalAddress: '173000, г. Великий Новгород, ул. Прусская, 10',
      postalAddress: '173000, г. Великий Новгород, ул. Прусская, 10',
      settlementAccount: '40702810900000012003',
      bankName: 'АО «Ильмень-Банк»',
      correspondentAccount: '30101810600000000999',
      bic: '044525999',
      headPosition: 'Директор',
      headName: 'Льнова Вера Ильинична',
      phone: '(8162) 77-01-02',
    },
  },
  {
    shape: 'everything in one line of a letter',
    text: 'ООО "Пневмолиния", ИНН 7839104003, КПП 783901001, ОГРН 1157847000002, р/с 40702810900000012006 в Филиале «Невский» АО «Балт-Банк», к/с 30101810500000000653, БИК 044030653, тел. +7 812 555-01-23, buh@pnevmoliniya.ru',
    expected: {
      fullName: 'ООО "Пневмолиния"',
      inn: '7839104003',
      kpp: '783901001',
      ogrn: '1157847000002',
      settlementAccount: '40702810900000012006',
      bankName: 'Филиале «Невский» АО «Балт-Банк»',
      correspondentAccount: '30101810500000000653',
      bic: '044030653',
      phone: '+7 812 555-01-23',
      email: 'buh@pnevmoliniya.ru',
    },
  },
  {
    shape: 'a sole trader, twelve digits',
    text: 'Индивидуальный предприниматель Зимин Роман Олегович\nИНН 531200455088\nОГРНИП 315532100012004\nАдрес регистрации: 174400, Новгородская обл., г. Боровичи, ул. Гоголя, 7\nР/сч 40802810755000001007\nБанк БАЛТ-БАНК (АО)\nБИК 044030653\nКорр. счет 30101810500000000653\nmob: +7 921 000-11-22',
    expected: {
      fullName: 'Индивидуальный предприниматель Зимин Роман Олегович',
      inn: '531200455088',
      ogrn: '315532100012004',
      legalAddress: '174400, Новгородская обл., г. Боровичи, ул. Гоголя, 7',
      settlementAccount: '40802810755000001007',
      bankName: 'БАЛТ-БАНК (АО)',
      bic: '044030653',
      correspondentAccount: '30101810500000000653',
      phone: '+7 921 000-11-22',
    },
  },
  {
    shape: 'numbers in groups and no-break spaces',
    text: 'ИНН\u00a047 1503 1004\nКПП:\u00a04715 01 001\nр/с № 4070 2810 9000 0001 2007\nк/с № 3010 1810 6000 0000 0786\nБИК\u00a0044 030 786',
    expected: { inn, kpp: '471501001', settlementAccount, correspondentAccount, bic },
  },
  {
    shape: 'labels alone, values below',
    text: 'Полное наименование\nПубличное акционерное общество «Верфи Беломорья»\n\nИНН\n6027300002\n\nКПП\n602701001\n\nЮридический адрес\n164500, г. Северодвинск,\nул. Портовая, д. 1\n\nРуководитель\nПрезидент Поморцев И. С.',
    expected: {
      fullName: 'Публичное акционерное общество «Верфи Беломорья»',
      inn: '6027300002',
      kpp: '602701001',
      legalAddress: '164500, г. Северодвинск, ул. Портовая, д. 1',
      headPosition: 'Президент',
      headName: 'Поморцев И. С.',
    },
  },
  {
    shape: 'a contract’s last page',
    text: 'Покупатель:\nЗАО «Каменный мост»\nМесто нахождения: 180000, г. Псков, наб. р. Великой, 6\nИНН/КПП 6027300002/602701001\nРасчётный счёт 40702810900000012005\nв ООО «Псковский дом банка», г. Псков\nКорр/счет 30101810100000000647\nБИК 041806647\nГенеральный директор\n__________________ / Мостовой П. А. /',
    expected: {
      fullName: 'ЗАО «Каменный мост»',
      legalAddress: '180000, г. Псков, наб. р. Великой, 6',
      inn: '6027300002',
      kpp: '602701001',
      settlementAccount: '40702810900000012005',
      bankName: 'ООО «Псковский дом банка», г. Псков',
      correspondentAccount: '30101810100000000647',
      bic: '041806647',
      headPosition: 'Генеральный директор',
      headName: 'Мостовой П. А.',
    },
  },
  {
    shape: 'numbered lines and marks of a list',
    text: '1. Наименование: ГБУЗ «Клиника на Карповке»\n2. ИНН: 7839104003\n3. Юр. адрес: 197022, Санкт-Петербург, наб. Карповки, 3\n• Главный врач: Зорин Александр Львович, действует на основании приказа № 14\n• эл. почта: klinika@karpovka.ru\n• Сайт: https://karpovka.ru/about',
    expected: {
      fullName: 'ГБУЗ «Клиника на Карповке»',
      inn: '7839104003',
      legalAddress: '197022, Санкт-Петербург, наб. Карповки, 3',
      headPosition: 'Главный врач',
      headName: 'Зорин Александр Львович',
      headBasis: 'приказа № 14',
      email: 'klinika@karpovka.ru',
      site: 'https://karpovka.ru/about',
    },
  },
  {
    shape: 'a table of a web page with bars',
    text: '| Сокр. наименование | ООО «Валдайские хлеба» |\n| ИНН | 5321188000 |\n| КПП | 532101001 |\n| ОКПО/ОКВЭД | 57391003 / 10.71 |\n| Электронная почта | zakaz@valdaihleb.ru |',
    expected: {
      shortName: 'ООО «Валдайские хлеба»',
      inn: '5321188000',
      kpp: '532101001',
      okpo: '57391003',
      okved: '10.71',
      email: 'zakaz@valdaihleb.ru',
    },
  },
  {
    shape: 'a quoted letter',
    text: '> Добрый день, высылаю реквизиты.\n> Организация: АО «Невский препарат»\n> ИНН/КПП: 7839104003/783901001\n> р/сч 40702810900000012007, БИК банка 044030786\n> Корсчет 30101810600000000786\n> Адрес: 190000, Санкт-Петербург, Галерная ул., 12\n> С уважением, Жаркова',
    expected: {
      fullName: 'АО «Невский препарат»',
      inn: '7839104003',
      kpp: '783901001',
      settlementAccount,
      bic,
      correspondentAccount,
      legalAddress: '190000, Санкт-Петербург, Галерная ул., 12',
    },
  },
  {
    shape: 'digits that do not agree',
    text: 'ООО «Опечатка»\nИНН 4715031005\nКПП 47150100\nБИК 044030786\nр/с 40702810900000012008',
    expected: {
      fullName: 'ООО «Опечатка»',
      inn: '4715031005',
      kpp: '47150100',
      bic,
      settlementAccount: '40702810900000012008',
    },
    doubts: ['inn checkDigit', 'kpp length', 'settlementAccount checkDigit'],
  },
  {
    shape: 'an account of the bank under the wrong label',
    text: 'БИК 044030786 р/с 30101810600000000786 к/с 40702810900000012007',
    expected: { bic, settlementAccount, correspondentAccount },
  },
  {
    shape: 'an English card',
    text: 'Company name: Fenwick Pumps Ltd\nRegistered address: 4 Mill Lane, Leeds\nPhone: +44 113 496 0000\nE-mail: sales@fenwickpumps.com\nWebsite: fenwickpumps.com\nManaging Director: Helen Carter',
    expected: {
      fullName: 'Fenwick Pumps Ltd',
      legalAddress: '4 Mill Lane, Leeds',
      phone: '+44 113 496 0000',
      email: 'sales@fenwickpumps.com',
      site: 'fenwickpumps.com',
      headPosition: 'Managing Director',
      headName: 'Helen Carter',
    },
  },
  {
    shape: 'who signs, as a contract begins',
    text: 'Общество с ограниченной ответственностью «Молоко Заонежья», именуемое в дальнейшем «Заказчик»\nв лице генерального директора Кургина Виктора Петровича, действующего на основании Устава\nИНН 4715031004',
    expected: {
      fullName: 'Общество с ограниченной ответственностью «Молоко Заонежья»',
      inn,
      headPosition: 'Генерального директора',
      headName: 'Кургина Виктора Петровича',
      headBasis: 'Устава',
    },
  },
  {
    shape: 'names in two languages, one address told once, who signs behind a bracket',
    text: [
      'Полное наименование на русском языке: Акционерное общество «Завод «Точмаш»',
      'Наименование на английском языке: Tochmash Plant JSC',
      'ИНН 4715031004',
      'Юридический адрес: 187550, Ленинградская обл., г. Тихвин, ул. Мира, 1',
      'Фактический адрес: совпадает с юридическим',
      'Директор (действует на основании доверенности № 15 от 01.02.2026) — Ким Е. С.',
    ].join('\n'),
    expected: {
      fullName: 'Акционерное общество «Завод «Точмаш»',
      inn,
      legalAddress: '187550, Ленинградская обл., г. Тихвин, ул. Мира, 1',
      postalAddress: '187550, Ленинградская обл., г. Тихвин, ул. Мира, 1',
      headBasis: 'доверенности № 15 от 01.02.2026',
    },
  },
];

describe('a company card', () => {
  it.each(samples)('$shape', ({ text, expected, doubts = [] }) => {
    const { values } = readCompanyCard(text);
    expect(Object.fromEntries(values.map(({ field, value }) => [field, value]))).toEqual(expected);
    expect(values.flatMap(({ field, problem }) => (problem === null ? [] : [`${field} ${problem}`]))).toEqual(
      doubts,
    );
  });

  it('finds nothing in a text that is none', () => {
    expect(readCompanyCard('Добрый день! Встреча переносится на четверг.').values).toEqual([]);
    expect(readCompanyCard('').values).toEqual([]);
  });

  it('tells the form, the name and the town of a new client', () => {
    const text =
      'ООО «Озёрный лён», ИНН 5321188000, адрес: 173000, Новгородская обл., г. Великий Новгород, ул. Прусская, 10';
    expect(readCompanyCard(text)).toMatchObject({
      legalForm: 'ООО',
      name: 'Озёрный лён',
      city: 'Великий Новгород',
    });
  });

  it.each([
    ['ООО «Ромашка»', 'ООО', 'Ромашка'],
    ['Акционерное общество "Тихвинский фарфор"', 'АО', 'Тихвинский фарфор'],
    ['ИП Зимин Роман Олегович', 'ИП', 'Зимин Роман Олегович'],
    ['«Ромашка», ООО', 'ООО', 'Ромашка'],
    ['Fenwick Pumps Ltd', 'Ltd', 'Fenwick Pumps'],
    ['Северная верфь', '', 'Северная верфь'],
    ['Акционерное общество «Завод «Точмаш»', 'АО', 'Завод «Точмаш»'],
    ['ООО «Торговый дом «Лён»»', 'ООО', 'Торговый дом «Лён»'],
    ['«Мста» и «Дочь»', '', '«Мста» и «Дочь»'],
  ])('takes the name %s apart', (text, legalForm, name) => {
    expect(splitCompanyName(text)).toEqual({ legalForm, name });
  });
});
