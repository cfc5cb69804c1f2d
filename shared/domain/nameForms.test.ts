import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionDative } from './declinePosition.ts';
import {
  addresseeForms,
  fullName,
  genderOf,
  initialsOf,
  namePartsOf,
  shortName,
  signatureName,
} from './nameForms.ts';
import type { Addressee } from './nameForms.ts';

const seen = (text: string): string => text.replaceAll('\u00A0', '~');
const person = (name: string, overrides: Partial<Addressee> = {}): Addressee => {
  const [lastName = '', firstName = '', ...middle] = name.split(' ');
  return {
    lastName: lastName.replace('—', ''),
    firstName,
    middleName: middle.join(' '),
    gender: 'unknown',
    position: '',
    nameForms: { addresseeDative: '', positionDative: '', greeting: '' },
    ...overrides,
  };
};

describe('a post in the dative', () => {
  it.each([
    ['Генеральный директор', 'Генеральному директору'],
    ['Директор по персоналу', 'Директору по персоналу'],
    ['Главный инженер', 'Главному инженеру'],
    ['Заместитель генерального директора по экономике', 'Заместителю генерального директора по экономике'],
    ['Начальник цеха № 4', 'Начальнику цеха № 4'],
    ['Главный бухгалтер', 'Главному бухгалтеру'],
    ['финансовый директор', 'Финансовому директору'],
    ['Старший вице-президент', 'Старшему вице-президенту'],
    ['Инженер-конструктор 1-й категории', 'Инженеру-конструктору 1-й категории'],
    ['Заместитель директора — главный инженер', 'Заместителю директора — главному инженеру'],
    ['Председатель правления, генеральный директор', 'Председателю правления, генеральному директору'],
    ['Директор и учредитель', 'Директору и учредителю'],
    ['Специалист по закупкам и логистике', 'Специалисту по закупкам и логистике'],
    ['Исполняющий обязанности директора', 'Исполняющему обязанности директора'],
    ['Управляющий филиалом', 'Управляющему филиалом'],
    ['Управляющий директор', 'Управляющему директору'],
    ['Заведующая лабораторией', 'Заведующей лабораторией'],
    ['Руководитель службы информационной безопасности', 'Руководителю службы информационной безопасности'],
    ['Владелец', 'Владельцу'],
    ['Глава представительства', 'Главе представительства'],
    ['Казначей', 'Казначею'],
    ['И. о. директора', 'И. о. директора'],
    ['Гл. инженер', 'Гл. инженеру'],
    ['Зам. директора', 'Зам. директора'],
    ['HR-директор', 'HR-директору'],
    ['CFO', 'CFO'],
    ['', ''],
  ])('«%s»', (position, dative) => {
    expect(positionDative(position)).toBe(dative);
  });

  it('keeps every word, whatever is typed', () => {
    const words = (text: string): number => text.trim().split(/[ \t\n]+/).length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(words(positionDative(text))).toBe(words(text));
      }),
    );
  });
});

