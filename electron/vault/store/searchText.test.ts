import { describe, expect, it } from 'vitest';
import { foldText } from '../../../shared/domain/foldText.ts';
import { stemOf } from './searchText.ts';

const stemsOf = (words: string): Set<string> =>
  new Set(words.split(' ').map((word) => stemOf(foldText(word))));

describe('stemOf', () => {
  it.each([
    'поставка поставки поставкой поставок ПОСТАВКАМИ',
    'станок станки станком станков',
    'заказчик заказчики заказчиков заказчику',
    'аудит аудита аудиту аудитом',
    'образец образцы образцов образцам',
    'гальванизируем гальванизировать гальванизация гальванизации',
    'счёт счета счету счетов',
    'компрессор компрессоры компрессоров компрессором',
    'supplier suppliers',
  ])('gives one stem to the forms of a word: %s', (words) => {
    expect([...stemsOf(words)]).toHaveLength(1);
  });

  it.each(['цена цен цех', 'насос насадка', 'договор дорога'])('keeps different words apart: %s', (words) => {
    expect(stemsOf(words).size).toBeGreaterThan(1);
  });

  it('leaves numbers and other scripts as they are', () => {
    expect(stemOf('7701234567')).toBe('7701234567');
    expect(stemOf('ga30vsd')).toBe('ga30vsd');
  });
});
