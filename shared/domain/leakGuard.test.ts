import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeaks, prepareLeakGuard } from './leakGuard.ts';
import type { LeakPermission } from './leakGuard.ts';

const guard = prepareLeakGuard({
  companies: [
    { owner: 'other', names: ['Молоко Заонежья', 'ООО «Молоко Заонежья»'] },
    { owner: 'other', names: ['Энергия'] },
    { owner: 'other', names: ['Общество с ограниченной ответственностью «Ветер»'] },
    { owner: 'other', names: ['Волга-Авто'] },
    { owner: 'own', names: ['Север'] },
    { owner: 'other', names: ['Север Плюс'] },
  ],
  people: [
    { owner: 'other', lastName: 'Еремеев', firstName: 'Лев', middleName: 'Ильич', gender: 'unknown' },
    { owner: 'other', lastName: 'Иванов', firstName: 'Пётр', middleName: 'Олегович', gender: 'unknown' },
    { owner: 'own', lastName: 'Иванов', firstName: 'Андрей', middleName: 'Николаевич', gender: 'unknown' },
    {
      owner: 'other',
      lastName: 'Кузнецова-Белых',
      firstName: 'Мария',
      middleName: 'Львовна',
      gender: 'unknown',
    },
  ],
  numbers: [
    {
      owner: 'other',
      requisites: ['1013002670'],
      phones: ['+7 814 000-52-00'],
      addresses: ['zavod@zaonezhye.example'],
    },
  ],
  secrets: [
    { kind: 'private', text: 'Пьёт только травяной чай «Вепсский», про детей не спрашивать.' },
    { kind: 'internal', text: 'Считает нас дорогими и ждёт скидки к концу квартала от всех поставщиков.' },
  ],
  open: ['Экономим энергию каждый день. Срок поставки и качество в договоре.'],
});
const permission: LeakPermission = {
  owners: new Set(['own']),
  companies: ['Ладожская пневматика'],
  people: [{ lastName: 'Еремеев', firstName: 'Олег', middleName: '', gender: 'male' }],
  addresses: [],
  phones: [],
  requisites: [],
  open: [],
  otherAmounts: new Set([2_532_939_600]),
};
const leaks = (...texts: string[]) =>
  findLeaks(texts, guard, permission).map(({ kind, quote }) => `${kind}: ${quote}`);

describe('the leak guard finds', () => {
  it.each([
    ['Наш опыт на «Энергии» виден', 'otherCompany: Энергии'],
    ['Работаем с ООО Энергия', 'otherCompany: Энергия'],
    ['как у Ветра, только тише', 'otherCompany: Ветра'],
    ['обслуживаем ВолгаАвто', 'otherCompany: ВолгаАвто'],
    ['и Севером Плюс тоже', 'otherCompany: Севером Плюс'],
    ['Moloko Zaonezhya uses it', 'otherCompany: Moloko Zaonezhya'],
    ['Мол\u00ADоком  За\u00ADонежья', 'otherCompany: Мол\u00ADоком  За\u00ADонежья'],
    // A Latin «o» typed by a slip of the layout.
    ['у Мoлока Заонежья', 'otherCompany: Мoлока Заонежья'],
    ['благодаря Льву Еремееву', 'otherPerson: Льву Еремееву'],
    ['Л. И. Еремеев подтвердит', 'otherPerson: Л. И. Еремеев'],
    ['спросите Петра Олеговича', 'otherPerson: Петра Олеговича'],
    ['с Кузнецовой-Белых М. Л.', 'otherPerson: Кузнецовой-Белых М. Л'],
    ['у Иванова П. О.', 'otherPerson: Иванова П. О'],
    ['Там вышло 25 329 396,00 ₽', 'otherPrice: 25 329 396,00'],
    ['It was RUB 25,329,396.00 there', 'otherPrice: 25,329,396.00'],
    ['пьет только травяным чаем', 'privateNote: пьет только травяным чаем'],
    ['ждёт скидки к концу квартала от всех', 'internalNote: ждёт скидки к концу квартала от всех'],
    ['Андрей Николаевич насторожен', 'psychotype: насторожен'],
    ['Его психотип: директивный', 'psychotype: психотип'],
    ['Дайте два варианта и право выбрать', 'psychotype: Дайте два варианта и право выбрать'],
  ])('%s', (text, found) => {
    expect(leaks(text)).toContain(found);
  });

  it('a name parted between two cells', () => {
    expect(leaks('Молоко', 'Заонежья')).toEqual(['otherCompany: Молоко']);
  });

  it('a word broken at the end of a line', () => {
    expect(leaks('как у Молока Заоне-\nжья в прошлом году')).toEqual(['otherCompany: Молока Заонежья']);
  });

  it('any name in any case, however its words are parted', () => {
    const forms = ['Молоко', 'Молока', 'Молоку', 'Молоком', 'Молоке'];
    const gaps = [' ', '\u00A0', '\n', '\u202F', ' \u00AD', '  ', '» «', ' — '];
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.constantFrom(...gaps),
        fc.constantFrom('«', '"', '', '(', 'ООО «'),
        fc.boolean(),
        fc.lorem({ maxCount: 8 }),
        (form, gap, mark, loud, filler) => {
          const name = `${form}${gap}Заонежья`;
          const planted = loud ? name.toUpperCase() : name;
          expect(leaks(`${filler} ${mark}${planted} ${filler}`)).toHaveLength(1);
        },
      ),
    );
  });
});

describe('the leak guard stays silent', () => {
  it.each([
    'Север доволен, Северу поставили станцию.',
    'Иванов А. Н. и Андрей Иванов читают это.',
    'Еремееву Олегу спасибо.',
    'Экономим энергию и энергии хватит.',
    'Энергия дорожает каждый год.',
    'Срок, качество и 25 329 397,00 ₽.',
    'Директивный срок сдачи — март.',
    'Офис расположен рядом, мы не против.',
    'Пьёт чай и кофе вся смена.',
    'Телефон +7 814 000-52-01, ИНН 1013002671.',
    'Ладожская пневматика отвечает за всё.',
  ])('%s', (text) => {
    expect(leaks(text)).toEqual([]);
  });
});