describe('the forms of an addressee', () => {
  it.each([
    ['Иванов Иван Петрович', 'Иванову~И.~П.', 'Уважаемый Иван Петрович'],
    ['Черных Пётр Ильич', 'Черных~П.~И.', 'Уважаемый Пётр Ильич'],
    ['Кузнецова-Белых Анна Павловна', 'Кузнецовой-Белых~А.~П.', 'Уважаемая Анна Павловна'],
    ['Коваль Любовь Ильинична', 'Коваль~Л.~И.', 'Уважаемая Любовь Ильинична'],
    ['Коваль Илья Ильич', 'Ковалю~И.~И.', 'Уважаемый Илья Ильич'],
    ['Дюма Александр', 'Дюма~А.', 'Уважаемый Александр Дюма'],
    ['Живаго Юрий Андреевич', 'Живаго~Ю.~А.', 'Уважаемый Юрий Андреевич'],
    ['Шевчук Ирина Олеговна', 'Шевчук~И.~О.', 'Уважаемая Ирина Олеговна'],
    ['Ли Ян', 'Ли~Я.', 'Уважаемый Ян Ли'],
    ['Зимин Роман', 'Зимину~Р.', 'Уважаемый Роман Зимин'],
    ['Лисина Ольга Сергеевна', 'Лисиной~О.~С.', 'Уважаемая Ольга Сергеевна'],
    ['Мамедов Эльчин Рауф оглы', 'Мамедову~Э.~Р.', 'Уважаемый Эльчин Рауф оглы'],
    ['Петров И. П.', 'Петрову~И.~П.', 'Уважаемый господин Петров'],
    ['Ли Мэй', 'Ли~М.', 'Здравствуйте, Мэй Ли'],
    ['— Адель Игоревна', 'Адели Игоревне', 'Уважаемая Адель Игоревна'],
    ['', '', 'Уважаемые коллеги'],
  ])('%s', (name, dative, greeting) => {
    const forms = addresseeForms(person(name), 'ru');
    expect([seen(forms.nameDative), forms.greeting]).toEqual([dative, greeting]);
  });

  it('takes the gender from the user first, then from the patronymic, then from the first name', () => {
    expect(genderOf(person('Ким Саша', { gender: 'female' }))).toBe('female');
    expect(genderOf(person('Иванов Иван Петрович', { gender: 'female' }))).toBe('female');
    expect(genderOf(person('Ким Саша Петровна'))).toBe('female');
    expect(genderOf(person('Ким Никита'))).toBe('male');
    expect(genderOf(person('Ким Саша'))).toBe('unknown');
  });

  it('lets the forms written by hand win, without their closing mark', () => {
    const nameForms = {
      addresseeDative: 'Зайцу И. П.',
      positionDative: 'Президенту холдинга',
      greeting: 'Глубокоуважаемый Иван Петрович!',
    };
    expect(
      addresseeForms(person('Заяц Иван Петрович', { position: 'Директор', nameForms }), 'ru'),
    ).toMatchObject({
      nameDative: 'Зайцу И. П.',
      positionDative: 'Президенту холдинга',
      greeting: 'Глубокоуважаемый Иван Петрович',
    });
    // A Russian form has no place in an English letter.
    expect(addresseeForms(person('Zaets Ivan', { gender: 'male', nameForms }), 'en').greeting).toBe(
      'Dear Mr\u00A0Zaets',
    );
  });

  it('greets in English without a patronymic', () => {
    const english = (overrides: Partial<Addressee>) =>
      addresseeForms(person('Veresov Andrei', { position: 'Managing Director', ...overrides }), 'en');
    expect(english({ gender: 'male' })).toMatchObject({
      greeting: 'Dear Mr\u00A0Veresov',
      nameDative: 'Mr\u00A0Andrei Veresov',
      positionDative: 'Managing Director',
      nameFull: 'Andrei Veresov',
    });
    expect(english({ gender: 'unknown' }).greeting).toBe('Dear Andrei Veresov');
    expect(english({ gender: 'female' }).greeting).toBe('Dear Ms\u00A0Veresov');
    expect(addresseeForms(person(''), 'en').greeting).toBe('Dear colleagues');
  });

  it('gives initials and short names', () => {
    const veresov = person('Вересов Андрей Николаевич');
    expect(initialsOf(veresov)).toBe('АВ');
    expect(seen(shortName(veresov))).toBe('Вересов~А.~Н.');
    expect(fullName(veresov, 'en')).toBe('Андрей Вересов');
    const lang = { lastName: 'Lang', firstName: 'Leo', middleName: '' };
    expect(seen(shortName(lang))).toBe('L.~Lang');
    expect(fullName(lang)).toBe('Leo Lang');
    expect(fullName(lang, 'ru')).toBe('Lang Leo');
    expect(initialsOf(person('Ли'))).toBe('ЛИ');
  });

  it.each([
    ['Вересов Андрей Николаевич', 'А.~Н.~Вересов'],
    ['Андрей Николаевич Вересов', 'А.~Н.~Вересов'],
    ['Андрей Вересов', 'А.~Вересов'],
    ['Вересов Андрей', 'А.~Вересов'],
    ['А. Н. Вересов', 'А.~Н.~Вересов'],
    ['Вересов А. Н.', 'А.~Н.~Вересов'],
    ['John Smith', 'J.~Smith'],
    ['', ''],
  ])('signs for «%s»', (name, signature) => {
    expect(seen(signatureName(namePartsOf(name), 'ru'))).toBe(signature);
  });
});
