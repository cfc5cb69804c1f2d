import { expect, test } from 'vitest';
import { refuseWeakPassword } from './passwordStrength.ts';

test.each([
  'короткий',
  'одиннадцать',
  'aaaaaaaaaaaaaaaa',
  'abababababababab',
  'qwertyuiop[]',
  'йцукенгшщзхъ',
  '123456789012',
  '198512311984',
  'password1234',
  'Пароль123456',
  'пароль2026пароль',
  'Admin2025admin',
  'kamerton2026!',
  'фывапролджэ1',
])('«%s» is refused', (password) => {
  expect(() => refuseWeakPassword(password)).toThrow(
    expect.objectContaining({ code: 'weakPassword', details: { minimum: 12 } }),
  );
});

test.each([
  'верба-кирпич-7-маяк',
  'correct horse battery',
  'Зелёный чайник у окна',
  'tR7#kq9!vLm2x',
  '8305711946027358',
])('«%s» is accepted', (password) => {
  expect(() => refuseWeakPassword(password)).not.toThrow();
});
