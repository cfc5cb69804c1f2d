import { inUtf16, inWindows1251, rawWorkbook, serialOf } from './workbooks.ts';

// Exports in the shapes that programs write, with invented companies and people.

const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`;

/** 1С «Валовая прибыль по покупателям»: a letterhead, two rows of heading, clients above their documents, sums. */
export const oneCReport = (): Uint8Array =>
  rawWorkbook(
    [
      { number: 1, cells: ['Валовая прибыль по покупателям'] },
      { number: 3, cells: ['Параметры:', null, 'Период: 01.01.2026 - 31.03.2026'] },
      { number: 4, cells: [null, null, 'Показатели: без НДС'] },
      { number: 6, cells: ['Контрагент', 'Количество', 'Выручка без НДС', 'Валовая прибыль'] },
      { number: 7, cells: ['Документ продажи'] },
      { number: 8, cells: ['Номенклатура'] },
      { number: 9, level: 0, cells: ['Ветлужские станки ООО', 3, 4_800_000, 1_150_000.5] },
      {
        number: 10,
        level: 1,
        cells: ['Реализация товаров и услуг 00УТ-000123 от 12.01.2026 14:22:11', 2, 4_500_000, 1_100_000],
      },
      { number: 11, level: 2, cells: ['Компрессор винтовой 75 кВт', 1, 2_600_000, 700_000] },
      { number: 12, level: 2, cells: ['Осушитель адсорбционный', 1, 1_900_000, 400_000] },
      {
        number: 13,
        level: 1,
        cells: ['Реализация товаров и услуг 00УТ-000187 от 03.03.2026 9:05:00', 1, 300_000, 50_000.5],
      },
      { number: 14, level: 2, cells: ['Пусконаладка', 1, 300_000, 50_000.5] },
      { number: 15, level: 0, cells: ['АО «Мста-Керамика», ИНН 7707083893', 1, -120_000, -15_000] },
      {
        number: 16,
        level: 1,
        cells: ['Корректировка реализации 00УТ-000009 от 28.02.2026 18:00:00', 1, -120_000, -15_000],
      },
      { number: 17, level: 0, cells: ['Итого', 4, 4_680_000, 1_135_000.5] },
    ],
    { merges: ['A6:A8', 'B6:B8'] },
  );

/** Excel, Russian: real dates in two formats, a merged heading, a date as text, a formula, a sum below. */
export const excelRussian = (): Uint8Array =>
  rawWorkbook([
    { cells: ['Отгрузки за квартал'] },
    { cells: ['Дата', 'Контрагент', 'ИНН', 'Товар', 'Сумма', null, 'Прибыль'] },
    { cells: [null, null, null, null, 'без НДС', 'с НДС'] },
    {
      cells: [
        { value: serialOf('2026-02-03'), style: 1 },
        'ООО "Ветлужские станки"',
        7_707_083_893,
        'Ресивер 900 л',
        { value: 185_000.5, style: 3 },
        225_700.61,
        40_000,
      ],
    },
    {
      cells: [
        { value: serialOf('2026-03-31'), style: 2 },
        'ИП Туманов А. С.',
        null,
        { formula: 'CONCATENATE("Фильтр"," ФМ-4")', text: 'Фильтр ФМ-4' },
        12_500,
        15_250,
        2_500.25,
      ],
    },
    { cells: ['7 апреля 2026 г.', 'Ветлужские станки', null, 'Масло', 'по запросу', null, 1] },
    { cells: [{ value: 1, style: 1 }, 'Ветлужские станки', null, 'Пустая дата', 10, null, 1] },
    { cells: ['01.01.2100', 'Ветлужские станки', null, 'Далёкая дата', 10, null, 1] },
    { cells: ['31.02.2026', 'Ветлужские станки', null, 'Нет такого дня', 10, null, 1] },
    { cells: ['08.04.2026', null, null, 'Без клиента', 10, null, 1] },
    { cells: ['Итого:', null, null, null, 197_500.5] },
  ]);

/** Excel, Russian, «CSV (разделители — запятые)»: windows-1251 and semicolons, decimal commas, spaces in thousands. */
export const excelRussianCsv = (): Uint8Array =>
  inWindows1251(
    lines(
      'Дата отгрузки;Покупатель;Направление;Наименование;Выручка;Себестоимость;№ документа',
      '15.01.2026;"ООО ""Окские верфи""";Сервис;ТО компрессора;120 000,00;80 000,50;УПД-14',
      '16.01.2026;Окские верфи ООО;Запчасти;"Фильтр; 4 шт.";9 999,90;(100,10);УПД-15',
      ';;;;129 999,90;;',
    ),
  );

/** Excel, American: commas, months first, quoted thousands, a byte order mark. */
export const excelEnglishCsv = (): Uint8Array =>
  Buffer.from(
    `\uFEFF${lines(
      'Date,Customer,Product,Amount,Margin %,Currency,Invoice No',
      '1/15/2026,"Northwind Kilns, Ltd.",Kiln lining,"12,345.67",25,USD,INV-7',
      '02/03/2026,"Northwind Kilns, Ltd.",Spare burner,"1,000.00",10,USD,INV-8',
    )}`,
    'utf8',
  );

/** Битрикс24, «Компании»: semicolons, every value in quotes, many columns nobody needs. */
export const bitrixCompanies = (): Uint8Array =>
  Buffer.from(
    `\uFEFF${lines(
      '"ID";"Название компании";"Тип компании";"Сфера деятельности";"Кол-во сотрудников";"Годовой оборот";"Рабочий телефон";"Рабочий e-mail";"Корпоративный сайт";"Реквизит: ИНН";"Реквизит: КПП";"Адрес";"Комментарий"',
      '"14";"ООО ""Окские верфи""";"Клиент";"Судостроение";"50-250";"820000000.00";"+7 831 200-10-20";"info@oka.example";"oka.example";"5260000009";"526001001";"603000, Нижний Новгород, Окский съезд, 1";"Пришли с выставки"',
      '"15";"Мста-Керамика";"Партнёр";"Керамика";"";"";"8 (816) 277-00-00";"";"";"5321000017";"";"";""',
      '"16";"";"Клиент";"";"";"";"";"";"";"";"";"";""',
      '"17";"Ооо Окские Верфи";"Клиент";"";"";"";"";"";"";"5260000009";"";"";""',
    )}`,
    'utf8',
  );

/** Битрикс24, «Контакты». */
export const bitrixContacts = (): Uint8Array =>
  Buffer.from(
    `\uFEFF${lines(
      '"ID";"Обращение";"Имя";"Отчество";"Фамилия";"Дата рождения";"Должность";"Рабочий телефон";"Мобильный телефон";"Рабочий e-mail";"Компания";"Комментарий"',
      '"3";"";"Алла";"Игоревна";"Вересова";"14.03.1985";"Финансовый директор";"+7 831 200-10-21";"+7 910 000-00-01";"veresova@oka.example";"Окские верфи";"Любит цифры"',
      '"4";"";"Пётр";"";"Зимин";"31.02.1990";"Главный инженер";"";"+7 910 000-00-02";"";"ООО ""Окские верфи""";""',
      '"5";"";"";"";"";"";"";"";"";"nobody@oka.example";"Окские верфи";""',
      '"6";"";"Олег";"";"Рощин";"01.01.2090";"";"";"";"";"Неизвестная фирма";""',
    )}`,
    'utf8',
  );

/** Outlook: commas, empty birthdays as zeros, months first. */
export const outlookContacts = (): Uint8Array =>
  Buffer.from(
    lines(
      '"Title","First Name","Middle Name","Last Name","Company","Department","Job Title","Business Phone","Mobile Phone","E-mail Address","Birthday","Notes"',
      '"","Jonas","","Halvard","Northwind Kilns","Purchasing","Buyer","+47 22 00 00 01","","halvard@northwind.example","11/23/1979",""',
      '"","Mira","K.","Solberg","Northwind Kilns","","","","+47 22 00 00 02","solberg@northwind.example","0/0/00","Prefers calls"',
    ),
    'utf8',
  );

/** Google Contacts: several values in one cell, organisation in columns of its own. */
export const googleContacts = (): Uint8Array =>
  Buffer.from(
    lines(
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Organization Department,Birthday,Notes,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value',
      'Алла,Игоревна,Вересова,Окские верфи,Финансовый директор,,--03-14,,Work,veresova@oka.example ::: alla@home.example,Work,+7 831 200-10-21,Mobile,+7 910 000-00-01',
      'Тимур,,Садыков,Окские верфи,Начальник смены,Цех 4,1988-07-02,,Work,,Mobile,8 910 000 00 03 ::: 8 910 000 00 04,,',
    ),
    'utf8',
  );

/** «Текст Юникод» of Excel: UTF-16 and tabs. */
export const excelUnicodeText = (): Uint8Array =>
  inUtf16(
    lines(
      'Дата\tКлиент\tЧто поставлено\tВыручка',
      '20.01.2026\tОкские верфи\tШланг\t1 500,00',
      '21.01.2026\tОкские верфи\tМуфта\t700',
    ),
  );

/** An address book of an iPhone or Android telephone saved by a contacts program: one column for the whole name. */
export const phoneContacts = (): Uint8Array =>
  Buffer.from(
    lines(
      'Name;Company;Job title;Phone;Email;Birthday',
      'Гордеев Илья Олегович;Окские верфи;Механик;+7 910 000-00-05;gordeev@oka.example;12 мая',
      'Лада Зорина;Окские верфи;;;;',
    ),
    'utf8',
  );
